"""Slides: charts as native, editable PowerPoint objects, each with what it rests on."""
