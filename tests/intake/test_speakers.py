"""The speaker of a paragraph is told by unit, posts and name, whatever the verb."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.newspaper_words import CHAMBERS, COUNTIES, NAMES, ORGANS, POSTS, VERBS
from moushi.intake.speakers import Speaker, begins_speech, speaker_of

units = st.one_of(
    st.tuples(st.sampled_from(COUNTIES), st.sampled_from(ORGANS)).map("".join), st.sampled_from(CHAMBERS)
)


@given(
    st.sampled_from(["", "据", "对此，", "日前，"]),
    units,
    st.sampled_from(POSTS),
    st.sampled_from(NAMES),
    st.sampled_from(VERBS),
)
def test_unit_post_and_name_are_told_before_any_verb(before, unit, post, name, verb):
    if before == "据":
        verb = "介绍，"
    text = f"{before}{unit}{post}{name}{verb}新的一年将走访企业120家。"
    assert speaker_of(text) == Speaker(unit, post, name)
    assert begins_speech(text)


@pytest.mark.parametrize(
    ("text", "speaker", "federation"),
    [
        (
            "澄屿县政协副主席、工商联主席苗可舟表示，要走访企业。",
            Speaker("澄屿县政协", "副主席、工商联主席", "苗可舟"),
            "澄屿县工商联",
        ),
        (
            "望潮区委统战部副部长、区工商联党组书记司徒澈说：“要走访企业。”",
            Speaker("望潮区委统战部", "副部长、区工商联党组书记", "司徒澈"),
            "望潮区工商联",
        ),
        (
            "“走访不停步。”澄屿县总商会会长舒远告诉记者，企业很欢迎。",
            Speaker("澄屿县总商会", "会长", "舒远"),
            "澄屿县总商会",
        ),
        ("县工商联主要负责人表示，要走访企业。", Speaker("县工商联", "主要负责人", ""), ""),
        ("澄屿县工商联表示，要走访企业。", Speaker("澄屿县工商联", "", ""), "澄屿县工商联"),
        (
            "澄屿县水产行业商会秘书长阮听涛笑着介绍，渔获不错。",
            Speaker("澄屿县水产行业商会", "秘书长", "阮听涛"),
            "澄屿县水产行业商会",
        ),
    ],
)
def test_chains_of_posts_and_quotations_name_their_federation(text, speaker, federation):
    found = speaker_of(text)
    assert found == speaker
    assert found.federation == federation


@pytest.mark.parametrize(
    "text",
    [
        "推行主席会长轮值制度，提出问题清单。",
        "县工商联主席会议提出，要走访企业。",
        "发挥副会长单位带头作用，介绍先进经验。",
        "大家一致表示，要把心思用在谋事上。",
        "突出问题导向，走访会员企业。",
        "走访企业，" * 30 + "澄屿县工商联主席苗可舟表示，要走访企业。",
    ],
)
def test_who_only_works_does_not_speak(text):
    assert speaker_of(text) is None
