"""The unified social credit code (统一社会信用代码, GB 32100-2015), and what is amiss with one as typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from operator import mul

from moushi.domain.kinds import MemberKind
from moushi.errors import Message, say

LENGTH = 18
"""Characters of a code; the last one checks the others."""

DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The characters of a code by their value: letters that look like digits are left out (GB 32100, 4.2)."""

_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_VALUE = {digit: value for value, digit in enumerate(DIGITS)}
_LOOKALIKES = {"I": "1", "O": "0", "S": "5", "Z": "2", "V": "U"}


PREFIXES: Mapping[str, Message] = {
    "11": say("government office"),
    "12": say("public institution"),
    "13": say("mass organisation"),
    "31": say("law firm"),
    "51": say("social organisation"),
    "52": say("private non-enterprise unit"),
    "53": say("foundation"),
    "81": say("trade union"),
    "91": say("business enterprise"),
    "92": say("sole trader"),
    "93": say("farmers' cooperative"),
    "A1": say("institution of the armed forces"),
    "N1": say("group collective"),
    "N2": say("village collective"),
    "N3": say("township collective"),
    "Y1": say("body registered elsewhere"),
}
"""Who is registered by codes of these first two characters: authority and kind (GB 32100, 4.1 and 4.2)."""

_BODIES = frozenset({"11", "12", "13", "51", "52", "53", "81"})
_FITS: Mapping[MemberKind, frozenset[str]] = {
    MemberKind.ENTERPRISE: frozenset(PREFIXES) - _BODIES,
    MemberKind.GROUP: frozenset(PREFIXES) - {"91", "92"},
    MemberKind.INDIVIDUAL: frozenset({"92"}),
}
"""Which known codes a member of a kind may have; trade as a person is done as a sole trader."""


def normal_uscc(text: str) -> str:
    """A code as it is kept: half width, capitals, without spaces and hyphens."""
    return re.sub(r"[\s\-]+", "", unicodedata.normalize("NFKC", text)).upper()


def check_character(body: str) -> str:
    """The 18th character that belongs to the first 17; `ValueError` when they are no body of a code."""
    if len(body) != LENGTH - 1 or not set(body) <= _VALUE.keys():
        raise ValueError(f"{body!r} is not the body of a code")
    total = sum(map(mul, _WEIGHTS, map(_VALUE.__getitem__, body)))
    return DIGITS[-total % len(DIGITS)]


def is_uscc(text: str) -> bool:
    """Whether a text, as it is kept, is a code whose check character fits."""
    if len(text) != LENGTH or not set(text) <= _VALUE.keys():
        return False
    return check_character(text[:-1]) == text[-1]


def uscc_advice(text: str) -> Message | None:
    """What a person should look at in a code as typed; None for nothing, and for an empty text."""
    code = normal_uscc(text)
    strange = next((char for char in code if char not in _VALUE), None)
    if strange is not None and strange in _LOOKALIKES:
        return say(
            "A code has no letter {letter}. Look whether it is {likely}.",
            letter=strange,
            likely=_LOOKALIKES[strange],
        )
    if strange is not None:
        return say("A code has digits and capitals only, not “{mark}”.", mark=strange)
    if not code or (len(code) == LENGTH and check_character(code[:-1]) == code[-1]):
        return None
    if len(code) < LENGTH:
        return say("{count} of 18 characters so far.", count=len(code))
    if len(code) > LENGTH:
        return say("A code has 18 characters; these are {count}.", count=len(code))
    return say("The check character does not fit. Compare the code with the licence, character by character.")


def prefix_words(text: str) -> Message | None:
    """Whose code it is by its first two characters; None while there are fewer, or they are unknown."""
    prefix = normal_uscc(text)[:2]
    return say("{prefix}: {whose}", prefix=prefix, whose=PREFIXES[prefix]) if prefix in PREFIXES else None


def misfit(text: str, kind: MemberKind) -> Message | None:
    """What to look at where a code is not of the kind that the member is entered as; None for nothing."""
    prefix = normal_uscc(text)[:2]
    if prefix not in PREFIXES or prefix in _FITS[kind]:
        return None
    return say("The kind above does not fit this code. Look which of the two is right.")
