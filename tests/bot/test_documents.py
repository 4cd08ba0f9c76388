"""Files that users send: real ones of each kind, and those that are meant to do harm."""

import asyncio
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from subprocess import DEVNULL
from tempfile import TemporaryFile

import docx
import pptx
import pytest
from pptx.util import Inches
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from bot import documents
from bot.documents import Unread, read_document
from bot.documents_child import MEMORY

SAID = "We spin combed cotton yarn in Coimbatore"


def word() -> bytes:
    document = docx.Document()
    document.add_paragraph(SAID)
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "产品", "精梳棉纱"
    return saved(document.save)


def slides() -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    slide.shapes.add_textbox(Inches(1), Inches(1), Inches(6), Inches(1)).text_frame.text = SAID
    return saved(deck.save)


def pdf(password: str = "") -> bytes:
    writer = PdfWriter()
    page = writer.add_blank_page(600, 400)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    fonts = DictionaryObject({NameObject("/F1"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 50 300 Td ({SAID}) Tj ET".encode())
    page[NameObject("/Contents")] = stream
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    return saved(writer.write)


def bomb() -> bytes:
    """A Word file of some kilobytes whose paragraphs would fill the memory."""
    sound, out = zipfile.ZipFile(io.BytesIO(word())), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as harmful:
        for name in sound.namelist():
            body = sound.read(name)
            if name == "word/document.xml":
                body = body.replace(b"<w:p>", b"<w:p/>" * 20_000_000 + b"<w:p>", 1)
            harmful.writestr(name, body)
    return out.getvalue()


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    out = io.BytesIO()
    save(out)
    return out.getvalue()


def read(content: bytes, name: str, seconds: float = documents.SECONDS) -> str | Unread:
    return asyncio.run(read_document(content, name, seconds))


@pytest.mark.parametrize(
    ("content", "name"),
    [(word(), "deck.docx"), (slides(), "DECK.PPTX"), (pdf(), "anything"), (SAID.encode("utf-16"), "notes.txt")],
)
def test_what_it_says(content: bytes, name: str) -> None:
    assert SAID in str(read(content, name))


def test_tables_are_read_too() -> None:
    assert "产品 | 精梳棉纱" in str(read(word(), "a.docx"))


def test_chinese_text_of_an_old_system() -> None:
    assert read("我们做精梳棉纱".encode("gb18030"), "介绍.txt") == "我们做精梳棉纱"


@pytest.mark.parametrize(
    ("content", "name", "why"),
    [
        (b"MZ\x90\0", "deck.pdf", Unread.KIND),
        (b"PK\x03\x04rest", "sheet.xlsx", Unread.KIND),
        (b"\0" * 99, "notes.txt", Unread.KIND),
        (b"%PDF-1.7 and then nothing", "deck.pdf", Unread.BROKEN),
        (b"PK\x03\x04broken", "deck.docx", Unread.BROKEN),
        (pdf(password="x"), "deck.pdf", Unread.EMPTY),
        (b"  \n ", "notes.txt", Unread.EMPTY),
        (b"%PDF-" + bytes(documents.LARGEST), "deck.pdf", Unread.LARGE),
    ],
)
def test_why_it_says_nothing(content: bytes, name: str, why: Unread) -> None:
    assert read(content, name) is why


def test_a_file_too_slow_to_read_is_given_up() -> None:
    assert read(word(), "deck.docx", seconds=0.01) is Unread.BROKEN


@pytest.mark.soak
def test_a_bomb_kills_its_child_alone_before_it_fills_the_memory() -> None:
    with TemporaryFile() as file:
        file.write(bomb())
        file.seek(0)
        child = subprocess.Popen([sys.executable, "-m", "bot.documents_child", "docx"], stdin=file, stderr=DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert child.returncode != 0
    assert used.ru_maxrss * 1024 <= MEMORY
