"""Names by their sound: what is kept of a name's pinyin, and what of that a word in Latin letters looks for.

A sound has two parts with a tab between: the first letters of a text's syllables as capitals, and the
syllables, each begun by a capital (远帆: `YF` and `YuanFan`); in each a line for every way of reading every
text. So a word is found only where a syllable begins: `an`, which looks for `An` and `AN`, is not in 远.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import combinations, islice, product

MOST_READINGS = 8
"""So many ways to read one name are kept, the usual one first."""

BETWEEN = "\t"
"""What stands between initials and syllables in a sound."""

_LONGEST = 40  # syllables of a name that are looked at
_MOST_SOUGHT = 3  # ways to cut a word into syllables
_NO_INITIALS = frozenset("iuv")  # no syllable begins with these
_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo v ve",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u ua uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}

SYLLABLES = frozenset(head + tail for head, tails in _FINALS.items() for tail in tails.split())
"""The syllables of Standard Chinese without tones; ü is v, as it is typed."""

_BEGINNINGS = frozenset(each[:end] for each in SYLLABLES for end in range(1, len(each) + 1))


def sound(texts: Iterable[str], readings: Callable[[str], Sequence[str]]) -> str:
    """The sound of some texts; `readings` gives a character's ways to be read, none for a mark.

    Letters and digits stand for themselves. Texts without a Chinese character have no sound of their own.
    """
    initials: dict[str, None] = {}
    full: dict[str, None] = {}
    for text in texts:
        if not text.isascii():
            for syllables in _ways([_of(char, readings) for char in text[:_LONGEST]]):
                initials["".join(each[0].upper() for each in syllables)] = None
                full["".join(map(str.capitalize, syllables))] = None
    return "\n".join(filter(None, initials)) + BETWEEN + "\n".join(filter(None, full)) if any(full) else ""


def _of(char: str, readings: Callable[[str], Sequence[str]]) -> Sequence[str]:
    return [char] if char.isascii() and char.isalnum() else readings(char)


def _ways(characters: Sequence[Sequence[str]]) -> Iterable[list[str]]:
    """Ways to read a text: the usual one, then those that differ from it in one place, in two …."""
    heard = [each for each in characters if each]
    usual = [each[0] for each in heard]
    others = [place for place, each in enumerate(heard) if len(each) > 1]
    if not others:
        return (usual,)
    ways = (
        [changed.get(place, each) for place, each in enumerate(usual)]
        for count in range(len(others) + 1)
        for places in combinations(others, count)
        for changes in product(*(heard[place][1:] for place in places))
        for changed in [dict(zip(places, changes, strict=True))]
    )
    return islice(ways, MOST_READINGS)


@cache
def sought(word: str) -> tuple[str, ...]:
    """The parts of a sound that a word may stand for, as initials or as pinyin; none unless it is ASCII."""
    typed = word.casefold().replace("ü", "v").replace("'", "")
    if not (typed.isascii() and typed.isalnum()):
        return ()
    initials = typed.upper()
    if len(typed) == 1 or not typed.isalpha():
        return (initials,)
    cuts = sorted(_cut(typed), key=_likely)
    whole = [syllables for syllables in cuts if syllables[-1] in SYLLABLES]
    cuts = (whole or cuts)[:_MOST_SOUGHT]
    full = ["".join(map(str.capitalize, syllables)) for syllables in cuts]
    if full and not _NO_INITIALS.isdisjoint(typed):
        return tuple(full)
    return tuple(dict.fromkeys((initials, *full)))


def _likely(syllables: Sequence[str]) -> tuple[bool, int]:
    """Whole syllables before one that is only begun, few before many."""
    return syllables[-1] not in SYLLABLES, len(syllables)


def _cut(word: str) -> Sequence[tuple[str, ...]]:
    """Some ways to cut letters into syllables, the last of which may be only begun."""
    spelled = word.replace("lue", "lve").replace("nue", "nve")  # so input methods take them too
    ways: list[list[tuple[str, ...]]] = [[] for _ in spelled]
    for start in reversed(range(len(spelled))):  # of each tail only the likeliest: long words have very many
        if spelled[start:] in _BEGINNINGS:
            ways[start].append((spelled[start:],))
        for end in range(start + 1, min(start + 7, len(spelled))):
            if spelled[start:end] in SYLLABLES:
                ways[start] += [(spelled[start:end], *rest) for rest in ways[end]]
        ways[start] = sorted(ways[start], key=_likely)[: 2 * _MOST_SOUGHT]
    return ways[0]
