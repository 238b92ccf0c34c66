"""Attacks the real site with Danderyd's pack: headers on every kind of answer, what is left on the device, what is written down,
what is reflected, what costs much, what happens when the database is gone (security.md T2, T4, T14-T17, T27)."""
import concurrent.futures
import glob
import html
import os
import re
import shutil
import socket
import stat
import subprocess
import tempfile
import urllib.parse

from visitor import Site, arguments, ended, status

HOST = b"Host: localhost\r\nConnection: close\r\n"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\n"
EVERYWHERE = ["content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options", "cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy", "cache-control", "date"]
QUIET = ["/", "/sok?q=demens", "/stod?worry=fear", "/lotsen", "/information", "/information?visa=ja", "/ung", "/ung/berattelser", "/en/information", "/beroende-i-familjen", "/psykisk-ohalsa-i-familjen", "/spar-i-enheten"]
OTHERS = ["/stod", "/riktlinje", "/riktlinje.json", "/lagen", "/hanvisa", "/broschyr", "/broschyr/affisch.pdf", "/sitemap.xml", "/robots.txt", "/healthz", "/readyz", "/tema.css", "/lamna", "/stod/", "/finns-inte", "/static/app.css"]
MARKS = ['"><script>m1()</script>', "'onx=m1 ", "<b>m1", "javascript:m1", "m1\r\nSet-Cookie: m1=1", "</title><m1>", "{{m1}}", "\u2028m1", "avlösnig <b>m1</b>"]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class RealSite(Site):
    def __init__(self, program, pack):
        self.data = tempfile.mkdtemp(prefix="lotsen-hostile-")
        os.rmdir(self.data)   # the program makes it, and closes it to others
        self.log = self.data + ".log"
        self.metrics = free_port()
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen([program, "serve", "--data", self.data, "--content", pack, "--listen", "127.0.0.1:0", "--metrics", f"127.0.0.1:{self.metrics}"], stdout=subprocess.PIPE, stderr=log)
        said = iter(self.process.stdout.readline, b"")   # what is missing first, then where it answers
        self.port = next(int(at.group(1)) for at in (re.search(rb"http://[^ ]*:(\d+)/", line) for line in said) if at)
        self.pid = self.process.pid

    def __exit__(self, *_):
        super().__exit__()
        shutil.rmtree(self.data, ignore_errors=True)

    def get(self, path, lines=b"", verb=b"GET"):
        return self.ask(verb + b" " + path.encode("ascii") + b" HTTP/1.1\r\n" + HOST + lines + b"\r\n", timeout=30) or b""

    def post(self, path, fields, lines=b"Sec-Fetch-Site: same-origin\r\n"):
        body = urllib.parse.urlencode(fields).encode()
        return self.ask(b"POST " + path.encode() + b" HTTP/1.1\r\n" + HOST + FORM + lines + b"Content-Length: %d\r\n\r\n" % len(body) + body) or b""


def parts(answer):
    head, _, body = answer.partition(b"\r\n\r\n")
    lines = head.decode("latin1").split("\r\n")[1:]
    return {name.lower(): value for name, _, value in (line.partition(": ") for line in lines)}, body


