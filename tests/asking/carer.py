"""What the tests of asking share: a whole installation as an operator makes it, and a carer whose browser fills in forms and presses buttons."""
import html
import html.parser
import http.client
import os
import re
import shutil
import signal
import socket
import sqlite3
import subprocess
import tempfile
import time
import urllib.parse

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))


class Forms(html.parser.HTMLParser):
    """The forms of a page: where each goes, what its fields hold, and what its buttons say."""

    def __init__(self, text):
        super().__init__()
        self.forms, self.form, self.area, self.button, self.select = [], None, None, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "form":
            self.form = {"action": a.get("action", ""), "method": a.get("method", "get"), "fields": {}, "buttons": {}}
            self.forms.append(self.form)
        elif self.form is None:
            return
        elif tag == "input" and a.get("name"):
            if a.get("type") not in ("radio", "checkbox") or "checked" in a:
                self.form["fields"][a["name"]] = a.get("value", "")
        elif tag == "textarea":
            self.area = a.get("name")
            self.form["fields"][self.area] = ""
        elif tag == "select":
            self.select = a.get("name")
        elif tag == "option" and self.select and ("selected" in a or self.select not in self.form["fields"]):
            self.form["fields"][self.select] = a.get("value", "")
        elif tag == "button":
            self.button = {"name": a.get("name"), "value": a.get("value", ""), "action": a.get("formaction"), "words": ""}

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "textarea":
            self.area = None
        elif tag == "select":
            self.select = None
        elif tag == "button" and self.button and self.form is not None:
            self.form["buttons"][" ".join(self.button["words"].split())] = self.button
            self.button = None

    def handle_data(self, data):
        if self.button is not None:
            self.button["words"] += data
        elif self.area and self.form is not None:
            self.form["fields"][self.area] += data


