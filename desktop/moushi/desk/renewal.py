"""Renewal (换届): a congress closes a chamber's term and its posts, and opens the next with new officers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID, uuid4

from moushi.changes.model import Change, Edit, Insert, Proposal, Source, changes_between
from moushi.desk.register import holder_name, posts_in_rank
from moushi.desk.terms import MOST_YEARS, check_live, ended_terms
from moushi.domain.kinds import MemberKind, Role
from moushi.domain.posts import ended_by_congress, is_of_new_term
from moushi.domain.rank import spread
from moushi.domain.records import Chamber, Member, Person, Post
from moushi.domain.snapshot import Snapshot
from moushi.domain.terms import ended_term, term_ends
from moushi.errors import Message, MoushiError, say

Holder = Person | Member


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody elected: a name and a role; `holder` is who that is, None whoever has the name."""

    name: str
    role: Role
    holder: Holder | None = None


@dataclass(frozen=True, slots=True)
class Congress:
    """What a person tells of a congress: its day, the term that it opens, who was elected in what order."""

    day: date
    number: int | None = None
    years: int | None = None
    officers: tuple[Officer, ...] = ()


def next_congress(snapshot: Snapshot, chamber: Chamber, day: date) -> Congress:
    """What a congress most likely brings: the next number, the same length, the officers re-elected."""
    number = None if chamber.term_number is None else chamber.term_number + 1
    told = Congress(day, number, chamber.term_years)
    officers: dict[tuple[UUID, Role], Officer] = {}
    for post in posts_in_rank(closing(snapshot, chamber, told)):
        holder = _holder_of(snapshot, post)
        if holder:  # one who holds a role twice over holds it once from now on
            officers.setdefault(
                (holder.id, post.role), Officer(holder_name(snapshot, post), post.role, holder)
            )
    return replace(told, officers=tuple(officers.values()))


def closing(snapshot: Snapshot, chamber: Chamber, told: Congress) -> list[Post]:
    """The posts that a congress ends: those in office on its day, but not those of the new term."""
    posts = snapshot.where(Post, chamber_id=chamber.id)
    return ended_by_congress(posts, told.day, told.number, chamber.term_number)


def renewal(snapshot: Snapshot, chamber: Chamber, told: Congress) -> Proposal:
    """The whole of a renewal as one proposal; `MoushiError` gives the reason why it cannot be.

    The term that ends becomes a record with its actual end, the posts in office end on the day of the
    congress, the chamber stands in its new term, and each officer elected has a new post.
    """
    check_congress(snapshot, chamber, told)
    edits: list[Edit] = []
    posts = closing(snapshot, chamber, told)
    if chamber.term_number is not None or chamber.term_began_on is not None or posts:
        edits.append(Insert(ended_term(chamber, told.day)))
    edits += (Change(Post, post.id, "to_on", post.to_on, told.day) for post in posts)
    inserts, elected = _elected(snapshot, chamber, told)
    edits += changes_between(
        chamber,
        replace(
            chamber,
            term_number=told.number,
            term_began_on=told.day,
            term_years=told.years,
            term_extended_to=None,
            secretary=_secretary(snapshot, chamber, posts, elected),
        ),
    )
    title = say("{name}: renewed on {day}", name=chamber.name, day=told.day)
    return Proposal(Source(""), title, (*edits, *inserts))


def check_congress(snapshot: Snapshot, chamber: Chamber, told: Congress) -> None:
    """Refuse a congress that cannot be, whoever was elected; `MoushiError` gives the reason."""
    check_live(chamber)
    if chamber.term_began_on is not None and told.day <= chamber.term_began_on:
        raise MoushiError(
            "The term began on {began}; the congress that ends it comes after that day.",
            began=chamber.term_began_on,
        )
    before = max((term.ended_on for term in ended_terms(snapshot, chamber.id) if term.ended_on), default=None)
    if before is not None and told.day <= before:
        raise MoushiError("The term before ended on {ended}; this one ends after that day.", ended=before)
    if told.years is not None and told.years < 1:
        raise MoushiError("A term has at least one year. Enter its years, or leave them empty.")
    if told.number is not None and told.number < 1:
        raise MoushiError("Terms are counted from 1. Enter the number of the new term.")


def renewal_advice(snapshot: Snapshot, chamber: Chamber, told: Congress, today: date) -> tuple[Message, ...]:
    """What a person should look at before the renewal; it can be carried out all the same."""
    return tuple(_advice(snapshot, chamber, told, today))


