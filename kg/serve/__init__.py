"""The graph over HTTP: a SPARQL endpoint and the network page."""

from kg.serve.app import app, run

__all__ = ["app", "run"]
