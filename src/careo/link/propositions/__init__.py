"""Propositions: claims of different voices that meet on what they claim, whether they stand for it or against it.

Keys → blocks → features → decision → clusters → relations and verdict. Polarity, stance and numbers never decide whether two claims
are about one thing: they decide how they relate once they are.
"""

from careo.link.propositions.line import link_propositions

__all__ = ["link_propositions"]
