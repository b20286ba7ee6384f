"""Language packs: everything that careo knows about a language, as data with examples."""

from careo.lang.examples import Example, parse_example
from careo.lang.pack import Pack, load_pack

__all__ = ["Example", "Pack", "load_pack", "parse_example"]
