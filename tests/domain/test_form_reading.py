"""Forms as data: the shipped ones can be read; what a person writes is read or refused with its line."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moushi.domain.form_reading import FormError, folded, parse_form
from moushi.domain.form_rules import (
    AMOUNT_UNITS,
    faults_of_field,
    faults_of_table,
    landings,
    types_of,
)
from moushi.domain.record import field_of
from moushi.domain.records import KINDS
from moushi.domain.returns import NUMBERS, Earlier, FieldType, FormField, FormTable, ReturnForm, Rows
from moushi.domain.toml_places import places

FORMS = Path(__file__).parents[2] / "forms" / "returns"
TEXTS = {path.stem: path.read_text("utf-8") for path in sorted(FORMS.glob("*.toml"))}
MEMBERS = TEXTS["members"]


def refused(text):
    with pytest.raises(FormError) as caught:
        parse_form(text, "我的表")
    return caught.value


def changed(old, new, text=MEMBERS):
    assert old in text
    return text.replace(old, new, 1)


def line_of(words, text):
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


# -- the shipped ones ----------------------------------------------------------------------------------------


def test_four_forms_are_shipped():
    assert list(TEXTS) == ["activities", "chamber", "members", "progress"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_shipped_form_is_read_and_explains_itself(name):
    form = parse_form(TEXTS[name], name)
    assert form.name == name
    assert form.about
    for table in form.tables:
        assert table.help
        assert all(field.lands for field in table.fields)
        assert all(field.aliases for field in table.fields)
        for field in table.fields:
            assert field.help or field.is_locked or field.key in ("name", "place")


def test_tables_of_shipped_forms_can_stand_in_one_workbook():
    tables = [table for name, text in TEXTS.items() for table in parse_form(text, name).tables]
    assert len({table.key for table in tables}) == len({table.title for table in tables}) == len(tables) == 5


def test_members_are_told_by_code_and_money_is_asked_in_wan():
    form = parse_form(MEMBERS, "members")
    (table,) = form.tables
    assert (table.rows, table.blank) == (Rows.MEMBERS, 30)
    capital = table.field("capital")
    assert (capital.type, capital.unit, capital.lands) == (
        FieldType.AMOUNT,
        "万元",
        "Member.registered_capital",
    )
    assert table.field("name").is_required
    assert table.field("kind").choices == {"企业": "enterprise", "团体": "group", "个人": "individual"}


# -- faults --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        ('type = "uscc"', 'type = "usc"', "table.field.type", "is “uscc” meant?"),
        ('lands = "Member.phone"', 'lands = "Member.phon"', "table.field.lands", "is “Member.phone” meant?"),
        ('lands = "Member.phone"', 'lands = "Plan.year"', "table.field.lands", "must be one of"),
        ("required = true", "requird = true", "table.field.requird", "is “required” meant?"),
        ("required = true", "required = 1", "table.field.required", "true or false"),
        ("required = true", "required = false", "table.field.required", "do without Member.name"),
        ('"电话", "手机"', '"联系人", "手机"', "table.field.aliases", "a name of the field “联系人” too"),
        ('label = "员工数"', 'label = "所属 行业"', "table.field.label", "too"),
        ('label = "员工数"', 'label = "序号"', "table.field.label", "“序号”"),
        ('key = "staff"', 'key = "industry"', "table.field.key", "“所属行业” has this key too"),
        ('key = "staff"', 'key = "员工"', "table.field.key", "small Latin letters"),
        ('lands = "Member.industry"', 'lands = "Member.contact"', "table.field.lands", "lands there"),
        ("least = 0", 'least = "0"', "table.field.least", "must be a number"),
        ("least = 0", "least = 0.5", "table.field.least", "must be a whole number"),
        ("least = 0", "least = 900000", "table.field.most", "less than the least"),
        ("least = 0", "least = inf", "table.field.least", "must be a number"),
        ('type = "whole"', 'type = "text"', "table.field.least", "only numbers"),
        ('type = "whole"', 'type = "decimal"', "table.field.type", "Member.staff holds values of type whole"),
        ('type = "phone"', 'type = "text"', "table.field.type", "Member.phone holds values of type phone"),
        ('type = "amount"', 'type = "decimal"', "table.field.type", "holds values of type amount"),
        ('unit = "万元"', 'unit = "万"', "table.field.unit", "亿元"),
        ("longest = 200", "longest = 0", "table.field.longest", "from 1 to"),
        ('"企业" = "enterprise"', '"企业" = "firm"', "table.field.choices", "“企业” stands for firm"),
        ("blank = 30", "blank = 99999", "table.blank", "from 0 to"),
        ("longest = 200", "choices = 1", "table.field.choices", "a list of texts, or a table of texts"),
        ("longest = 200", 'choices = ["a", "a"]', "table.field.choices", "twice"),
        ('["离会原因"', '["a\\u0000"', "table.field.aliases", "1 to 40 characters"),
        ('rows = "members"', 'rows = "member"', "table.rows", "is “members” meant?"),
        ("version = 1", "version = 0", "version", "whole number"),
        ("version = 1", "versio = 1", "version", "it is missing"),
        ('title = "会员变动"\nrows', 'title = "会员/变动"\nrows', "table.title", "no sheet"),
        ('title = "会员变动"\nrows', 'title = "填报说明"\nrows', "table.title", "no sheet"),
        ("width = 16", "width = 16\nprefilled = false\nlocked = true", "table.field.prefilled", "prefilled"),
        ('lands = "Member.phone"', "locked = true", "table.field.locked", "nothing to be shown"),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_line_key_and_reason(old, new, key, reason):
    text = changed(old, new)
    fault = refused(text)
    assert fault.key == key
    assert reason in str(fault.reason)
    assert str(fault).startswith(f"Form “我的表”, line {fault.line}, key {key}: ")
    assert str(fault).endswith("Correct the form's file and try again.")
    said = text.splitlines()[fault.line - 1]
    assert said.startswith((key.split(".")[-1], "[table.field.choices]", "[[")) or fault.line == 1


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ('label = "联系人"', 'label = "联系人', "a closing quote is missing"),
        ("least = 0", "least =", "is no value"),
        ("least = 0", "least = 0 0", "does not belong there"),
        ("width = 16", "width = 16\nwidth = 17", "second time"),
        ('"手机", ', '"手机" ', "comma or the closing bracket"),
        ('"企业" = "enterprise"', '企业 = "enterprise"', "stands in quotes"),
        ("width = 16", "width = { a = 1", "closing brace"),
        ("width = 16", "width 16", "equals sign"),
    ],
)
def test_a_slip_in_the_toml_is_told_in_plain_words_with_its_line(old, new, reason):
    text = changed(old, new)
    fault = refused(text)
    assert reason in str(fault.reason)
    assert fault.key == ""
    differs = [
        n for n, (a, b) in enumerate(zip(MEMBERS.splitlines(), text.splitlines(), strict=False), 1) if a != b
    ]
    assert fault.line in (differs[0], differs[0] + 1)  # fmt: skip


def test_what_is_missing_is_told_at_the_heading_of_its_table():
    fault = refused(changed('label = "联系电话"\n', ""))
    assert str(fault.reason) == "it is missing"
    text = changed('label = "联系电话"\n', "")
    assert text.splitlines()[fault.line] == 'key = "phone"'


def test_a_table_without_what_its_rows_are_known_by_is_refused():
    fault = refused(changed('lands = "Member.name"\nrequired = true', "prefilled = false"))
    assert "one that lands in Member.name" in str(fault.reason)


def test_no_blank_lines_are_left_where_the_rows_are_given():
    progress = TEXTS["progress"]
    assert "no blank lines" in str(
        refused(progress.replace('rows = "progress"', 'rows = "progress"\nblank = 3'))
    )
    locked = changed("required = true", "locked = true")
    assert "no new row" in str(refused(locked))


def test_older_versions_name_labels_of_then():
    text = changed("version = 1", "version = 3") + (
        '\n[[earlier]]\nversion = 1\nrenamed = { "members:手机" = "phone" }\ndropped = ["members:传真"]\n'
        "[[earlier]]\nversion = 2\n"
    )
    assert parse_form(text, "members").earlier == (
        Earlier(1, {"members:手机": "phone"}, ("members:传真",)),
        Earlier(2),
    )
    assert "is “phone” meant?" in str(refused(changed('= "phone" }', '= "phones" }', text)))
    assert "colon and a label" in str(refused(changed('"members:传真"', '"传真"', text)))
    assert "before 3, each once" in str(
        refused(changed("[[earlier]]\nversion = 2", "[[earlier]]\nversion = 1", text))
    )
    assert "before 3, each once" in str(
        refused(changed("[[earlier]]\nversion = 2", "[[earlier]]\nversion = 3", text))
    )


def test_the_example_of_the_documentation_is_a_form_and_its_tables_name_every_landing():
    text = (FORMS.parents[1] / "docs" / "forms.md").read_text("utf-8")
    form = parse_form(text.split("```toml\n")[1].split("```")[0], "例子")
    assert (form.version, len(form.tables[0].fields), form.earlier[0].version) == (2, 5, 1)
    for rows in Rows:
        (line,) = (line for line in text.splitlines() if line.startswith(f"| `{rows}` |"))
        assert all(f"`{lands}`" in line or f"`.{lands.split('.')[1]}`" in line for lands in landings(rows))


def test_a_file_saved_by_notepad_is_read_alike():
    saved = "\ufeff" + MEMBERS.replace("\n", "\r\n")
    assert parse_form(saved, "members") == parse_form(MEMBERS, "members")


def test_places_are_those_of_the_lines():
    text = (
        'a = 1\nb = """\n[x]\nc = 2\n""" # "\nlist = [\n  "]", # d = 1\n  "e = 1",\n]\n'
        "[[t]]\nk.l = 1\n[[t.f]]\nm = '''\n[[t]]'''\n[t.f.\"键\"]\nn = 1\n[[t]]\n\"o\" = 1\n"
    )
    assert places(text) == {
        ("a",): 1, ("b",): 2, ("list",): 6, ("t", 0): 10, ("t", 0, "k", "l"): 11, ("t", 0, "f", 0): 12,
        ("t", 0, "f", 0, "m"): 13, ("t", 0, "f", 0, "键"): 15, ("t", 0, "f", 0, "键", "n"): 16,
        ("t", 1): 17, ("t", 1, "o"): 18,
    }  # fmt: skip


# -- properties ----------------------------------------------------------------------------------------------

WORDS = st.text("会员名称电话企业abcXYZ（）/ \"'\\", min_size=1, max_size=12).map(str.strip).filter(bool)
KEYS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)


def quoted(text):
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def written(form):
    """The text of a form's file."""
    lines = [f"title = {quoted(form.title)}", f"version = {form.version}", f"about = {quoted(form.about)}"]
    for table in form.tables:
        lines += ["[[table]]", f"key = {quoted(table.key)}", f"title = {quoted(table.title)}"]
        lines += [f"rows = {quoted(table.rows)}", f"blank = {table.blank}", f"help = {quoted(table.help)}"]
        lines.append(f"aliases = [{', '.join(map(quoted, table.aliases))}]")
        for field in table.fields:
            lines += ["[[table.field]]", f"key = {quoted(field.key)}", f"label = {quoted(field.label)}"]
            lines += [f"type = {quoted(field.type)}", f"aliases = [{', '.join(map(quoted, field.aliases))}]"]
            texts = {"lands": field.lands, "unit": field.unit, "help": field.help}
            lines += [f"{key} = {quoted(text)}" for key, text in texts.items() if text]
            numbers = {
                "least": field.least,
                "most": field.most,
                "longest": field.longest,
                "width": field.width,
            }
            lines += [f"{key} = {number}" for key, number in numbers.items() if number is not None]
            flags = {
                "required": field.is_required,
                "prefilled": field.is_prefilled,
                "locked": field.is_locked,
            }
            lines += [f"{key} = {str(flag).lower()}" for key, flag in flags.items()]
            if field.choices:
                pairs = (f"{quoted(word)} = {quoted(kept)}" for word, kept in field.choices.items())
                lines.append(f"choices = {{ {', '.join(pairs)} }}")
    for each in form.earlier:
        pairs = (f"{quoted(label)} = {quoted(key)}" for label, key in each.renamed.items())
        lines += ["[[earlier]]", f"version = {each.version}", f"renamed = {{ {', '.join(pairs)} }}"]
        lines.append(f"dropped = [{', '.join(map(quoted, each.dropped))}]")
    return "\n".join(lines)