def headers_of_every_answer(site, bad):
    answers = {path: site.get(path) for path in QUIET + OTHERS}
    answers["304"] = site.get("/static/app.css", b"If-None-Match: *\r\n")
    answers["405"] = site.get("/stod", verb=b"DELETE")
    answers["no stamp"] = site.post("/lotsen", {"stamp": "x"})
    for path in ("//evil.example/", "/%2e%2e/", "/sok?q=%ff", "/sok?q=%00", "/" + "a" * 9000):
        answers[path[:20]] = site.get(path)
    for name, answer in answers.items():
        headers, _ = parts(answer)
        missing = [h for h in EVERYWHERE if h not in headers]
        if missing or status(answer) >= 500 or status(answer) == 0:
            bad.append(f"{name}: {status(answer)} lacks {missing}")
        if ("set-cookie" in headers and name != "/lamna") or "server" in headers:   # the exit's cookie is gone at once (ADR 0005)
            bad.append(f"{name}: tells or keeps too much")
        if "unsafe" in headers.get("content-security-policy", "") or "default-src 'none'" not in headers.get("content-security-policy", ""):
            bad.append(f"{name}: policy {headers.get('content-security-policy')}")
        if (name in QUIET or status(answer) >= 400) and headers.get("cache-control") != "no-store":
            bad.append(f"{name}: may be kept on the device")
        if "location" in headers and name != "/lamna" and not re.match(r"/[^/\\]", headers["location"]):
            bad.append(f"{name}: leads to {headers['location']}")
    headers, body = parts(answers["/lamna"])
    if any(not re.match(r"__Host-l=1?; Max-Age=[01]; Path=/; Secure; HttpOnly|__Host-fraga=; .*Max-Age=0", cookie) for cookie in re.findall(r"Set-Cookie: ([^\r]*)", answers["/lamna"].decode("latin1"))):
        bad.append("the exit leaves a cookie")
    if not headers.get("location", "").startswith("https://") or '"storage"' not in headers.get("clear-site-data", "") or headers["cache-control"] != "no-store" or body:
        bad.append(f"the exit: {headers}")
    if headers["referrer-policy"] != "same-origin":
        bad.append("the exit tells where from")
    for path in ("/lamna?to=//evil.example", "/en/lamna?exit_to=https://evil.example"):
        if b"evil" in site.get(path):
            bad.append("the exit can be led astray")
    poisoned = site.ask(b"GET /stod HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n")
    if b"evil" in poisoned:
        bad.append("a page repeats the Host of the visitor")
    return len(answers)


def reflected(site, bad):
    count = 0
    for mark in MARKS:
        quoted = urllib.parse.quote(mark, safe="")
        for path in ("/sok?q=%s", "/sok?q=demens&sida=%s", "/sok?q=a&exakt=%s", "/en/sok?q=%s&exakt=1", "/stod?worry=%s", "/stod?%s=1", "/stod?sida=%s", "/borja/%s", "/stod/%s", "/%s", "/ung/%s", "/riktlinje/%s", "/hanvisa/%s/kort", "/information?visa=%s"):
            count += 1
            answer = site.get(path % quoted)
            headers, body = parts(answer)
            text = body.decode("utf-8", "replace")
            if status(answer) >= 500 or "set-cookie" in headers or re.search(r"<script>m1|<b>m1|<m1>|[\s\"']onx=m1|href=.?javascript", text):
                bad.append(f"{path % mark!r}: {status(answer)}")
            if mark.strip() in html.unescape(text) and any(c in mark for c in "<>\"'") and mark in text:
                bad.append(f"{path % mark!r}: as it was written")
    return count


