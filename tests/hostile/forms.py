"""Attacks every form and every address of `lotsen demo`, as nobody, as each role, and with a session that has ended: what no page of ours sends
is answered with words and never with a fault (security.md T14, T15, T22). The list of addresses is the one that the architecture test keeps."""
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../asking"))
from carer import Carer, Forms, free_port  # noqa: E402
from visitor import arguments, ended  # noqa: E402

ROUTES = os.path.join(os.path.dirname(__file__), "../architecture/routes.txt")
ROLES = ["consultant", "director", "head_of_operations", "registrar", "administrator"]
NEW = ("/aktiviteter", "/min-plats", "/p/", "/delade-platser", "/korta-fragor", "/tyck-till", "/utforare", "/ni-sa-vi-gjorde", "/riktlinje", "/skarm", "/inbaddat", "/svar", "/fraga",
       "/personal/aktiviteter", "/personal/riktlinje", "/personal/inkorg", "/personal/gallring", "/personal/post", "/personal/arsuttalande", "/personal/forankring", "/personal/rutiner",
       "/personal/samverkan", "/personal/bevakning", "/personal/lagkontroll", "/personal/arbete")
# In the place of a part of an address.
PARTS = ["x", "A" * 22, "-" * 22, "a" * 3000, "%00", "a%00b", "%ff%fe", "%2e%2e", "99999999999999999999", "-1", "1e9", "%27%22%3C", "2026-02-30", "%C3%A5"]
# In the place of what a field would hold.
VALUES = [b"", b"\x00", b"a\x00b", b"\xff\xfe\xc0\x80", b"9" * 40, b"-1", b"99999999999999999999", b"1e999", b"NaN", b"A" * 22, b"z" * 100_000, b"2026-02-30", b"0000-00-00", b"99:99",
          "’; DROP TABLE x --<script>".encode(), "\u202e\u0000\u2028".encode(), b" \r\n\t ", b"a/b/c/d"]
QUERIES = ["visa", "klart", "ar", "sida", "nr", "manad", "dag", "fran", "till", "q", "meddelande", "nej", "version", "a", "b"]


class Demo:
    def __init__(self, program):
        self.port = free_port()
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen([program, "demo", "--port", str(self.port)], stdout=self.log, stderr=self.log, env={**os.environ, "HOME": tempfile.gettempdir()})

    def __enter__(self):
        for _ in range(600):
            try:
                if Carer(self.port).open("/readyz").status == 200:
                    return self
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            subprocess.run(["sleep", "0.1"], check=True)
        raise SystemExit("the demonstration does not answer:\n" + self.written())

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()

    def written(self):
        self.log.seek(0)
        return self.log.read().decode("utf-8", "replace")


class Faults:
    """What went wrong, each route and what was done to it once."""

    def __init__(self):
        self.found, self.asked = {}, 0

    def see(self, browser, method, path, what):
        self.asked += 1
        if browser.status >= 500 or browser.status == 0:
            kind = re.sub(r"[A-Za-z0-9_-]{22}|\d+", "*", urllib.parse.urlsplit(path).path)[:80]
            self.found.setdefault((browser.status, method, kind), f"{browser.status} {method} {path[:120]} {what}"[:260])

    def send(self, browser, method, path, body=None, what=""):
        try:
            browser.ask(method, path, body)
        except OSError as error:
            browser.status, browser.body = 413 if body and len(body) > 500_000 else 0, ""   # so large that it is refused and closed before it is read
            what = f"{what} {error!r}"
        self.see(browser, method, path, what)
        return browser


def signed_in(port, role):
    browser = Carer(port).open("/prova-som")
    form = next(f for f in Forms(browser.body).forms if f["fields"].get("roll") == role)
    browser.ask("POST", form["action"], urllib.parse.urlencode(form["fields"]))
    assert "__Host-" in "".join(browser.cookies), f"nobody steps in as {role}"
    return browser


def routes():
    with open(ROUTES, encoding="utf-8") as lines:
        return [line.split()[1:3] for line in lines if line.strip()]


def pages(browser, faults, first, most=400):
    """Every page that links lead to from there, each shape of address a few times."""
    seen, waiting, shapes = {}, list(first), {}
    while waiting and len(seen) < most:
        path = waiting.pop(0).split("#")[0]
        shape = re.sub(r"[A-Za-z0-9_-]{22}", "*", path)
        shape = re.sub(r"(/aktiviteter|/riktlinje|/personal/riktlinje|/skarm)/[a-z0-9-]+", r"\1/*", shape).split("?")[0]
        if path in seen or shapes.get(shape, 0) >= 3 or not path.startswith(NEW):
            continue
        shapes[shape] = shapes.get(shape, 0) + 1
        faults.send(browser, "GET", path)
        seen[path] = browser.body if browser.status == 200 else ""
        if "<html" in seen[path]:
            waiting += [p.replace("&amp;", "&") for p in re.findall(r'(?:href|action)="(/[^"]*)"', seen[path])]
    return seen


