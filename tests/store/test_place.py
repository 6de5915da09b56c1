"""Places where a store should not lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from moushi.store.place import mounted_as, place_findings, synchronised_by


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("C:/Users/x/OneDrive - 县工商联", "OneDrive"),
        ("/home/x/Dropbox/计划", "Dropbox"),
        ("D:/我的坚果云/工作", "坚果云"),
        ("D:/Nutstore/1", "坚果云"),
        ("E:/BaiduSyncdisk", "百度网盘"),
        ("E:/百度网盘同步空间", "百度网盘"),
        ("C:/Users/x/WPSDrive/12345/WPS云盘", "WPS 云盘"),
        ("/Users/x/Library/Mobile Documents/moushi", "iCloud"),
        ("C:/Users/x/iCloudDrive", "iCloud"),
    ],
)
def test_folders_of_cloud_services_are_known_by_their_names(folder: str, service: str) -> None:
    store = Path(folder, "county.moushi")
    assert synchronised_by(store) == service
    (found,) = [finding for finding in place_findings(store) if service in str(finding.message)]
    assert "not synchronised" in str(found.action)


def test_an_ordinary_folder_is_a_good_place() -> None:
    assert synchronised_by(Path("/home/x/工作/坚果/onedriver-notes.moushi")) is None


MOUNTS = """\
/dev/vda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
//server/share /mnt/县\\040share cifs rw,vers=3.0 0 0
server:/home /home/x nfs4 rw 0 0
/dev/sdb1 /home/x/usb ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/srv/county.moushi", "ext4"),
        ("/mnt/县 share/2031/county.moushi", "cifs"),
        ("/home/x/county.moushi", "nfs4"),
        ("/home/x/usb/county.moushi", "ext4"),
        ("/home/xy/county.moushi", "ext4"),
    ],
)
def test_the_file_system_of_a_path_is_that_of_the_innermost_mount(path: str, kind: str) -> None:
    assert mounted_as(Path(path), MOUNTS) == kind


def test_without_mounts_nothing_is_claimed() -> None:
    assert mounted_as(Path("/srv/county.moushi"), "") == ""
