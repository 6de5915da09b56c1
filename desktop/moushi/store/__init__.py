"""The store: records, history, search and backups in one SQLite file; only the desk calls it."""

from moushi.store.backup import Backup
from moushi.store.doctor import doctor
from moushi.store.engine import DamagedError
from moushi.store.history import Kind
from moushi.store.journal import Export
from moushi.store.lock import Holder, NotLockableError, StoreHeldError
from moushi.store.opening import checked_copy, open_store, restore
from moushi.store.snapshot import StoreSnapshot
from moushi.store.store import Observer, Store

__all__ = [
    "Backup",
    "DamagedError",
    "Export",
    "Holder",
    "Kind",
    "NotLockableError",
    "Observer",
    "Store",
    "StoreHeldError",
    "StoreSnapshot",
    "checked_copy",
    "doctor",
    "open_store",
    "restore",
]
