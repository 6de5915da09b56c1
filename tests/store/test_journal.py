"""The journal of exports and the settings, which no undo touches."""

from __future__ import annotations

from uuid import uuid4

import factories as f
from moushi.store import Store, open_store


def test_an_export_is_kept_with_its_document(store: Store) -> None:
    article = f.article()
    document = {"headline": "海岛商会新年打算", "sections": [{"lines": ["甲", "乙"]}]}
    made = store.record_export(uuid4(), "article", "/稿/一.docx", "ab" * 32, article.id, document)
    assert (made.person, made.at.isoformat()) == ("禾小满", "2031-03-01T12:00:00+00:00")
    assert store.export(made.id) == made
    assert [(entry.id, entry.document) for entry in store.exports()] == [(made.id, None)]


def test_the_journal_is_listed_newest_first(store: Store) -> None:
    for what in ("article", "progress"):
        store.record_export(uuid4(), what, "x", "00")
    assert {entry.what for entry in store.exports()} == {"article", "progress"}
    assert len(store.exports(limit=1)) == 1


def test_the_journal_outlives_the_article_and_every_undo(store: Store) -> None:
    article = f.article()
    store.apply(f.proposal(article))
    store.record_export(uuid4(), "article", "x.docx", "00", article.id)
    store.apply(store.undo().review.accepted)
    assert [entry.article_id for entry in store.exports()] == [article.id]


def test_an_unknown_export_is_none(store: Store) -> None:
    assert store.export(uuid4()) is None


def test_settings_are_kept_replaced_and_dropped(store: Store) -> None:
    assert store.setting("columns") is None
    store.put_setting("columns", {"工作任务": "text"})
    store.put_setting("columns", ["a", 1, None, "岛"])
    path = store.path
    store.close()
    again = open_store(path)
    assert again.setting("columns") == ["a", 1, None, "岛"]
    again.put_setting("columns", None)
    assert again.setting("columns") is None
    again.close()
