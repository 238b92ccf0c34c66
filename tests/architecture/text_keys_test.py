#!/usr/bin/env python3
"""Every sentence the program says stands in po/en.po, and nothing else does; po/latt.po holds what is not already easy Swedish."""
import argparse
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

from catalogue import entries
from text_keys import collected, keys_of

ROOT = Path(__file__).resolve().parents[2]
COMPLETE, PARTIAL = "en", "latt"
MOST_WORDS = 15   # in one sentence of easy Swedish
MSGFMT = shutil.which("msgfmt")


def names(text):
    return sorted(re.findall(r"\{\w+\}", text))


def longest_sentence(text):
    return max((len(s.split()) for s in re.split(r"(?<=[.!?:])\s", text)), default=0)


def unknown_and_twice(po, found, obsolete, keys):
    seen = {}
    yield from (f"{po}:{n}: a left-over entry (#~). Remove it." for n in obsolete)
    for e in found:
        if e.key in seen:
            yield f"{po}:{e.line}: “{e.key}” stands on line {seen[e.key]} already. Keep one."
        if e.key not in keys:
            yield f"{po}:{e.line}: nothing in src/ says “{e.key}”. If the Swedish sentence was changed, change msgid too; otherwise remove the entry."
        if e.fuzzy:
            yield f"{po}:{e.line}: “{e.key}” is marked fuzzy. Check the translation, then remove the mark."
        seen[e.key] = e.line


def faults(language, source, keys):
    """What is wrong in one catalogue, each with place and remedy."""
    po = f"po/{language}.po"
    found, obsolete = entries(source)
    yield from unknown_and_twice(po, found, obsolete, keys)
    said = {e.key: e for e in found}
    for e in found:
        if e.text and names(e.text) != names(e.key):
            yield f"{po}:{e.line}: the translation has {names(e.text)}, the sentence has {names(e.key)}. Use the same names in braces."
        if e.text != e.text.strip() and e.key == e.key.strip():
            yield f"{po}:{e.line}: “{e.key}” is translated with blanks round it. Remove them."
    for key, places in keys.items():
        text = said[key].text if key in said else ""
        if language == COMPLETE and not text:
            yield f"{places[0]}: “{key}” is not in {po}. Add msgid with this sentence and msgstr with its translation."
        if language == PARTIAL and longest_sentence(text or key) > MOST_WORDS:
            yield f"{places[0]}: “{text or key}” has a sentence of more than {MOST_WORDS} words. Say it shorter in {po}."


def marks_missing(unmarked):
    for place, text in unmarked:
        yield f'{place}: “{text}” cannot be translated. Say it with visit.t("…"), or mark it with i18n::key("…") in a table; if it must stay Swedish, end the line with // not translated.'


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.keys, cls.unmarked = collected(ROOT / "src")

    def none(self, found):
        found = list(found)
        if found:
            self.fail("\n" + "\n".join(found))

    def source(self, language):
        return (ROOT / f"po/{language}.po").read_text(encoding="utf-8")

    def test_finds_what_the_program_says(self):
        self.assertGreater(len(self.keys), 200)
        for key in ("Lämna sidan", "Hitta stöd", "Direkt, utan ansökan", "Sidan finns inte", "Fråga {n} av {total}"):
            self.assertIn(key, self.keys, "a sentence known to be said: the search through src/ misses a kind of place")

    def test_every_sentence_is_marked(self):
        self.none(marks_missing(self.unmarked))

    def test_english_is_complete(self):
        self.none(faults(COMPLETE, self.source(COMPLETE), self.keys))

    def test_easy_swedish_is_easy(self):
        self.none(faults(PARTIAL, self.source(PARTIAL), self.keys))

    def test_gettext_accepts_both(self):
        self.assertTrue(MSGFMT, "msgfmt is missing: ./dev setup installs it (package gettext)")
        for language in (COMPLETE, PARTIAL):
            made = subprocess.run([MSGFMT, "--check", "-o", "/dev/null", f"po/{language}.po"], cwd=ROOT, capture_output=True, text=True)
            self.assertEqual(made.returncode, 0, made.stderr)

    def test_a_removed_translation_is_named(self):
        source = self.source(COMPLETE)
        without = re.sub(r'msgid "Lämna sidan"\nmsgstr "[^"]+"\n', "", source)
        self.assertNotEqual(source, without)
        (fault,) = (f for f in faults(COMPLETE, without, self.keys) if "“Lämna sidan”" in f)
        self.assertRegex(fault, r"^src/platform/page/page\.cpp:\d+: “Lämna sidan” is not in po/en\.po\. Add")


class Faults(unittest.TestCase):
    keys = {"Fråga {n}": ["src/a.cpp:1"]}

    def said(self, po, language=COMPLETE):
        return " ".join(faults(language, po, self.keys))

    def test_good(self):
        self.assertEqual(self.said('msgid ""\nmsgstr ""\n"Language: en\\n"\n\nmsgid "Fråga {n}"\nmsgstr "Question "\n"{n}"\n'), "")

    def test_missing(self):
        self.assertIn("src/a.cpp:1: “Fråga {n}” is not in po/en.po", self.said(""))
        self.assertIn("is not in po/en.po", self.said('msgid "Fråga {n}"\nmsgstr ""\n'))
        self.assertEqual(self.said("", PARTIAL), "")

    def test_other_names(self):
        self.assertIn("po/en.po:1: the translation has ['{m}']", self.said('msgid "Fråga {n}"\nmsgstr "Question {m}"\n'))

    def test_fuzzy(self):
        self.assertIn("marked fuzzy", self.said('#, fuzzy\nmsgid "Fråga {n}"\nmsgstr "Question {n}"\n'))

    def test_stale_and_twice(self):
        entry = 'msgid "Fråga {n}"\nmsgstr "Question {n}"\n'
        self.assertIn("po/en.po:3: nothing in src/ says “Borta”", self.said(entry + 'msgid "Borta"\nmsgstr "Gone"\n'))
        self.assertIn("po/en.po:3: “Fråga {n}” stands on line 1 already", self.said(entry + entry))
        self.assertIn("po/en.po:3: a left-over entry", self.said(entry + '#~ msgid "Borta"\n'))

    def test_long_easy_swedish(self):
        self.assertIn("more than 15 words", self.said('msgid "Fråga {n}"\nmsgstr "' + "ord " * 16 + '{n}."\n', PARTIAL))


class Reading(unittest.TestCase):
    def keys(self, source):
        return [key for key, _ in keys_of(source)[0]]

    def test_calls(self):
        self.assertEqual(self.keys('visit.t("A {n}", {{"n", "x"}}); t_("B"); h.el("p", t(x ? "C" : "D"));'), ["A {n}", "B", "C", "D"])
        self.assertEqual(self.keys('t("Ett "\n  "två \\"tre\\"")'), ['Ett två "tre"'])

    def test_tables(self):
        self.assertEqual(self.keys('Row{"/a", i18n::key("A")}; json.key("no"); directory::key("no")'), ["A"])

    def test_comments_say_nothing(self):
        self.assertEqual(keys_of('// t("A å")\n/* t("B å") */ x("c");'), ([], []))

    def test_forgotten_marks(self):
        self.assertEqual(keys_of('a("Sök");\nb("sök");  // search words: not translated\nt("Så");')[1], [("Sök", 1)])


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--msgfmt", default=MSGFMT)
    options, rest = parser.parse_known_args()
    MSGFMT = options.msgfmt
    unittest.main(argv=[sys.argv[0], *rest])
