"""From a parsed article to its claims, by pure functions and a language pack."""

from careo.analyze.assemble import analyze_article

__all__ = ["analyze_article"]
