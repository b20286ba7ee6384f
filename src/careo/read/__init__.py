"""From files to articles: decoding, metadata, and the passages of the text with what each is for."""

from careo.read.articles import MAX_BYTES, iter_articles, make_article, parse_blocks
from careo.read.passages import find_passages
from careo.read.problems import ReadFailure, ReadWarning

__all__ = ["MAX_BYTES", "ReadFailure", "ReadWarning", "find_passages", "iter_articles", "make_article", "parse_blocks"]
