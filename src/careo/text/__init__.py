"""Text with its structure: tokens, sentences, trees, and the offsets that tie them to characters."""

from careo.text.document import Document, Sentence, Token

__all__ = ["Document", "Sentence", "Token"]
