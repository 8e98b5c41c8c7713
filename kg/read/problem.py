"""How the parts of the reader say that something cannot be read."""

from __future__ import annotations

from kg.model import Problem, Source


class UnreadableError(Exception):
    """Raised inside the reader: why an input cannot be read and what its owner can do about it."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy

    def at(self, source: Source) -> Problem:
        """The problem to report, now that the place is known."""
        return Problem(source, self.reason, self.remedy)


class ReadError(Exception):
    """Raised by :func:`kg.read.read`; ``problem`` says where, why, and what to do about it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.source}: {problem.reason}; {problem.remedy}")
        self.problem = problem
