"""A review in the terminal: shows a candidate, takes a key, goes on.

On a terminal a single key decides; from a pipe a line does, by its first letter. The
keys work on a Ukrainian keyboard too, by their place.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from typing import Any

import click

from ..errors import FpgraphError
from .review import Review
from .showing import Words, shown

KEYS = "[a]ccept  [r]eject  [e]dit  [s]kip  [u]ndo  [q]uit  [?]"
HELP = """\
  a  accept: the claim enters the graph as it stands
  r  reject: it stays in claims.csv as rejected and does not come back
  e  edit: change cells one by one, then accept; enter keeps a cell, - empties the rank
  s  skip: leave it undecided, it is shown in the next review
  u  undo: take back the last decision; again for the one before
  q  quit: everything decided is saved already"""
_BY_PLACE = dict(zip("фкуігйр", "aresuqh", strict=True))

#: Asks for the entity that a name stands for and accepts it; False to leave it.
TakeName = Callable[[Review, str], bool]


class Walk:
    """The questions and answers of one review."""

    def __init__(
        self, review: Review, words: Words | None = None, take_name: TakeName | None = None
    ) -> None:
        self.review = review
        self.words = words
        self.take_name = take_name
        self._acts: Mapping[str, Callable[[], bool]] = {
            "a": self._accept,
            "r": self._reject,
            "e": self._edit,
            "s": self._skip,
            "u": self._undo,
        }

    def run(self) -> None:
        """Walk the candidates until none is left or the reviewer quits."""
        show = True
        while (claim := self.review.current) is not None:
            if show:
                click.echo()
                for line in shown(self.review, claim, self.words):
                    click.echo(line)
            key = _key()
            if key in {"q", ""}:
                return
            show = self._act(key)

    def _act(self, key: str) -> bool:
        """Do what ``key`` asks for; tell whether there is something new to show."""
        act = self._acts.get(key)
        if act is None:
            click.echo(HELP if key in "?h" else f"  no key {key!r}; ? tells them")
            return False
        try:
            return act()
        except FpgraphError as problem:
            _say(problem)
            return False

    def _accept(self) -> bool:
        claim = self.review.current
        names = self.review.open_names(claim) if claim else ()
        if names:
            return self._settle(names[0])
        self.review.accept()
        click.echo(click.style("  accepted", fg="green"))
        return True

    def _settle(self, name: str) -> bool:
        """Ask what a name stands for; the claim is shown again, to be accepted."""
        click.echo(f"  {name} stands for no entity yet: accept the name first")
        if self.take_name is None or not self.take_name(self.review, name):
            click.echo("  the name stays open, and the claim undecided")
            return False
        self._refresh()
        return True

    def _reject(self) -> bool:
        self.review.reject()
        click.echo(click.style("  rejected", fg="red"))
        return True

    def _skip(self) -> bool:
        self.review.skip()
        click.echo("  skipped")
        return True

    def _undo(self) -> bool:
        if not self.review.steps:
            click.echo("  nothing to undo")
            return False
        act = self.review.steps[-1].act
        self.review.undo()
        self._refresh()
        click.echo(f"  taken back: {act}")
        return True

    def _edit(self) -> bool:
        try:
            changes = self._changes()
            if not click.confirm("  accept it so?", default=True):
                click.echo("  left as it was")
                return False
        except click.Abort:
            click.echo("\n  left as it was")
            return False
        self.review.edit(**changes)
        click.echo(click.style("  edited and accepted", fg="green"))
        return True

    def _changes(self) -> dict[str, Any]:
        """Ask for each cell until what is typed may stand in it; return those changed."""
        from .editing import FIELDS

        changes: dict[str, Any] = {}
        for field in FIELDS:
            # A gloss follows what is said by now.
            value = getattr(self.review.changed(**changes), field)
            present = "" if value is None else str(value)
            while True:
                typed = click.prompt(f"  {field}", default=present, show_default=bool(present))
                try:
                    found = self.review.cells.value(field, typed)
                except FpgraphError as problem:
                    _say(problem)
                    continue
                if found != value:
                    changes[field] = found
                break
        return changes

    def _refresh(self) -> None:
        if self.words is not None:
            self.words = Words(self.words.article, self.review.source)


def _say(problem: FpgraphError) -> None:
    click.echo(click.style(f"  {problem}", fg="yellow"))


def _key() -> str:
    """Return the key pressed, or the first letter of the line; "" at the end of the input."""
    click.echo(click.style(KEYS, dim=True) + " ", nl=False)
    if sys.stdin.isatty():
        typed = _pressed()
    else:
        line = sys.stdin.readline()
        typed = line.strip()[:1] or ("?" if line else "")
    click.echo()
    key = typed.casefold()
    return _BY_PLACE.get(key, key)


def _pressed() -> str:
    """Return the next key of the terminal, also one that was pressed before it is asked for.

    "" at the end of the input. ``click.getchar``, which serves where there is no
    termios, throws away what was typed ahead.
    """
    try:
        import termios
        import tty
    except ImportError:
        return click.getchar()
    keyboard = sys.stdin.fileno()
    before = termios.tcgetattr(keyboard)
    try:
        tty.setraw(keyboard, termios.TCSANOW)
        return _character(keyboard)
    finally:
        termios.tcsetattr(keyboard, termios.TCSANOW, before)


def _character(keyboard: int) -> str:
    from select import select

    content = os.read(keyboard, 1)
    if content == b"\x03":
        raise KeyboardInterrupt
    # Control-D is a zero where it was pressed before the terminal was asked.
    if content in {b"", b"\x04", b"\0"}:
        return ""
    if content == b"\x1b":
        # An arrow or the like: several characters, none of which is a key of ours.
        while select([keyboard], [], [], 0.02)[0]:
            os.read(keyboard, 32)
        return "\x1b"
    while len(content) < 4:
        try:
            return content.decode()
        except UnicodeDecodeError:
            content += os.read(keyboard, 1)
    return content.decode(errors="replace")
