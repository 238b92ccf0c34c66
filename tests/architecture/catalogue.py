"""A gettext catalogue (.po), read as far as the test of its words needs."""
import ast
from dataclasses import dataclass


@dataclass
class Entry:
    key: str
    text: str
    line: int
    fuzzy: bool


def text_of(line):
    """The text between the quotes; Python writes and reads it as gettext does."""
    return ast.literal_eval(line[line.index('"'):])


def entries(source):
    """All entries but the head, and the lines that are left over from deleted ones."""
    found, obsolete, entry, part, fuzzy = [], [], None, None, False
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith("#~"):
            obsolete.append(number)
        elif line.startswith("#,"):
            fuzzy = "fuzzy" in line
        elif line.startswith("msgid "):
            entry, part = Entry(text_of(line), "", number, fuzzy), "key"
            found.append(entry)
            fuzzy = False
        elif line.startswith("msgstr "):
            entry.text, part = text_of(line), "text"
        elif line.startswith('"'):
            setattr(entry, part, getattr(entry, part) + text_of(line))
    return [e for e in found if e.key], obsolete
