"""Posts: who is in office on a day, and in which order posts stand."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from moushi.domain.kinds import Role
from moushi.domain.lasting import lasts
from moushi.domain.records import Post

_ROLES = list(Role)


def in_office(posts: Iterable[Post], day: date) -> list[Post]:
    """Those of the posts that are held on a day."""
    return [post for post in posts if lasts(post.from_on, post.to_on, day)]


def rank_of(post: Post) -> tuple[int, str, date]:
    """By role, then by position, then by who began earlier."""
    return _ROLES.index(post.role), post.rank, post.from_on or date.max


def is_of_new_term(post: Post, day: date, number: int | None, before: int | None) -> bool:
    """Whether a post is of the term `number` that a congress opens on a day, not of the one `before`."""
    if post.from_on is not None and post.from_on >= day:
        return True
    return number is not None and post.term_number == number != before


def ended_by_congress(posts: Iterable[Post], day: date, number: int | None, before: int | None) -> list[Post]:
    """The posts that a congress ends: those in office on its day, but not those of the term it opens."""
    return [
        post
        for post in posts
        if (post.to_on is None or post.to_on > day) and not is_of_new_term(post, day, number, before)
    ]
