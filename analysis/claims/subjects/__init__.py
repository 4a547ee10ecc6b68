"""Subjects: whom a figure is about, by its sentence or by what stands before it."""
