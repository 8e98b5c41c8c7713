"""Measurements: how right (scores) and how fast (speed, queries). Run them as modules from the project's root."""
