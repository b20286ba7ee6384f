"""Pages: from articles and claims to HTML that needs no network and no script. Pure: values in, text out."""

from careo.report.annotations import Event, Mark, iter_events
from careo.report.labels import Labels, load_labels
from careo.report.pages import ArticleEntry, find_title, make_index_name, render_article, render_index
from careo.report.places import make_file_name

__all__ = [
    "ArticleEntry",
    "Event",
    "Labels",
    "Mark",
    "find_title",
    "iter_events",
    "load_labels",
    "make_file_name",
    "make_index_name",
    "render_article",
    "render_index",
]
