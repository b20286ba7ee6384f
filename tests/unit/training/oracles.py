"""A reader that knows the answer: it gives each text the tree that it was made with, or no tree at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from careo.model import Span
from careo.text.document import Document, Sentence, Token
from training.evaluate import make_gold
from training.treebank import UNKNOWN, Tree


class Oracle:
    def __init__(self, trees: Iterable[Tree] = ()) -> None:
        self._golds = {gold.text: gold for gold in map(make_gold, trees)}
        self.texts: list[str] = []

    def parse_many(self, articles: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Document]:
        for text, blocks in articles:
            self.texts.append(text)
            yield self._read(text) if text in self._golds else Document(text, (), (), tuple(blocks))

    def _read(self, text: str) -> Document:
        gold = self._golds[text]
        tokens = tuple(
            Token(
                n,
                start,
                end,
                w.form,
                w.lemma,
                w.tag,
                w.features,
                w.head,
                w.relation,
                "O" if w.name == UNKNOWN else w.name,
            )
            for n, (w, (start, end)) in enumerate(zip(gold.tree, gold.places, strict=True))
        )
        span = Span(0, len(text))
        return Document(text, tokens, (Sentence(0, 0, len(tokens) - 1, 0, span),), (span,))


ENGLISH = """\
1\tThe\tthe\tDET\t_\tDefinite=Def\t2\tdet\t_\t_
2\tmayor\tmayor\tNOUN\t_\tNumber=Sing\t3\tnsubj\t_\t_
3\tsaid\tsay\tVERB\t_\tTense=Past\t0\troot\t_\t_
4\tthat\tthat\tSCONJ\t_\t_\t8\tmark\t_\t_
5\tit\tit\tPRON\t_\tNumber=Sing\t8\tnsubj\t_\t_
6-7\tdoesn't\t_\t_\t_\t_\t_\t_\t_\t_
6\tdoes\tdo\tAUX\t_\tTense=Pres\t8\taux\t_\t_
7\tn't\tnot\tPART\t_\t_\t8\tadvmod\t_\t_
8\train\train\tVERB\t_\tVerbForm=Inf\t3\tccomp\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_

1\tShe\tshe\tPRON\t_\tNumber=Sing\t2\tnsubj\t_\t_
2\tthinks\tthink\tVERB\t_\tTense=Pres\t0\troot\t_\t_
3\tit\tit\tPRON\t_\tNumber=Sing\t4\tnsubj\t_\t_
4\trains\train\tVERB\t_\tTense=Pres\t2\tccomp\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

1\tShe\tshe\tPRON\t_\tNumber=Sing\t2\tnsubj\t_\t_
2\texplains\texplain\tVERB\t_\tTense=Pres\t0\troot\t_\t_
3\twhy\twhy\tADV\t_\tPronType=Int\t5\tadvmod\t_\t_
4\tit\tit\tPRON\t_\tNumber=Sing\t5\tnsubj\t_\t_
5\trains\train\tVERB\t_\tTense=Pres\t2\tccomp\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""
