"""The graph over HTTP: a SPARQL endpoint, the network page, a page for queries, and a page for every IRI."""

from kg.serve.app import app, run
from kg.serve.engine import Limits
from kg.serve.servers import EngineError

__all__ = ["EngineError", "Limits", "app", "run"]
