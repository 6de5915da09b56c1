"""Every text that a person reads stands in the Chinese catalogue, with the same places for values."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from string import Formatter
from types import ModuleType

import hatch_build
import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi import paths
from moushi.desk import language
from moushi.errors import MoushiError, say

ROOT = Path(__file__).resolve().parents[1]
CATALOGUE = paths.resources() / "i18n" / "moushi_zh_CN.ts"


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = tool()
WANTED = TOOL.wanted()
HELD = TOOL.read(CATALOGUE)


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_every_text_is_translated():
    missing = [
        f"{place}: {source}"
        for context, texts in WANTED.items()
        for source, place in texts.items()
        if not HELD.get(context, {}).get(source)
    ]
    assert missing == []


LEFT_BEHIND = ("时段", "期间", "照抄", "接收", "审阅", "采用", "已关闭", "讲话人", "分管领导", "供稿对象")
"""Words that once stood on some pages for what others called 时期, 照搬, 导入, 核对, 采纳, 已归档, …"""


def test_what_has_one_word_is_called_by_no_other():
    found = [
        chinese
        for texts in HELD.values()
        for chinese in texts.values()
        if any(word in chinese for word in LEFT_BEHIND)
    ]
    assert found == []


def test_letters_for_the_keyboard_stand_before_the_dots():
    assert [text for texts in HELD.values() for text in texts.values() if "…(&" in text] == []


@pytest.mark.parametrize(
    ("form", "source", "label"),
    [
        ("PlanPage", "Speaker's &name", "speaker's name"),
        ("PlanPage", "&Leader in charge", "leader in charge"),
        ("PlanPage", "Resp&onsible", "responsible person"),
        ("PlanPage", "&Due", "due date"),
        ("PlanPage", "Set by h&and", "state set by hand"),
        ("PlanPage", "Heading &in print", "heading"),
        ("ArticlePage", "For who&m", "for whom"),
        ("ArticlePage", "Peri&od", "period"),
        ("ArticlePage", "P&art", "part"),
        ("ProgressPage", "Per&iod", "period"),
        ("MembersPage", "&Staff", "staff"),
        ("MembersPage", "Kept &until", "kept until"),
        ("MembersPage", "Capita&l (yuan)", "registered capital (yuan)"),
        ("ChambersPage", "Years of ter&m", "term length in years"),
        ("ChambersPage", "&Began on", "term began on"),
    ],
)
def test_the_history_calls_a_field_as_its_form_does(form, source, label):
    assert HELD[form][source].partition("(&")[0] == HELD["Moushi"][label]


def test_no_translation_is_left_over():
    assert {context: set(texts) - set(WANTED.get(context, {})) for context, texts in HELD.items()} == {
        context: set() for context in WANTED
    }


def test_translations_of_messages_have_the_same_places_as_their_sources():
    differing = [s for s, t in HELD[TOOL.MESSAGES].items() if t and places(s) != places(t)]
    assert differing == []


def test_form_texts_keep_their_keys_for_the_keyboard():
    def key(text: str) -> str:
        return text.replace("&&", "").partition("&")[2][:1].upper()

    forms = [pair for context, texts in HELD.items() if context != TOOL.MESSAGES for pair in texts.items()]
    assert [(source, chinese) for source, chinese in forms if key(source) != key(chinese)] == []


def test_the_catalogue_stands_as_the_tool_writes_it(tmp_path):
    TOOL.write(HELD, tmp_path / "again.ts")
    assert (tmp_path / "again.ts").read_text("utf-8") == CATALOGUE.read_text("utf-8")


def test_messages_are_spoken_in_chinese_without_qt_and_in_english_as_written():
    message = say("There is nothing to review.")
    assert message.render(language.translations("zh_CN")) == "没有要核对的内容。"
    assert message.render(language.translations("en")) == "There is nothing to review."


def test_only_finished_translations_of_the_asked_context_are_read(tmp_path):
    path = tmp_path / "some.ts"
    path.write_text(
        """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="zh_CN">
        <context><name>Other</name><message><source>a</source><translation>别处</translation></message></context>
        <context><name>Moushi</name>
          <message><source>a &amp; b</source><translation>甲 &lt; 乙</translation></message>
          <message><source>c</source><translation type="unfinished">丙</translation></message>
        </context></TS>""",
        "utf-8",
    )
    assert language.read_catalogue(path, "Moushi") == {"a & b": "甲 < 乙"}


def test_a_catalogue_that_declares_entities_is_refused(tmp_path):
    path = tmp_path / "some.ts"
    path.write_text('<!DOCTYPE TS [<!ENTITY a "b">]><TS>&a;</TS>', "utf-8")
    with pytest.raises(ValueError, match="entities"):
        language.read_catalogue(path, "Moushi")


def test_the_tool_finds_literals_wherever_they_are_given(tmp_path):
    package = tmp_path / "desktop" / "moushi"
    package.mkdir(parents=True)
    (tmp_path / "forms").mkdir()
    (package / "some.py").write_text(
        """
