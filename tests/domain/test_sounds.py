"""Names by their sound: initials, pinyin, and characters that are read in more than one way."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.sounds import BETWEEN, MOST_READINGS, SYLLABLES, sought, sound

READ = {"远": ["yuan"], "帆": ["fan"], "长": ["chang", "zhang"], "安": ["an"], "西": ["xi"]}


def readings(char: str) -> Sequence[str]:
    return READ.get(char, [])


def is_found(word: str, *names: str) -> bool:
    heard = sound(names, readings)
    return any(part in heard for part in sought(word))


@pytest.mark.parametrize("word", ["yf", "YF", "y", "f", "yuanfan", "yuan", "yuanf", "fan", "fa", "YuanFan"])
def test_a_name_is_found_by_initials_by_pinyin_and_by_pinyin_begun(word: str) -> None:
    assert is_found(word, "远帆")


@pytest.mark.parametrize("word", ["an", "n", "uan", "fy", "yfx", "yanfan", "yuanfang"])
def test_a_name_is_not_found_in_the_middle_of_a_syllable(word: str) -> None:
    assert not is_found(word, "远帆")


def test_letters_that_can_be_cut_in_two_ways_find_both() -> None:
    assert is_found("xian", "西安")
    assert sought("xian")[:2] == ("Xian", "XiAn")
    assert is_found("xi'an", "西安")


def test_a_character_read_in_two_ways_is_found_by_either() -> None:
    assert all(is_found(word, "长帆") for word in ("cf", "zf", "changfan", "zhangfan"))


def test_letters_and_digits_of_a_name_stand_for_themselves() -> None:
    assert is_found("a1y", "A1远".casefold())
    assert not is_found("a1", "a1")  # the text itself is looked in for that


def test_of_very_many_ways_to_read_a_name_the_likeliest_are_kept() -> None:
    initials, full = sound(["长" * 40], readings).split(BETWEEN)
    assert full.split("\n")[0] == "Chang" * 40
    assert initials.split("\n")[0] == "C" * 40
    assert len(full.split("\n")) == MOST_READINGS


def test_what_is_not_ascii_or_has_marks_stands_for_no_sound() -> None:
    assert sought("远") == ()
    assert sought("a_b") == ()
    assert sought("lüe")[0] == sought("lue")[0] == "Lve"


syllables = st.lists(st.sampled_from(sorted(SYLLABLES)), min_size=1, max_size=4)


@given(syllables, st.data())
def test_any_name_is_found_by_the_pinyin_of_any_part_of_it(heard: list[str], data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(heard) - 1))
    end = data.draw(st.integers(begin + 1, len(heard)))
    names = {chr(0x4E00 + n): each for n, each in enumerate(heard)}
    kept = sound(["".join(names)], lambda char: [names[char]])
    initials = "".join(each[0] for each in heard[begin:end])
    assert any(part in kept for part in sought(initials))
    typed = "".join(heard[begin:end])
    meant = "".join(map(str.capitalize, heard[begin:end]))
    if "lue" not in typed and "nue" not in typed and meant in sought(typed):
        assert any(part in kept for part in sought(typed))


@given(syllables.filter(lambda heard: len(heard) < 3))
def test_one_or_two_syllables_are_always_understood(heard: list[str]) -> None:
    typed = "".join(heard)
    if len(typed) > 1 and "lue" not in typed and "nue" not in typed:  # taken for lve and nve
        assert "".join(map(str.capitalize, heard)) in sought(typed)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=300))
def test_whatever_is_typed_is_cut_quickly_into_few_parts(word: str) -> None:
    assert len(sought(word)) <= 4