def written_down(site, bad):
    """Words in every place a visitor can put them; then everything the program writes is searched for them."""
    word, count = "hemligtord", 0

    def marked(name):
        nonlocal count
        count += 1
        return f"{word}{name}"

    site.get("/sok?q=" + marked("query"))
    site.get("/" + marked("path"))
    site.get("/stod?worry=" + marked("facet"))
    lines = "".join(f"{name}: {marked(name)}\r\n" for name in ("User-Agent", "Referer", "Cookie", "X-Forwarded-For", "Accept-Language", "X-Anything"))
    site.get("/", lines.encode())
    site.get("/sok?q=%ff" + marked("refused"))
    stamp = re.search(rb'name="stamp" value="([^"]+)"', site.get("/lotsen")).group(1).decode()
    site.post("/lotsen", {"stamp": stamp, "who": marked("answer"), marked("field"): "1"})
    site.post("/lotsen", {"stamp": marked("stamp")})
    with socket.create_connection(("127.0.0.1", site.metrics)) as s:
        s.sendall(b"GET /metrics HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
        metrics = b"".join(iter(lambda: s.recv(65536), b""))
    if b"lotsen_requests_total" not in metrics:
        bad.append("no metrics")
    for _ in range(20):   # log lines are gathered for a moment
        with open(site.log, "rb") as log:
            written = log.read()
        if b"guide." in written:
            break
        subprocess.run(["sleep", "0.1"], check=True)
    places = {"log": written, "metrics": metrics}
    for path in glob.glob(site.data + "/*"):
        with open(path, "rb") as file:
            places[os.path.basename(path)] = file.read()
    for name, content in places.items():
        for found in (word.encode(), b"127.0.0.1", b"demens"):
            if found in content and not (found == b"demens" and name.startswith("lotsen.db")) and not (found == b"127.0.0.1" and name.startswith("lotsen.db")):
                bad.append(f"{name} holds {found!r}")
    for path in [site.data] + glob.glob(site.data + "/*"):
        if stat.S_IMODE(os.stat(path).st_mode) & 0o077:
            bad.append(f"others can open {path}")
    return count


def stamps(site, bad):
    def stamp():
        return re.search(rb'name="stamp" value="([^"]+)"', site.get("/lotsen")).group(1).decode()

    def shown(answer):
        return status(answer) == 200 and b'<fieldset class="question"' not in answer

    used = stamp()
    if not shown(site.post("/lotsen", {"stamp": used})):
        bad.append("a right post shows no result")
    for path in ("/lotsen", "/en/lotsen"):
        if shown(site.post(path, {"stamp": used})):
            bad.append("a stamp works twice")
    for lines in (b"", b"Origin: null\r\n", b"Origin: http://evil.example\r\n", b"Sec-Fetch-Site: cross-site\r\n", b"Sec-Fetch-Site: same-site\r\n", b"Sec-Fetch-Site: cross-site\r\nOrigin: http://localhost\r\n"):
        if status(site.post("/lotsen", {"stamp": stamp()}, lines)) != 403:
            bad.append(f"a post from elsewhere is taken: {lines!r}")


def papers(site, bad):
    """The first costs what it costs; those after it must not."""
    path = "/broschyr/stor-stil.pdf"
    before = site.cpu()
    first = parts(site.get(path))[1]
    once = max(site.cpu() - before, 0.05)
    before = site.cpu()
    with concurrent.futures.ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: site.get(path), range(300)))
    cost = site.cpu() - before
    codes = {code: [status(a) for a in answers].count(code) for code in {status(a) for a in answers}}
    if set(codes) - {200, 503} or codes.get(200, 0) < 250 or any(status(a) == 200 and parts(a)[1] != first for a in answers):
        bad.append(f"300 who want the same paper: {codes}")
    if not first.startswith(b"%PDF") or cost > 30 * once:
        bad.append(f"300 of the same paper cost {cost:.1f} s, the first {once:.2f} s")
    return f"paper={once:.2f}s 300 more={cost:.2f}s {codes}"


def without_database(site, bad):
    """The file is damaged while the site runs: words and 503, never 500; pages that need no database are served as before."""
    offers = re.findall(rb'href="/stod/([a-z0-9-]+)"', site.get("/stod"))[:20]
    for path in glob.glob(site.data + "/lotsen.db*"):
        with open(path, "r+b") as file:
            file.write(os.urandom(os.path.getsize(path)))
    codes = [status(site.get("/stod/" + name.decode())) for name in offers]
    if 503 not in codes or set(codes) - {200, 503}:
        bad.append(f"a damaged database gives {set(codes)}")
    if status(site.get("/readyz")) == 500 or status(site.get("/sok?q=vila")) != 200:
        bad.append("a damaged database takes the other pages with it")


def password(program, bad):
    """A database that never answers: the password is neither in the list of programs nor in what is said."""
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen(1)
        address = f"postgresql://lotsen:hemligtord@127.0.0.1:{silent.getsockname()[1]}/lotsen"
        program = subprocess.Popen([program, "doctor", "--database", address], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        silent.settimeout(20)
        connection, _ = silent.accept()
        with open(f"/proc/{program.pid}/cmdline", "rb") as file:
            if b"hemligtord" in file.read():
                bad.append("ps shows the password of the database")
        connection.close()
        if b"hemligtord" in program.communicate(timeout=60)[0]:
            bad.append("doctor tells the password of the database")


def main():
    options = arguments(pack=("content/danderyd", "the pack"))
    bad = []
    with RealSite(options.program, options.pack) as site:
        before = site.memory()
        answers = headers_of_every_answer(site, bad)
        marks = reflected(site, bad)
        words = written_down(site, bad)
        stamps(site, bad)
        cost = papers(site, bad)
        growth = site.memory() - before
        if growth > 128:
            bad.append(f"memory grew {growth:.0f} MiB")
        without_database(site, bad)
        if not site.alive():
            bad.append("the program ended")
    password(options.program, bad)
    ended(bad, f"answers={answers} reflected={marks} words={words} {cost} growth={growth:.1f}MiB")


main()
