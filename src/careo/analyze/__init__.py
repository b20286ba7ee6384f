"""From a parsed article to its claims, by pure functions and a language pack."""
