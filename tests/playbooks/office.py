"""Real Word files and PDFs, made with Debian's LibreOffice from Markdown by way of HTML. Tests that use it are marked `office`."""

import shutil
import subprocess
from pathlib import Path

from markdown_it import MarkdownIt

WITHOUT_OUTLINE = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"false"}}'


def converted(markdown: Path, folder: Path, to: str = "pdf") -> Path:
    """`to`: a LibreOffice target such as 'pdf' or 'docx:MS Word 2007 XML'. The file keeps the Markdown's name."""
    body = MarkdownIt("commonmark").enable("table").render(markdown.read_text(encoding="utf-8"))
    style = "@page { size: A4; margin: 2cm } body, td, th { font-size: 10.5pt }"
    page = folder / f"{markdown.stem}.html"
    page.write_text(f'<html><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>', encoding="utf-8")
    return office(page, folder, to, "--infilter=HTML (StarWriter)")


def office(path: Path, folder: Path, to: str, *options: str) -> Path:
    program = shutil.which("soffice")
    assert program, "LibreOffice is missing: apt-get install libreoffice-writer libreoffice-calc libreoffice-impress"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, "--headless", profile, *options, "--convert-to", to, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    made = folder / f"{path.stem}.{to.partition(':')[0]}"
    assert made.exists()
    return made
