"""What ends a command with a clear line instead of a traceback."""


class InputError(Exception):
    """Bad arguments, settings or input: exit 2."""


class FailureError(Exception):
    """It could not be done: exit 1."""