def _advice(snapshot: Snapshot, chamber: Chamber, told: Congress, today: date) -> Iterable[Message]:
    ends = term_ends(chamber)
    if told.day > today:
        yield say("That day is still to come.")
    if ends is not None and told.day < ends:
        yield say("Renewed early: the term lasts to {ends}.", ends=ends)
    if ends is not None and told.day > ends:
        yield say("Renewed late: the term ended on {ends}.", ends=ends)
    if told.years is not None and told.years > MOST_YEARS:
        yield say(
            "Charters give a term 1 to {most} years; this one has {years}.", most=MOST_YEARS, years=told.years
        )
    if told.number is not None and chamber.term_number is not None and told.number != chamber.term_number + 1:
        yield say("The term before was number {number}.", number=chamber.term_number)
    there = [post for post in snapshot.where(Post, chamber_id=chamber.id) if _is_new(post, chamber, told)]
    if there:
        yield say(
            "{count} posts of the new term are entered already; they stay as they are.", count=len(there)
        )
    elif not told.officers:
        yield say("No new officers: all posts end, and nobody is in office.")


# -- who was elected ---------------------------------------------------------------------------------------


def candidates(snapshot: Snapshot, chamber: Chamber, name: str) -> tuple[Holder, ...]:
    """The people and the federation's members of just that name; one that is known in the chamber is it."""
    found: list[Holder] = [*snapshot.where(Person, name=name)]
    found += (m for m in snapshot.where(Member, name=name) if m.federation_id == chamber.federation_id)
    if len(found) < 2:
        return tuple(found)
    posts = snapshot.where(Post, chamber_id=chamber.id)
    known = {held for post in posts for held in (post.person_id, post.member_id)}
    here = [each for each in found if each.id in known]
    return tuple(here if len(here) == 1 else found)


def _elected(
    snapshot: Snapshot, chamber: Chamber, told: Congress
) -> tuple[list[Insert], list[tuple[Holder, Role]]]:
    """The inserts by which the officers have their posts, and who has which role."""
    officers = [replace(each, name=each.name.strip()) for each in told.officers if each.name.strip()]
    there = {
        (post.person_id or post.member_id, post.role)
        for post in snapshot.where(Post, chamber_id=chamber.id)
        if _is_new(post, chamber, told)
    }
    newcomers: dict[str, Person] = {}
    inserts: list[Insert] = []
    elected: list[tuple[Holder, Role]] = []
    for officer, rank in zip(officers, spread(len(officers)), strict=True):
        holder = officer.holder or _named(snapshot, chamber, officer.name) or newcomers.get(officer.name)
        if holder is None:
            holder = newcomers[officer.name] = Person(id=uuid4(), name=officer.name)
            inserts.append(Insert(holder))
        elected.append((holder, officer.role))
        if (holder.id, officer.role) in there:
            continue
        there.add((holder.id, officer.role))
        inserts.append(
            Insert(
                Post(
                    id=uuid4(),
                    role=officer.role,
                    rank=rank,
                    person_id=holder.id if isinstance(holder, Person) else None,
                    member_id=holder.id if isinstance(holder, Member) else None,
                    chamber_id=chamber.id,
                    term_number=told.number,
                    from_on=told.day,
                )
            )
        )
    return inserts, elected


def _named(snapshot: Snapshot, chamber: Chamber, name: str) -> Holder | None:
    found = candidates(snapshot, chamber, name)
    if len(found) > 1:
        raise MoushiError(
            "{count} have the name {name}. Type it again and choose the right one from the list.",
            count=len(found),
            name=name,
        )
    return found[0] if found else None


def _secretary(
    snapshot: Snapshot, chamber: Chamber, posts: Sequence[Post], elected: Sequence[tuple[Holder, Role]]
) -> str:
    """The chamber's secretary: who holds that post from now on, where the one named held it before."""
    role = Role.SECRETARY_GENERAL
    before = {holder_name(snapshot, post) for post in posts if post.role is role}
    now = [holder for holder, held in elected if held is role and not _is_firm(holder)]
    follows = not chamber.secretary or chamber.secretary in before
    return now[0].name if now and follows else chamber.secretary


def _is_firm(holder: Holder) -> bool:
    return isinstance(holder, Member) and holder.kind is not MemberKind.INDIVIDUAL


def _holder_of(snapshot: Snapshot, post: Post) -> Holder | None:
    if post.person_id:
        return snapshot.get(Person, post.person_id)
    return snapshot.get(Member, post.member_id) if post.member_id else None


def _is_new(post: Post, chamber: Chamber, told: Congress) -> bool:
    """Whether a post entered before the renewal is of the term that it opens."""
    return is_of_new_term(post, told.day, told.number, chamber.term_number)
