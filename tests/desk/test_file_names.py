"""Names of files that the program proposes."""

from __future__ import annotations

from moushi.desk.file_names import fit_name


def test_what_no_file_system_takes_is_left_out_of_a_name():
    assert fit_name('云屿县/工商联：2031年"执委"名册?\n') == "云屿县工商联：2031年执委名册"
