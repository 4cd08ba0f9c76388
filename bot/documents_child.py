"""The child that reads one file: what its parser eats or breaks is this process's alone."""

import resource
import sys
from collections.abc import Iterator
from io import BytesIO

MEMORY = 768 * 2**20  # bytes of address space
LONGEST = 20_000  # characters: a profile is read from the beginning of a deck


def main(kind: str, file: BytesIO) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    left = LONGEST
    for text in READERS[kind](file):
        sys.stdout.buffer.write((text[:left] + "\n").encode("utf-8", "replace"))
        left -= len(text)
        if left <= 0:
            return


def _pdf(file: BytesIO) -> Iterator[str]:
    from pypdf import PdfReader

    reader = PdfReader(file)
    if reader.is_encrypted and not reader.decrypt(""):
        return
    for page in reader.pages:
        yield page.extract_text()


def _docx(file: BytesIO) -> Iterator[str]:
    from docx import Document
    from docx.table import Table

    for block in Document(file).iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield " | ".join(dict.fromkeys(cell.text for cell in row.cells))
        else:
            yield block.text


def _pptx(file: BytesIO) -> Iterator[str]:
    from pptx import Presentation

    for slide in Presentation(file).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                yield shape.text_frame.text
            elif shape.has_table:
                for row in shape.table.rows:
                    yield " | ".join(cell.text for cell in row.cells)


def _txt(file: BytesIO) -> Iterator[str]:
    content = file.getvalue()
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030"):
        try:
            yield content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return
    yield content.decode("latin-1")


READERS = {"pdf": _pdf, "docx": _docx, "pptx": _pptx, "txt": _txt}

if __name__ == "__main__":
    main(sys.argv[1], BytesIO(sys.stdin.buffer.read()))
