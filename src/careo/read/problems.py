"""What can go wrong while reading, as values: the run goes on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A file that gave no article. ``cause`` says what is wrong and which value, ``remedy`` what to do; neither names the file."""

    path: Path
    cause: str
    remedy: str = ""

    @property
    def reason(self) -> str:
        """Cause and remedy in one line."""
        return f"{self.cause}; {self.remedy}" if self.remedy else self.cause

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


@dataclass(frozen=True, slots=True)
class ReadWarning(ReadFailure):
    """Something is wrong with a file that was read all the same."""
