"""Measuring on one core. Imports nothing of careo, so that what loading costs can be timed after it."""

from __future__ import annotations

import os
import resource
import sys


def stay_on_one_core() -> str:
    """Keep this process on one core where the system allows it; says what was done."""
    if not hasattr(os, "sched_setaffinity"):
        return "the system chooses the core"
    core = min(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return f"on core {core}"


def find_peak() -> float:
    """The peak of this process's resident memory so far, in megabytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6
