"""Fixtures that any test may use; each stands in the module of tests/support that makes it."""

from hypothesis import Phase, settings

# A module comes after those it imports: pytest wants to be the first to load each.
pytest_plugins = [
    "tests.support.left_out",
    "tests.support.pango",
    "tests.support.postgres",
    "tests.support.redis",
    "tests.support.databases",
    "tests.support.revisions",
    "tests.support.application",
    "tests.support.people",
    "tests.support.program",
    "tests.support.mail",
    "tests.support.files",
    "tests.support.partnership",
    "tests.support.browser",
    "tests.support.viewport",
    "tests.support.accessibility",
    "tests.support.clock",
]

# A busy machine is slow now and then; that is no fault of what is tested.
settings.register_profile("unhurried", deadline=None)
# As many stories as the promise D1 names: --hypothesis-profile=thorough
settings.register_profile("thorough", deadline=None, max_examples=500)
# A mutant is dead at the first example that it fails, and at the same one in every run.
settings.register_profile(
    "mutants",
    deadline=None,
    derandomize=True,
    max_examples=40,
    phases=(Phase.explicit, Phase.generate),
)
settings.load_profile("unhurried")
