"""The command line: the desk's capabilities without a window, for scripts and checks.

Answers go to standard output, errors to standard error. Exit code 0: done; 1: a known error; 2: wrong usage.
Over 400 lines: every command with its options, so that all that can be typed is seen in one place.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from moushi import __version__, paths
from moushi.desk import language, logs
from moushi.errors import Message, MoushiError, say

if TYPE_CHECKING:
    from moushi.changes.model import Proposal
    from moushi.desk.desk import Desk
    from moushi.desk.taking_in import Batch, Wish

Command = Callable[[argparse.Namespace, "Console"], int]
Window = Callable[[Path | None], int]


class Console:
    """Speaks to the person in their language."""

    def __init__(self) -> None:
        """Take the language from environment or preferences."""
        self.translations = language.translations(language.chosen())

    def render(self, message: Message) -> str:
        """The message in the person's language, on one line."""
        return " ".join(message.render(self.translations).split("\n"))

    def tell(self, source: str, /, **values: object) -> None:
        """Say something on standard output."""
        print(self.render(say(source, **values)))

    def complain(self, message: Message) -> None:
        """Say something on standard error."""
        print(self.render(message), file=sys.stderr)


def main(window: Window, arguments: Sequence[str] | None = None) -> int:
    """Run one command, `window` being what opens the window on a store; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            # whatever the terminal is set to, files and pipes get UTF-8
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    console = Console()
    options = _parser(console, window).parse_args(arguments)
    run: Command = options.run
    try:
        with logs.logging_to_file():
            return _guarded(run, options, console)
    except MoushiError as error:  # the log itself cannot be written: work on without it
        console.complain(error.message)
        return _guarded(run, options, console)


def _guarded(run: Command, options: argparse.Namespace, console: Console) -> int:
    try:
        return run(options, console)
    except MoushiError as error:
        console.complain(error.message)
        _hint_at_restoring(error, options, console)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130
    except Exception as fault:
        console.complain(logs.report_bug(fault))
        return 1


def _hint_at_restoring(error: MoushiError, options: argparse.Namespace, console: Console) -> None:
    """Where the store is damaged: the command that puts a backup in its place."""
    from moushi.desk.keeping import backups_beside, is_damage

    if is_damage(error):
        folder = backups_beside(options.store or paths.default_store())
        console.complain(
            say("A backup is restored by: moushi restore FILE. Backups lie in {folder}.", folder=folder)
        )


def _open_for_work(options: argparse.Namespace, console: Console) -> Desk:
    from moushi.desk.desk import open_for_work

    desk = open_for_work(options.store, _person())
    for notice in desk.notices:
        console.complain(notice)
    return desk


def _open_to_look(options: argparse.Namespace, console: Console) -> Desk:
    from moushi.desk.desk import open_to_look

    desk = open_to_look(options.store, _person())
    for notice in desk.notices:
        console.complain(notice)
    return desk


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _now() -> datetime:
    return datetime.now().astimezone()


def _import(options: argparse.Namespace, console: Console) -> int:
    """Propose each file; with --yes apply, with neither flag ask."""
    look_only = options.dry_run or (options.json and not options.yes)
    if not look_only and not options.yes and not _can_ask():
        console.complain(
            say("There is no terminal to ask at. Add --yes to take all edits, or --dry-run to see them only.")
        )
        return 2
    from moushi.desk.showing import unreadable_json
    from moushi.desk.taking_in import Batch, UnreadableError, wish_of

    wish = wish_of(options.year, options.period, options.federation)
    failed = False
    with _open_to_look(options, console) if look_only else _open_for_work(options, console) as desk:
        batch = None if look_only else Batch(desk)
        for path, fault in _named(options.files):
            try:
                if fault is not None:
                    raise fault
                _import_one(desk, batch, path, wish, options, console)
            except MoushiError as error:
                failed = True
                console.complain(error.message)
                if options.json and isinstance(error, UnreadableError):
                    print(json.dumps(unreadable_json(path, error, console.translations), ensure_ascii=False))
    return 1 if failed else 0


def _named(paths: Sequence[Path]) -> Iterator[tuple[Path, MoushiError | None]]:
    """The files that are named, those of a folder by name; a folder with none, and why."""
    for path in paths:
        if not path.is_dir():
            yield path, None
            continue
        from moushi.desk.reviewing import files_of  # loads the review

        try:
            yield from [(file, None) for file in files_of(path)]
        except MoushiError as fault:
            yield path, fault


def _import_one(
    desk: Desk, batch: Batch | None, path: Path, wish: Wish, options: argparse.Namespace, console: Console
) -> None:
    """Propose one file and, given a batch, apply it; `MoushiError` when that cannot be."""
    from moushi.desk.showing import proposal_json
    from moushi.desk.taking_in import propose_file

    proposal = propose_file(desk, path, wish, _now().date())
    if not options.json:
        _show(desk, proposal, console)
    applies = batch is not None and bool(proposal.edits) and not proposal.has_errors
    change = None
    if batch is not None and applies and (options.yes or _asks_yes(console)):
        change = batch.apply(proposal)
    if batch is not None and (change is not None or not applies):
        batch.receive(proposal, _now())
    if options.json:
        print(json.dumps(proposal_json(proposal, change, console.translations), ensure_ascii=False))
    elif change is not None:
        console.tell("Taken in: {count} edits (change {id})", count=change.edit_count, id=str(change.id)[:8])
    if batch is not None and proposal.has_errors:
        raise MoushiError("{file}: nothing was taken in, because of the errors named above.", file=path.name)


def _show(desk: Desk, proposal: Proposal, console: Console) -> None:
    from moushi.desk.showing import proposal_lines

    with desk.snapshot() as snapshot:
        for line in proposal_lines(proposal, snapshot):
            print(console.render(line))


def _export_article(options: argparse.Namespace, console: Console) -> int:
    from moushi.desk.choosing import ArticleWish
    from moushi.desk.exporting import export_article

    with _open_to_look(options, console) as desk:
        written = export_article(
            desk,
            options.out,
            options.year,
            wish=ArticleWish(options.article, options.part),
            layout=options.layout,
            federations=options.federation,
            now=_now(),
        )
        if written.warning:
            console.complain(written.warning)
        for notice in written.notices:
            console.complain(notice)
        for path in (written.path, *written.more):
            console.tell("Written: {file}", file=path)
    return 0


def _export_progress(options: argparse.Namespace, console: Console) -> int:
    from moushi.desk.exporting import export_progress

    with _open_to_look(options, console) as desk:
        written = export_progress(
            desk,
            options.out,
            options.year,
            period=options.period,
            federations=options.federation,
            now=_now(),
        )
        console.tell("Written: {file}", file=written.path)
    return 0


def _export_forms(options: argparse.Namespace, console: Console) -> int:
    from moushi.desk.sending import export_forms

    with _open_for_work(options, console) as desk:
        sent = export_forms(
            desk, options.folder, options.year, options.period, chambers=options.chamber, now=_now()
        )
        for written in sent.files:
            console.tell("Written: {file}", file=written.path)
        for failure in sent.failures:
            console.complain(failure)
    return 1 if sent.failures else 0


def _compose(options: argparse.Namespace, _: Console) -> int:
    from moushi.desk.composing import compose_file
    from moushi.desk.layout_shelf import layouts_folder

    folder = layouts_folder(options.store or paths.default_store())
    for line in compose_file(options.file, options.layout, folder):
        print(line)
    return 0


def _history(options: argparse.Namespace, console: Console) -> int:
    with _open_to_look(options, console) as desk:
        for change in desk.store.history():
            state = say("undone") if change.undone_by else say("in force")
            print(
                str(change.id)[:8],
                f"{change.number:>5}",
                f"{change.at.astimezone():%Y-%m-%d %H:%M:%S}",
                change.source.person or "-",
                console.render(say("{count} edits", count=change.edit_count)),
                console.render(state),
                console.render(change.title),
                sep="  ",
            )
    return 0


def _undo(options: argparse.Namespace, console: Console) -> int:
    """Undo at once, or, where later changes stand on this one, only what a person at a terminal agrees to."""
    with _open_for_work(options, console) as desk:
        undo = desk.undo(options.id)
        proposal = undo.review.accepted
        if not undo.applies_at_once:
            later = say(
                "Later changes stand on this one and keep {kept} of its edits in force: {changes}.",
                kept=len(undo.review.rejected),
                changes="、".join(str(change.id)[:8] for change in undo.because_of),
            )
            if not proposal.edits or not _can_ask():
                raise MoushiError("{later} Undo them first, the newest first.", later=later)
            _show(desk, proposal, console)
            print(console.render(later))
            if not _asks_yes(console):
                return 0
        change = desk.apply(proposal)
        console.tell("Done: {title} (change {id})", title=change.title, id=str(change.id)[:8])
    return 0


def _backup(options: argparse.Namespace, console: Console) -> int:
    from moushi.desk.keeping import Whole

    with _open_to_look(options, console) as desk:
        whole = Whole(options.out, tuple(desk.store.backup_to(options.out)))
        console.tell("Written: {file}", file=whole.path)
    if whole.shortfall:
        console.complain(whole.shortfall)
    return 0


def _restore(options: argparse.Namespace, console: Console) -> int:
    from moushi.desk.keeping import restore_backup

    path = restore_backup(options.backup, options.store)
    console.tell("Restored {backup} into {store}", backup=options.backup.name, store=path)
    return 0


def _doctor(options: argparse.Namespace, console: Console) -> int:
    from moushi.desk.keeping import examine

    with _open_to_look(options, console) as desk:
        findings = examine(desk)
    for finding in findings:
        console.complain(say("{message} {action}", message=finding.message, action=finding.action))
    if not findings:
        console.tell("{store} is sound.", store=desk.path)
    return 1 if findings else 0


def _demo(options: argparse.Namespace, console: Console) -> int:
    from moushi.desk.sample import make_demo

    for written in make_demo(options.folder, _now()):
        for notice in written.notices:
            console.complain(notice)
        console.tell("Written: {file}", file=written.path)
    return 0


def _can_ask() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _asks_yes(console: Console) -> bool:
    print(console.render(say("Take all of it? [y/N] ")), end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是")


def _parser(console: Console, window: Window) -> argparse.ArgumentParser:
    def words(source: Message) -> str:
        return console.render(source).replace("%", "%%")

    def command(name: str, run: Command, about: Message) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=words(about), description=words(about), allow_abbrev=False)
        added.set_defaults(run=run)
        return added

    def open_window(options: argparse.Namespace, _: Console) -> int:
        return window(options.store)

    parser = argparse.ArgumentParser(
        prog="moushi",
        allow_abbrev=False,
        description=words(
            say("Plans of county federations of industry and commerce, as articles and sheets.")
        ),
    )
    parser.add_argument("--version", action="version", version=f"moushi {__version__}")
    parser.add_argument("--store", type=Path, metavar="FILE", help=words(say("the store to work with")))
    parser.set_defaults(run=open_window)
    commands = parser.add_subparsers(metavar="COMMAND")
    command("gui", open_window, say("open the window"))

    taking = command(
        "import", _import, say("take in files: articles, plans, task tables, lists, returned manuscripts")
    )
    taking.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _add_year(taking, console, required=False)
    taking.add_argument("--period", metavar="P", help=words(say("the period it tells of, such as 2023-06")))
    taking.add_argument("--federation", metavar="NAME", help=words(say("whose plan it is")))
    answer = taking.add_mutually_exclusive_group()
    answer.add_argument("--yes", action="store_true", help=words(say("take all edits without asking")))
    answer.add_argument("--dry-run", action="store_true", help=words(say("only show what would change")))
    taking.add_argument("--json", action="store_true", help=words(say("one JSON object per file")))

    _add_exports(commands, console)

    compose = command("compose", _compose, say("print the lines as the newspaper would break them"))
    compose.add_argument("file", type=Path, metavar="FILE")
    compose.add_argument("--layout", metavar="NAME", help=words(say("the layout preset")))
    command("history", _history, say("list all changes, the newest first"))
    undo = command("undo", _undo, say("take back the newest change, or the one named"))
    undo.add_argument("id", nargs="?", metavar="ID")
    backup = command("backup", _backup, say("write a checked copy of the store"))
    backup.add_argument("out", type=Path, metavar="OUT")
    restore = command("restore", _restore, say("put a backup in the store's place"))
    restore.add_argument("backup", type=Path, metavar="IN")
    command("doctor", _doctor, say("check the store"))
    demo = command("demo", _demo, say("make a sample store and every kind of output in a folder"))
    demo.add_argument("folder", type=Path, metavar="DIR")
    return parser


def _add_exports(commands: argparse._SubParsersAction[argparse.ArgumentParser], console: Console) -> None:
    """The command `export` with what it can write."""

    def words(source: Message) -> str:
        return console.render(source).replace("%", "%%")

    export = commands.add_parser("export", help=words(say("write an article, a progress sheet or forms")))
    kinds = export.add_subparsers(metavar="WHAT", required=True)
    article = kinds.add_parser("article", allow_abbrev=False, help=words(say("an article")))
    article.set_defaults(run=_export_article)
    article.add_argument("out", type=_file_ending(console, ".docx", ".pdf", ".png", ".txt"), metavar="OUT")
    _add_year(article, console, required=True)
    which = article.add_mutually_exclusive_group()
    which.add_argument("--article", metavar="ID", help=words(say("the article, by the beginning of its id")))
    which.add_argument("--part", metavar="上", help=words(say("the article, by its part of the series")))
    article.add_argument("--layout", metavar="NAME", help=words(say("the layout preset")))
    article.add_argument(
        "--federation",
        action="append",
        default=[],
        metavar="NAME",
        help=words(say("only this federation; may be given again")),
    )
    progress = kinds.add_parser("progress", allow_abbrev=False, help=words(say("a progress sheet")))
    progress.set_defaults(run=_export_progress)
    progress.add_argument("out", type=_file_ending(console, ".xlsx"), metavar="OUT")
    _add_year(progress, console, required=True)
    progress.add_argument(
        "--period", metavar="2023-06", help=words(say("the period; without it the latest that was reported"))
    )
    progress.add_argument(
        "--federation",
        action="append",
        default=[],
        metavar="NAME",
        help=words(say("only this federation; may be given again")),
    )

    forms = kinds.add_parser("forms", allow_abbrev=False, help=words(say("the chambers' forms for a period")))
    forms.set_defaults(run=_export_forms)
    forms.add_argument("folder", type=Path, metavar="DIR")
    _add_year(forms, console, required=True)
    forms.add_argument(
        "--period", required=True, metavar="P", help=words(say("the period they ask about, such as 2023-06"))
    )
    forms.add_argument(
        "--chamber",
        action="append",
        default=[],
        metavar="NAME",
        help=words(say("only this chamber; may be given again")),
    )


def _add_year(parser: argparse.ArgumentParser, console: Console, *, required: bool) -> None:
    about = console.render(say("the year of the plan"))
    parser.add_argument("--year", type=_year(console), required=required, metavar="Y", help=about)


def _year(console: Console) -> Callable[[str], int]:
    def year(text: str) -> int:
        if not re.fullmatch(r"[12]\d{3}", text):
            raise argparse.ArgumentTypeError(
                console.render(say("“{text}” is no year. Write it as 2023.", text=text))
            )
        return int(text)

    return year


def _file_ending(console: Console, *endings: str) -> Callable[[str], Path]:
    def path(text: str) -> Path:
        if not text.lower().endswith(endings):
            message = say("“{text}” must end in one of: {endings}", text=text, endings=" ".join(endings))
            raise argparse.ArgumentTypeError(console.render(message))
        return Path(text)

    return path