class HeldError(MoushiError):
    def __init__(self):
        super().__init__("held")
class DeepError(HeldError): ...
say("one" if x else "two", n=say("inner {n}"))
raise errors.DeepError("deep " "down")
attr("label", default="no")
raise ValueError("not for people")
"""
    )
    (tmp_path / "forms" / "some.ui").write_text(
        '<ui><class>Some</class><string>shown</string><string notr="true">Ctrl+S</string><string/></ui>'
    )
    found = TOOL.wanted(tmp_path)
    assert set(found["Moushi"]) == {"held", "one", "two", "inner {n}", "deep down", "label"}
    assert set(found["Some"]) == {"shown"}


def test_the_tool_fills_in_translations_and_keeps_the_rest(tmp_path):
    pairs = tmp_path / "more.tsv"
    pairs.write_text("one\t一\n\ntwo\\nlines\t两\\n行\n", "utf-8")
    catalogue = {"Moushi": {"one": "", "two\nlines": "", "three": "三"}}
    filled = TOOL.filled(catalogue, dict(TOOL.read_pairs(pairs)))
    assert filled == {"Moushi": {"one": "一", "two\nlines": "两\n行", "three": "三"}}
    TOOL.write(filled, tmp_path / "some.ts")
    assert TOOL.read(tmp_path / "some.ts") == filled


texts = st.text(st.characters(blacklist_categories=["Cc", "Cs", "Cn"]) | st.just("\n"), min_size=1)


@given(st.dictionaries(texts, texts))
def test_what_the_tool_writes_is_what_the_program_reads(tmp_path_factory, held):
    path = tmp_path_factory.mktemp("catalogue") / "some.ts"
    TOOL.write({"Some": {"a": "甲"}, TOOL.MESSAGES: held}, path)
    assert language.read_catalogue(path, TOOL.MESSAGES) == held


def test_what_is_built_of_a_catalogue_says_the_same_until_the_catalogue_is_another(tmp_path):
    path = tmp_path / "some.ts"
    assert language.read_built(path) == {}
    TOOL.write({"Some": {"a": "甲"}, TOOL.MESSAGES: {"b\nc": "乙 & “丙”", "d": ""}}, path)
    hatch_build.write_messages(path, path.with_suffix(".json"))
    assert language.read_built(path) == language.read_catalogue(path, TOOL.MESSAGES) == {"b\nc": "乙 & “丙”"}
    TOOL.write({TOOL.MESSAGES: {"b\nc": "丁"}}, path)
    assert language.read_built(path) == {}


def test_an_unfilled_line_of_translations_is_named(tmp_path):
    pairs = tmp_path / "more.tsv"
    pairs.write_text("one\t一\ntwo\n", "utf-8")
    with pytest.raises(SystemExit, match=r"more\.tsv:2"):
        list(TOOL.read_pairs(pairs))


def test_known_errors_read_in_both_languages():
    fault = MoushiError("The program's own files are missing: {path}. Install Moushi again.", path="x")
    assert fault.message.render(language.translations("zh_CN")) == "程序自带的文件缺失：x。请重新安装谋实。"
    assert str(fault) == "The program's own files are missing: x. Install Moushi again."
