"""What the tests of activities share: one or more programs on one database, the staff's hand, the rush, and what must be true afterwards."""
import datetime
import os
import pathlib
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../asking"))
from carer import Carer, Installation, free_port  # noqa: E402

TICK = os.sysconf("SC_CLK_TCK")


def cpu_seconds(roots):
    """Of these processes and all below them, those that have ended too."""
    parents, used = {}, {}
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents[int(entry.name)], used[int(entry.name)] = int(fields[1]), sum(map(int, fields[11:15]))
    tree, grown = set(roots), True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in tree} - tree
        tree, grown = tree | more, bool(more)
    return sum(used.get(pid, 0) for pid in tree) / TICK


class Programs(Installation):
    """The first as the tests of asking start it; the others beside it on the same database and with the same key."""

    def __init__(self, program, kind, count=1, staff=None):
        super().__init__(program, kind)
        self.staff = staff
        self.running = {self.port: self.process}
        self.address_of_database = self.address if kind == "postgresql" else "sqlite:" + os.path.join(self.data, "lotsen.db")
        for _ in range(1, count):
            self.begin(free_port())

    @property
    def ports(self):
        return list(self.running)

    def begin(self, port):
        process = subprocess.Popen([self.program, "serve", *self.where, *self.key, "--listen", f"127.0.0.1:{port}"], stdout=self.log, stderr=self.log)
        self.running[port] = process
        if port == self.port:
            self.process = process

    def wait_for(self, port):
        for _ in range(1500):
            try:
                if Carer(port).open("/readyz").status == 200:
                    return
            except OSError:
                pass
            if self.running[port].poll() is not None:
                break
            time.sleep(0.02)
        raise AssertionError("the program did not start:\n" + self.written()[-3000:])

    def all_ready(self):
        for port in self.ports:
            self.wait_for(port)

    def kill_and_begin(self, port):
        self.running[port].kill()
        self.running[port].wait()
        self.begin(port)

    def hand(self, *words, said=""):
        """What a member of the staff does; the answer."""
        done = subprocess.run([self.staff, self.address_of_database, *words], input=said, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def marks(self, forms):
        """What the database keeps of forms: nothing that shows a code, so that only who has the key can tell."""
        return dict(zip(forms, self.hand("forms", self.key[1], said="".join(form + "\n" for form in forms)).split()))

    def lecture(self, slug, seats):
        """For people whom we know by an alias: sealed with a key each, as most are."""
        day = datetime.date.today() + datetime.timedelta(days=40)
        self.hand("activity", slug, "samtalsgrupp", "lecture", str(seats), "Påhittad föreläsning", "Föreläsning")
        self.hand("session", slug, day.isoformat(), "18:00", "20:00", "Påhittade salen")
        self.hand("step", slug, "open")
        for port in self.ports:   # each program looks every other second
            for _ in range(300):
                if Carer(port).open(f"/aktiviteter/{slug}/anmal").status == 200:
                    break
                time.sleep(0.1)

    def cpu_of_programs(self):
        return cpu_seconds([process.pid for process in self.running.values()])

    def cpu_of_database(self):
        if self.kind != "postgresql":
            return 0.0
        return cpu_seconds([int(pathlib.Path(self.folder, "pg/data/postmaster.pid").read_text().split("\n")[0])])

    def log_is_whole(self):
        done = subprocess.run([self.program, "audit", "verify", *self.where, *self.key], capture_output=True, text=True)
        return "" if done.returncode == 0 else "the access log is broken: " + (done.stdout + done.stderr)[-400:]

    def __exit__(self, *all):
        for port, process in self.running.items():
            if port != self.port:
                process.kill()
                process.wait()
        super().__exit__(*all)


class Told:
    """What one press of the last button was answered."""

    def __init__(self, line):
        which, person, sent, answered, tries, status, heading, number, code, opened = line.split("\t")
        self.which, self.person, self.tries, self.status = which, int(person), int(tries), int(status)
        self.sent, self.answered, self.code, self.opened = int(sent), int(answered), code, opened
        waits = re.search(r"nummer (\d+) i kön", number) or re.search(r"Fler än (500) står före", number)
        self.says = "placed" if heading == "Du har en plats" else f"waiting {waits.group(1)}" if heading == "Du står i kö" and waits else f"{status} {heading}"


class Rush:
    """The people, in a program of their own (rush.cpp): first they read, then all press."""

    def __init__(self, program, slug, people, at_a_time, ports, pause_ms=0, of_a_network=10):
        self.process = subprocess.Popen([program, slug, str(people), str(of_a_network), str(at_a_time), str(pause_ms), *map(str, ports)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.told = []

    def ready(self):
        assert self.process.stdout.readline() == "ready\n", "the people did not come to the last page"

    def press(self):
        self.process.stdin.write("now\n")
        self.process.stdin.flush()

    def pressed(self):
        assert self.process.stdout.readline() == "pressed\n", "the people ended before they were answered"

    def end(self):
        self.told = [Told(line.rstrip("\n")) for line in self.process.stdout]
        assert self.process.wait() == 0
        return self.told


def entries(site, slug):
    form = "encode(e.form, 'hex')" if site.kind == "postgresql" else "lower(hex(e.form))"
    rows = site.sql(f"SELECT {form}, e.state, e.position, e.arrived_at FROM activities_entry e JOIN activities_activity a ON a.area = e.area AND a.id = e.activity WHERE a.slug = '{slug}' ORDER BY e.arrived_at, e.position")
    return [(form, state, int(position), int(arrived)) for form, state, position, arrived in rows]


def faults(site, slug, people, seats, told):
    """All that is wrong when everybody has been answered; empty when nothing is."""
    out = []

    def must(holds, text):
        if not holds:
            out.append(text)
    rows = entries(site, slug)
    must(len(rows) == people, f"{len(rows)} sign-ups are stored of {people}")
    must(len({form for form, *_ in rows}) == len(rows), "a form is stored twice")
    # A form that is sent again draws a position too, so that there are holes; the order is what counts.
    must(len({position for _, _, position, _ in rows}) == len(rows) and sorted(rows, key=lambda row: row[2]) == rows, "by arrived_at they stand in another order than by position, though nobody's call was entered late")
    must([state for _, state, _, _ in rows] == ["placed"] * min(seats, people) + ["waiting"] * max(0, people - seats), "it is not the first who have the seats")
    must([tuple(map(int, row)) for row in site.sql(f"SELECT count(*), count(s.entry), count(DISTINCT s.entry) FROM activities_seat s JOIN activities_activity a ON a.area = s.area AND a.id = s.slot WHERE a.slug = '{slug}'")] == [(seats, min(seats, people), min(seats, people))], "a seat is lost or doubled")
    for table in ("activities_alias", "activities_link"):
        must(site.number(f"SELECT count(*) FROM {table}") == people, f"{table} has not one row for each")
    must(site.number("SELECT count(*) FROM audit_line WHERE kind = 'activities.entry' AND reason = 'signed_up'") == people, "the access log has not one line for each")
    stored = {row[0]: number for number, row in enumerate(rows)}
    positions = {form: stored[mark] for form, mark in site.marks(sorted({t.opened for t in told})).items() if mark in stored}
    must({t.person for t in told if t.which == "first"} == set(range(people)), "somebody was never answered")
    must(all(t.status == 200 for t in told), "somebody was told something else: " + "; ".join(sorted({t.says for t in told if t.status != 200})[:5]))
    lost = [t for t in told if t.status == 200 and t.opened not in positions]
    must(not lost, f"{len(lost)} were answered and are lost")
    for t in told:   # a line is counted to 500 for who stands in it
        at = positions.get(t.opened)
        if at is not None:
            must(t.says == ("placed" if at < seats else f"waiting {at - seats + 1}" if at - seats <= 500 else "waiting 500"), f"number {at} was told “{t.says}”")
    codes = {}
    for t in told:
        must(codes.setdefault(t.person, t.code) == t.code and len(t.code) == 19, "a form that was sent again has another code")
    must(len(set(codes.values())) == people, "two have the same code")
    out += order_faults(positions, told)
    return out[:12]


def order_faults(positions, told):
    """Nobody stands before one who had her answer before the first pressed: that is what the order of coming means."""
    sent, answered = {}, {}
    for t in told:
        sent[t.opened] = min(sent.get(t.opened, t.sent), t.sent)
        answered[t.opened] = min(answered.get(t.opened, t.answered), t.answered)
    latest, wrong = 0, 0
    for form in sorted(positions, key=positions.get):
        wrong += form in answered and answered[form] < latest
        latest = max(latest, sent.get(form, 0))
    return [f"{wrong} were passed by one who came after they had been answered"] if wrong else []


def look_with_codes(site, told, some=20):
    """The code of every so many opens the place that she was told."""
    firsts = sorted((t for t in told if t.which == "first"), key=lambda t: t.person)
    wrong = []
    for t in firsts[::max(1, len(firsts) // some)]:
        carer = Carer(site.port).open("/min-plats").press("Öppna", kod=t.code)
        words = "Du har en plats." if t.says == "placed" else "i kön."
        if not carer.reads(words) or (t.says != "placed" and not carer.reads(f" {t.says.split()[1]} ")):
            wrong.append(f"the code of person {t.person} does not show “{t.says}” ({carer.status})")
    return wrong
