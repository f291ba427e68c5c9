"""Options that take a list."""

from collections.abc import Iterator

import click


class ListCommand(click.Command):
    """A command whose repeatable options may be given several values at once.

    ``--id demand balance`` reads as ``--id demand --id balance``.
    """

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments, each list spread out first."""
        options = (each for each in self.params if isinstance(each, click.Option))
        lists = {name for option in options if option.multiple for name in option.opts}
        return super().parse_args(ctx, list(_spread_out(args, lists)))


def _spread_out(args: list[str], lists: set[str]) -> Iterator[str]:
    option, has_value = "", True
    for word in args:
        if word.startswith("-"):
            option, has_value = word if word in lists else "", False
        elif option and has_value:
            yield option
        else:
            has_value = True
        yield word
