"""What articles come to, kept: built in partitions, as Parquet tables, and asked through DuckDB."""
