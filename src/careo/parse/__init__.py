"""From the text of an article to a parsed document.

Which parser does the work is known in this package alone: the rest of careo sees :class:`careo.text.document.Document`.
The parser's library is imported when the first parser is loaded, not before.
"""

from careo.parse.parser import Parser, load_parser

__all__ = ["Parser", "load_parser"]
