"""Visitors who send or read slowly, or nothing at all: cut off within 30 s, while a normal visitor is served quickly."""
import select
import socket
import threading
import time

from visitor import GOOD, Site, arguments, ended, status

KINDS = ("idle", "head", "body", "read")


def opened(site, kind):
    connection = socket.socket()
    if kind == "read":
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(10)
    connection.connect(("127.0.0.1", site.port))
    if kind == "head":
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-")
    if kind == "body":
        connection.sendall(b"POST /form HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\nq=")
    if kind == "read":
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n" * 8)
    connection.setblocking(False)
    return connection


def gone(connection, kind):
    """Drips one byte, as a slow visitor does, and tells whether the server has ended the connection."""
    try:
        if kind in ("head", "body"):
            connection.send(b"a")
        part = connection.recv(1)
        return part == b""
    except BlockingIOError:
        return False
    except OSError:
        return True


def drained(connection):
    """After a 408 the answer's bytes come first: a closed connection is known by what poll says, not by reading it out."""
    poller = select.poll()
    poller.register(connection, select.POLLRDHUP | select.POLLHUP | select.POLLERR)
    return bool(poller.poll(0))


def main():
    options = arguments(connections=(300, "slow clients"), seconds=(31, "within which all must be cut off"))
    bad, times, failures = [], [], []
    with Site(options.program) as site:
        before = site.memory()
        slow = {}
        for i in range(options.connections):
            kind = KINDS[i % len(KINDS)]
            slow[opened(site, kind)] = kind
        stop = threading.Event()

        def visit():
            while not stop.wait(0.05):
                begun = time.monotonic()
                try:
                    code = status(site.ask(GOOD))
                except OSError as error:
                    code = error
                times.append(time.monotonic() - begun)
                if code != 200:
                    failures.append(code)

        visitor = threading.Thread(target=visit)
        visitor.start()
        begun = time.monotonic()
        left = dict(slow)
        while left and time.monotonic() - begun < options.seconds:
            for connection, kind in list(left.items()):
                if drained(connection) or gone(connection, kind):
                    connection.close()
                    del left[connection]
            time.sleep(1)
        took = time.monotonic() - begun
        stop.set()
        visitor.join()
        growth = site.memory() - before
        for connection in left:
            connection.close()
    times.sort()
    p95 = times[int(len(times) * 0.95)]
    if left:
        kinds = list(left.values())
        bad.append("not cut off: " + ", ".join(f"{kinds.count(kind)} {kind}" for kind in KINDS))
    if failures:
        bad.append(f"the normal visitor failed {len(failures)} times: {failures[:3]}")
    if p95 > 0.25:
        bad.append(f"p95 {p95:.3f} s")
    if growth > 128:
        bad.append(f"memory grew {growth:.0f} MiB")
    ended(bad, f"slow={len(slow)} reaped={1 - len(left) / len(slow):.2f} in={took:.0f}s visits={len(times)} p95={p95 * 1000:.1f}ms growth={growth:.1f}MiB")


main()
