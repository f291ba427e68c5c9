"""The ``partnership`` command. Each command's module is read only when it is called."""

from importlib import import_module

import click

from data.editions.frozen import DamagedError
from data.returns.problems import RefusedError

VERIFY = "See what differs with “partnership edition verify”, and put it back from a backup."
COMMANDS = {
    "serve": "dashboard.commands.serving:serve",
    "db": "dashboard.commands.database:db",
    "samples": "dashboard.commands.samples:samples",
    "generate": "dashboard.commands.generate:generate",
    "import": "dashboard.commands.importing:import_file",
    "import-reference": "dashboard.commands.importing:import_reference",
    "import-workforce": "dashboard.commands.workforce:import_workforce",
    "template": "dashboard.commands.templates:template",
    "indicators": "dashboard.commands.figures:indicators",
    "edition": "dashboard.commands.editions:edition",
    "report": "dashboard.commands.reports:report",
    "backup": "dashboard.commands.backups:backup",
    "restore": "dashboard.commands.backups:restore",
    "subject": "dashboard.commands.protection:subject",
    "erase": "dashboard.commands.protection:erase",
    "forget": "dashboard.commands.protection:forget",
    "exports": "dashboard.commands.protection:exports",
    "accept-terms": "dashboard.commands.protection:accept_terms",
    "user": "dashboard.commands.users:user",
    "return": "dashboard.commands.returns:return_",
    "audit": "dashboard.commands.auditing:audit",
}


class Commands(click.Group):
    """Finds commands by name; start-up costs only what the one called needs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return every command's name, in the order of the list."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or nothing where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command called; what it refuses is told in words, with exit status 1."""
        try:
            return super().invoke(ctx)
        except RefusedError as refused:
            raise click.ClickException(refused.words) from refused
        except DamagedError as damaged:
            raise click.ClickException(f"{damaged} {VERIFY}") from damaged


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Run and feed the Teaching Partnership Dashboard."""


if __name__ == "__main__":
    main()
