"""Where a store lies: folders that a cloud service synchronises, and network shares."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath

from moushi.changes.model import Finding, Severity
from moushi.errors import say

_SYNCHRONISED: dict[str, tuple[str, ...]] = {
    "OneDrive": ("onedrive",),
    "iCloud": ("icloud", "mobile documents"),
    "Dropbox": ("dropbox",),
    "Google Drive": ("google drive", "googledrive"),
    "坚果云": ("坚果云", "我的坚果云", "nutstore"),
    "百度网盘": ("百度网盘", "百度云", "baidusyncdisk", "baidunetdisk"),
    "WPS 云盘": ("wps云盘", "wps 云盘", "wpsdrive", "wps cloud files", "wps网盘"),
    "阿里云盘": ("阿里云盘", "aliyundrive", "adrive"),
    "腾讯微云": ("微云", "腾讯微云", "weiyun"),
    "天翼云盘": ("天翼云盘", "ecloud"),
    "和彩云": ("和彩云", "中国移动云盘"),
    "Nextcloud": ("nextcloud", "owncloud"),
    "Syncthing": ("syncthing",),
}
"""Services, and how the names of their folders begin."""

_REMOTE_TYPES = re.compile(
    r"(?:nfs\d?|cifs|smb\d?|smbfs|9p|afs|ceph|ncpfs|davfs|drvfs|fuse\.(?:sshfs|davfs2?|rclone|glusterfs|gvfsd.*|s3fs))"
)
_DRIVE_REMOTE = 4  # GetDriveTypeW


def place_findings(path: Path) -> tuple[Finding, ...]:
    """What speaks against keeping a store there: warnings with what to do, none when the place is good."""
    found: list[Finding] = []
    service = synchronised_by(path)
    if service:
        found.append(
            Finding(
                Severity.WARNING,
                str(path.parent),
                say(
                    "This folder is synchronised by {service}, which can damage an open store.",
                    service=service,
                ),
                say("Move the store to a folder that is not synchronised, and let the backups go there."),
            )
        )
    if is_network(path):
        found.append(
            Finding(
                Severity.WARNING,
                str(path.parent),
                say("The store lies on a network share: work is slower, and a lost connection can harm it."),
                say("Keep the store on this computer's own disk, and copy backups to the share."),
            )
        )
    return tuple(found)


def synchronised_by(path: Path) -> str | None:
    """The cloud service whose folder holds the file, by the names of the folders above it."""
    for folder in path.parent.parts:
        name = folder.casefold()
        for service, beginnings in _SYNCHRONISED.items():
            if name.startswith(beginnings):
                return service
    return None


def is_network(path: Path) -> bool:
    """Whether the file lies on a network share, where SQLite's write-ahead log does not work."""
    if sys.platform == "win32":
        import ctypes

        drive = path.absolute().drive
        if drive.startswith("\\\\"):
            return True
        return int(ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\")) == _DRIVE_REMOTE
    try:
        mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return _REMOTE_TYPES.fullmatch(mounted_as(path, mounts)) is not None


def mounted_as(path: Path, mounts: str) -> str:
    """The type of the file system that holds a path, by the lines of /proc/mounts; "" when unknown."""
    best, found = -1, ""
    for line in mounts.splitlines():
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        where = PurePosixPath(re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point))
        if path.is_relative_to(where) and len(where.parts) >= best:
            best, found = len(where.parts), kind
    return found
