"""The store: records, history, search and backups in one SQLite file; only the desk calls it."""

from moushi.store.derived import Hit
from moushi.store.lock import Holder, StoreHeldError
from moushi.store.opening import open_store
from moushi.store.snapshot import StoreSnapshot
from moushi.store.store import Observer, Store

__all__ = ["Hit", "Holder", "Observer", "Store", "StoreHeldError", "StoreSnapshot", "open_store"]
