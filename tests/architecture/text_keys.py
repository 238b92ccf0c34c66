"""Which Swedish sentences the program says: read from the C++ source, without a compiler.

A sentence is a key when it is given to t(…), t_(…) or i18n::key(…). In files that make pages any other text with å, ä or ö
is a sentence somebody forgot to mark, unless its line says "not translated".
"""
import re
from collections import defaultdict
from pathlib import Path

TOKEN = re.compile(r'''//[^\n]*|/\*.*?\*/|R"(?P<d>[^(\s]*)\(.*?\)(?P=d)"|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[A-Za-z_]\w*|\d[\w.']*|::|\S''', re.S)
CALLS = {"t", "t_"}
OPEN, CLOSE = set("([{"), set(")]}")


def tokens(source):
    line, at = 1, 0
    for match in TOKEN.finditer(source):
        line += source.count("\n", at, match.start())
        at = match.start()
        yield match.group(), line


def unquoted(literal):
    if literal.startswith("R"):
        return literal[literal.index("(") + 1:literal.rindex(")")]
    escapes = {"n": "\n", "t": "\t"}
    return re.sub(r"\\(.)", lambda m: escapes.get(m.group(1), m.group(1)), literal[1:-1])


def is_text(token):
    return token.startswith('"') or token.startswith('R"')


def says(code, i):
    """Is code[i] the name in a call whose first argument is a sentence?"""
    if i + 1 >= len(code) or code[i + 1][0] != "(":
        return False
    if code[i][0] in CALLS:
        return True
    return code[i][0] == "key" and i > 1 and code[i - 1][0] == "::" and code[i - 2][0] == "i18n"


def first_argument(code, i):
    """The tokens of the first argument of the call whose parenthesis is code[i]."""
    depth = 0
    for j in range(i, len(code)):
        token = code[j][0]
        depth += (token in OPEN) - (token in CLOSE)
        if depth == 0 or (depth == 1 and token == ","):
            return range(i + 1, j)
    return range(i + 1, len(code))


def texts_in(code, where):
    """(first token, sentence, line): literals side by side are one, as to the compiler."""
    last = None
    for i in where:
        if not is_text(code[i][0]):
            last = None
        elif last is None:
            last = [i, unquoted(code[i][0]), code[i][1]]
            yield last
        else:
            last[1] += unquoted(code[i][0])


def keys_of(source):
    """The keys of one file with their lines, and the texts with å, ä or ö that no mark has."""
    everything = list(tokens(source))
    free = {line for token, line in everything if token.startswith(("//", "/*")) and "not translated" in token}
    code = [t for t in everything if not t[0].startswith(("//", "/*"))]
    keys, marked = [], set()
    for i in range(len(code)):
        if not says(code, i):
            continue
        argument = first_argument(code, i + 1)
        found = list(texts_in(code, argument))
        keys += [(text, line) for _, text, line in found]
        marked.update(argument)
    loose = [(unquoted(token), line) for i, (token, line) in enumerate(code)
             if is_text(token) and i not in marked and line not in free and re.search("[åäöÅÄÖ]", token)]
    return keys, loose


def makes_pages(path, source):
    return "pages" in path.parts or "visit.t(" in source or path.match("platform/page/*")


def collected(src):
    """All keys of the program: key -> ["file:line", …]; and what is not marked: [(place, text)]."""
    keys, unmarked = defaultdict(list), []
    for path in sorted(src.rglob("*.[ch]pp")):
        if path.name.endswith("_test.cpp"):
            continue
        source = path.read_text(encoding="utf-8")
        found, loose = keys_of(source)
        name = path.relative_to(src.parent)
        for text, line in found:
            keys[text].append(f"{name}:{line}")
        if makes_pages(path, source):
            unmarked += [(f"{name}:{line}", text) for text, line in loose]
    return dict(keys), unmarked


if __name__ == "__main__":
    all_keys, not_marked = collected(Path(__file__).resolve().parents[2] / "src")
    for text, places in all_keys.items():
        print(f"{places[0]}\t{text}")
    for place, text in not_marked:
        print(f"{place}\tNOT MARKED\t{text}")