class Carer:
    """One browser: its cookies, the page it shows, and what can be done there. Raises OSError when the program does not answer."""

    def __init__(self, port):
        self.port, self.cookies, self.path, self.status, self.body = port, {}, "", 0, ""

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        headers = {"Sec-Fetch-Site": "same-origin"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        except http.client.HTTPException as broken:
            raise OSError(str(broken)) from broken
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = cookie.partition("=")
            value = rest.split(";")[0]
            if value and "Max-Age=0" not in cookie:
                self.cookies[name] = value
            else:
                self.cookies.pop(name, None)
        self.status, self.path, self.body = answer.status, path, text
        return answer.headers.get("Location")

    def open(self, path):
        for _ in range(6):
            to = self.ask("GET", path)
            if not to:
                return self
            path = to
        raise AssertionError(f"leads round in circles at {path}")

    def form_with(self, button):
        for form in Forms(self.body).forms:
            if button in form["buttons"]:
                return form
        raise AssertionError(f"{self.path} ({self.status}) has no button “{button}”")

    def filled(self, button, **answers):
        """Where the form would be sent, and its body."""
        form = self.form_with(button)
        pressed = form["buttons"][button]
        fields = {**form["fields"], **answers}
        if pressed["name"]:
            fields[pressed["name"]] = pressed["value"]
        action = pressed["action"] or form["action"] or self.path
        return action, urllib.parse.urlencode(fields, doseq=True)

    def press(self, button, **answers):
        action, body = self.filled(button, **answers)
        to = self.ask("POST", action, body)
        return self.open(to) if to else self

    def reads(self, text):
        return text in html.unescape(re.sub(r"<[^>]+>", "", self.body))


def sent(carer, action, body):
    """A form that was filled in once, sent: again and again the same when nobody answers."""
    to = carer.ask("POST", action, body)
    return carer.open(to) if to else carer


def asked(carer, text, persist=lambda act: act(), way="svar"):
    """The whole way of a question without a name, as slowly as a person goes it; returns the code."""
    persist(lambda: carer.open(f"/fraga/skriv?vill={way}"))
    while carer.path.startswith("/fraga/skriv") or carer.path.startswith("/fraga/tillagg"):
        action, body = carer.filled("Fortsätt", **({"text": text} if carer.path.startswith("/fraga/skriv") else {}))
        time.sleep(3.2)
        persist(lambda: sent(carer, action, body))
    while carer.path != "/fraga/klart":
        action, body = carer.filled("Skicka")
        persist(lambda: sent(carer, action, body))
        if carer.status == 429:
            time.sleep(1)
    return re.search(r"\d{4} \d{4} \d{4} \d{4}", html.unescape(carer.body).replace("\u00a0", " ")).group(0)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Installation:
    """`lotsen serve` with Danderyd's pack and the demonstration's details, on SQLite or on a PostgreSQL of its own, with a unit that reads."""

    def __init__(self, program, kind="sqlite"):
        self.program, self.kind = program, kind
        self.folder = tempfile.mkdtemp(prefix="lotsen-asking-")
        os.chmod(self.folder, 0o755)
        self.log = open(os.path.join(self.folder, "log"), "ab")
        self.port, self.process = free_port(), None
        if kind == "postgresql":
            started = subprocess.run(["sh", f"{ROOT}/tests/support/postgres.sh", "start", f"{self.folder}/pg", str(os.getpid())], capture_output=True, text=True, check=True)
            self.address = started.stdout.strip()
            self.where = ["--database", self.address]
        else:
            self.data = os.path.join(self.folder, "data")
            self.where = ["--data", self.data]
        self.key = ["--key", os.path.join(self.folder, "keys", "master.key")]
        os.mkdir(os.path.join(self.folder, "keys"), 0o700)
        subprocess.run([program, "keys", "create", "--yes", *self.key], check=True, stdout=subprocess.DEVNULL)
        self.pack = os.path.join(self.folder, "pack")
        shutil.copytree(f"{ROOT}/content/danderyd", self.pack)
        shutil.copytree(f"{ROOT}/content/demo", self.pack, dirs_exist_ok=True)
        file = os.path.join(self.pack, "municipality.toml")
        with open(file, encoding="utf-8") as pack:
            text = pack.read().replace("{demo_address}", f"http://127.0.0.1:{self.port}")
        with open(file, "w", encoding="utf-8") as pack:
            pack.write(text)
        self.start("--content", self.pack)
        self.login = self.told("user", "add", "--name", "Påhittad Konsulent", "--login", "konsulent", "--role", "consultant")
        self.sql("INSERT INTO contact_reception (one, area, unit, chosen_at, chosen_by) SELECT 1, o.area, u.id, 0, 'test' FROM staff_unit u JOIN staff_operation o ON o.id = u.operation")

    def told(self, *words):
        return subprocess.run([self.program, *words, *self.where, *self.key, "--address", f"http://127.0.0.1:{self.port}"], check=True, capture_output=True, text=True).stdout

    def start(self, *more):
        self.process = subprocess.Popen([self.program, "serve", *self.where, *self.key, "--listen", f"127.0.0.1:{self.port}", *more], stdout=self.log, stderr=self.log)
        for _ in range(600):
            try:
                if Carer(self.port).open("/readyz").status == 200:
                    return
            except OSError:
                pass
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError("the program did not start:\n" + self.written())

    def written(self):
        with open(self.log.name, encoding="utf-8", errors="replace") as log:
            return log.read()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def sql(self, statement):
        if self.kind == "postgresql":
            done = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", statement, self.address], check=True, capture_output=True, text=True)
            return [line.split("|") for line in done.stdout.splitlines()]
        with sqlite3.connect(os.path.join(self.data, "lotsen.db"), timeout=10) as database:
            return database.execute(statement).fetchall()

    def number(self, statement):
        return int(self.sql(statement)[0][0])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
        if self.kind == "postgresql":
            subprocess.run(["sh", f"{ROOT}/tests/support/postgres.sh", "stop", f"{self.folder}/pg"], check=False)
        self.log.close()
        shutil.rmtree(self.folder, ignore_errors=True)