def encoded(fields):
    return b"&".join(urllib.parse.quote_from_bytes(n if isinstance(n, bytes) else n.encode()).encode() + b"=" + urllib.parse.quote_from_bytes(v if isinstance(v, bytes) else v.encode()).encode() for n, v in fields)


def bent(form):
    """The form as nobody sends it."""
    own = [(n, v) for n, v in form["fields"].items() if n != "stamp"]
    yield "nothing", []
    yield "as it stands", own
    yield "twice", own + own
    yield "many unknown", own + [(f"x{i}", "1") for i in range(200)]
    for value in VALUES:
        yield f"all {value[:8]!r}", [(n, value) for n, _ in own]
    for i, (name, _) in enumerate(own):
        for value in (b"", b"\x00\xff", b"99999999999999999999", b"A" * 22):
            yield f"{name}={value[:8]!r}", own[:i] + [(name, value)] + own[i + 1:]
        yield f"without {name}", own[:i] + own[i + 1:]


def forms(browser, faults, found):
    """Each form once, with a new stamp for each time it is sent."""
    done = set()
    for path in found:
        for number, form in enumerate(Forms(found[path]).forms):
            if form["method"].lower() != "post" or form["action"] in ("/logga-ut",):
                continue
            shape = re.sub(r"[A-Za-z0-9_-]{22}", "*", form["action"]), tuple(sorted(form["fields"]))
            if shape in done:
                continue
            done.add(shape)
            for what, fields in bent(form):
                browser.ask("GET", path)
                now = Forms(browser.body).forms
                stamp = now[number]["fields"].get("stamp") if number < len(now) else None
                if stamp is None:
                    break   # what was done has taken the form away
                faults.send(browser, "POST", form["action"] or path, encoded([("stamp", stamp), *fields]), what)
    return len(done)


def addresses(browser, faults, all_routes):
    """Every address of the program with what is no id, and with verbs it does not take."""
    for method, path in all_routes:
        holes = re.findall(r"{[a-z]+}", path)
        for part in PARTS if holes else ["x"]:
            at = path
            for hole in holes:
                at = at.replace(hole, part)
            faults.send(browser, method, at, b"" if method == "POST" else None)
        at = re.sub(r"{[a-z]+}", "A" * 22, path)
        for verb in ("PUT", "DELETE", "PATCH", "OPTIONS", "HEAD"):
            faults.send(browser, verb, at)
        if method == "GET":
            for name in QUERIES:
                faults.send(browser, "GET", f"{at}?{name}=%00%ff&{name}=99999999999999999999")


def ended_session(port, faults, bad, found):
    browser = signed_in(port, "consultant")
    cookies = dict(browser.cookies)
    browser.open("/personal")
    browser.press("Logga ut")
    for held in ({}, cookies, {name: "A" * 43 for name in cookies}):
        for path in found:
            if not path.startswith("/personal"):
                continue
            stranger = Carer(port)
            stranger.cookies = dict(held)
            faults.send(stranger, "GET", path)
            if stranger.status == 200:
                bad.append(f"{path} is shown to who is signed in no more")


def main():
    options = arguments()
    bad, faults = [], Faults()
    with Demo(options.program) as demo:
        everything, count = routes(), 0
        public = pages(Carer(demo.port), faults, ["/aktiviteter", "/min-plats", "/delade-platser", "/korta-fragor", "/tyck-till", "/tyck-till/kod", "/tyck-till/rad", "/utforare", "/ni-sa-vi-gjorde", "/riktlinje", "/svar", "/fraga"])
        addresses(Carer(demo.port), faults, everything)
        count += forms(Carer(demo.port), faults, public)
        staff = [p for _, p in everything if p.startswith("/personal") and "{" not in p]
        for role in ROLES:
            browser = signed_in(demo.port, role)
            found = pages(browser, faults, staff)
            if role == "consultant":
                ended_session(demo.port, faults, bad, found)
                addresses(signed_in(demo.port, role), faults, [r for r in everything if r[1].startswith(NEW)])
            count += forms(browser, faults, found)
        if demo.process.poll() is not None:
            bad.append("the program ended")
        bad += sorted(faults.found.values())
        if bad:
            bad.append("the program wrote:\n" + "\n".join(line for line in demo.written().splitlines() if "rror" in line)[-3000:])
    if count < 40:
        bad.append(f"only {count} forms were found")
    ended(bad, f"forms={count} asked={faults.asked}")


main()