@st.composite
def fields(draw, rows, key, names, lands):
    type_ = draw(st.sampled_from(types_of(lands) if lands else tuple(FieldType)))
    choices = {}
    if type_ is FieldType.CHOICE:
        values = ["甲", "乙"]
        if lands and issubclass(
            kept := field_of(KINDS[lands.split(".")[0]], lands.split(".")[1]).type, StrEnum
        ):
            values = [each.value for each in kept]
        choices = draw(st.dictionaries(WORDS, st.sampled_from(values), min_size=1, max_size=3))
    is_locked = bool(lands) and draw(st.booleans())
    least, most = sorted(draw(st.tuples(*[st.integers(-999, 999)] * 2)))
    unit = draw(st.sampled_from([*AMOUNT_UNITS])) if type_ is FieldType.AMOUNT else ""
    return FormField(
        key, names[0], type_, lands, tuple(names[1:]), unit,
        is_required=not is_locked and draw(st.booleans()),
        least=Decimal(least) if type_ in NUMBERS and draw(st.booleans()) else None,
        most=Decimal(most) if type_ in NUMBERS and draw(st.booleans()) else None,
        longest=draw(st.none() | st.integers(1, 999)) if type_ is FieldType.TEXT else None,
        choices=choices,
        help=draw(WORDS | st.just("")),
        is_prefilled=bool(lands) and (is_locked or draw(st.booleans())),
        is_locked=is_locked,
        width=draw(st.none() | st.integers(2, 120)),
    )  # fmt: skip


