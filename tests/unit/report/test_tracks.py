"""The axis that all lanes of a proposition share."""

from __future__ import annotations

from careo.report.dossier.tracks import FIRST, LAST, LAST_BEFORE_UNDATED, LEVELS, draw_tracks
from careo.report.dossier.values import Lane, Moment, Stop
from careo.report.labels import load_labels

LABELS = load_labels("es")


def stop(date: str | None, polarity: int = 1, *, turn: bool = False) -> Stop:
    return Stop("assert", polarity, Moment("", "", date, "said" if date else "none"), ("c",), turn)


def test_one_scale_for_all_lanes() -> None:
    lanes = (Lane("A", (stop("2024-05-01"), stop("2024-05-11"))), Lane("B", (stop("2024-05-06"), stop("2024-05-21"))))
    tracks = draw_tracks(lanes, LABELS)
    assert tracks is not None
    assert [[mark.at for mark in track.marks] for track in tracks.tracks] == [
        [FIRST, round(FIRST + (LAST - FIRST) / 2, 2)],
        [round(FIRST + (LAST - FIRST) / 4, 2), LAST],
    ]
    assert [tick.words for tick in tracks.ticks] == ["1 may 2024", "6 may 2024", "11 may 2024", "21 may 2024"]
    assert [tick.words for tick in tracks.ticks if tick.narrow] == ["1 may 2024", "11 may 2024", "21 may 2024"]


def test_one_date_needs_no_axis() -> None:
    assert draw_tracks((Lane("A", (stop("2024-05-01"),)), Lane("B", (stop("2024-05-01", -1),))), LABELS) is None
    assert draw_tracks((Lane("A", (stop(None),)), Lane("B", (stop("2024-05-01"),))), LABELS) is None
    assert draw_tracks((), LABELS) is None


def test_who_denies_stands_below_and_a_change_of_sides_crosses_from_the_last_of_the_other_side() -> None:
    lane = Lane("A", (stop("2024-05-01", -1), stop("2024-05-03", 0), stop("2024-05-09", 1, turn=True)))
    tracks = draw_tracks((lane,), LABELS)
    assert tracks is not None
    (track,) = tracks.tracks
    assert [mark.y for mark in track.marks] == [LEVELS[-1], LEVELS[0], LEVELS[1]]
    (turn,) = [line for line in track.lines if line.turn]
    assert ((turn.x1, turn.y1), (turn.x2, turn.y2)) == ((FIRST, LEVELS[-1]), (LAST, LEVELS[1]))


def test_what_has_no_date_stands_apart_and_what_is_only_known_to_the_month_is_long() -> None:
    tracks = draw_tracks((Lane("A", (stop(None), stop("2024-05"), stop("2024-07-01"))),), LABELS)
    assert tracks is not None
    undated, month, day = tracks.tracks[0].marks
    assert tracks.undated
    assert undated.at > LAST_BEFORE_UNDATED >= day.at == day.end
    assert month.end - month.at > 30
    assert all(line.x2 <= LAST_BEFORE_UNDATED for line in tracks.tracks[0].lines)


def test_marks_of_one_day_stand_beside_each_other_inside_the_paper() -> None:
    tracks = draw_tracks((Lane("A", (stop("2024-05-01"), *[stop("2024-07-01")] * 3)),), LABELS)
    assert tracks is not None
    assert [mark.aside for mark in tracks.tracks[0].marks] == [0, 0, -12, -24]
