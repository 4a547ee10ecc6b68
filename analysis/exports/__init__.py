"""Exports: what was found as files to take away: tables, workbooks and presentations."""
