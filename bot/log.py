"""Logs go to stderr: plain for a person at a terminal, JSON elsewhere; never a text, a secret or an open id."""

import logging
import sys
from pathlib import Path
from traceback import extract_tb

import structlog


def configure_logs(level: int = logging.WARNING) -> None:
    person = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper("iso"),
            structlog.dev.ConsoleRenderer() if person else structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


def where(error: BaseException) -> str:
    """Kind and origin of an error, without its message: that may repeat what somebody wrote."""
    frames = extract_tb(error.__traceback__)
    return (
        f"{type(error).__name__} at {Path(frames[-1].filename).name}:{frames[-1].lineno}"
        if frames
        else type(error).__name__
    )
