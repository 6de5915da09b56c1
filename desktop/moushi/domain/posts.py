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