@st.composite
def forms(draw):
    tables = []
    keys = draw(st.lists(KEYS, min_size=1, max_size=2, unique=True))
    for number, key in enumerate(keys):
        rows = draw(st.sampled_from(Rows))
        places_of = draw(st.lists(st.sampled_from(["", *landings(rows)]), min_size=1, max_size=5))
        places_of = list(dict.fromkeys(places_of))
        names = draw(st.lists(WORDS, min_size=12, max_size=12, unique_by=folded))
        field_keys = draw(st.lists(KEYS, min_size=5, max_size=5, unique=True))
        made = tuple(
            draw(fields(rows, field_keys[n], names[2 * n : 2 * n + 2], lands))
            for n, lands in enumerate(places_of)
        )
        tables.append(FormTable(key, f"表{number}", rows, made, (), draw(st.integers(0, 9)), draw(WORDS)))
    earlier = (Earlier(1, {f"{keys[0]}:旧名": tables[0].fields[0].key}, (f"{keys[0]}:传真",)),)
    return ReturnForm("我的表", 2, draw(WORDS), tuple(tables), draw(WORDS), earlier)


def faults(form):
    for table in form.tables:
        for field in table.fields:
            yield from faults_of_field(field, table.rows)
        yield from faults_of_table(table)


@given(forms())
def test_a_form_written_out_and_read_is_the_same_or_refused_for_a_rule(form):
    reasons = [str(fault.reason) for fault in faults(form)]
    if reasons:
        assert str(refused(written(form)).reason) in reasons
    else:
        assert parse_form(written(form), "我的表") == form


PUT = ["", '"', "'", "[", "]]", "{", "=", "\\", "#", "\n", "\x00", "0", "-1", "true", "[[table]]\n"]


@given(st.sampled_from(sorted(TEXTS)), st.data())
def test_a_shipped_form_damaged_anywhere_is_read_or_refused_with_a_line_of_it(name, data):
    text = TEXTS[name]
    begins = data.draw(st.integers(0, len(text)))
    ends = data.draw(st.integers(begins, min(len(text), begins + 300)))
    damaged = text[:begins] + data.draw(st.sampled_from(PUT) | st.text(max_size=5)) + text[ends:]
    told = None
    try:
        assert parse_form(damaged, name).name == name
    except FormError as fault:
        told = fault
    assert told is None or 1 <= told.line <= damaged.count("\n") + 1
    assert told is None or str(told)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[" * 5000,
        "a = " + "[" * 5000,
        f"version = {'9' * 5000}",
        "version = 1e99999999999999999999",
        "a.b = 1\na = 2",
    ],
)
def test_nonsense_is_refused(text):
    assert refused(text).line == 1 or text.startswith("a.b")
