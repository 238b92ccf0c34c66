"""Thousands of open connections: all are served, memory stays small, descriptors come back; and with too few descriptors the program waits instead of spinning."""
import time

from visitor import GOOD, Site, arguments, ended, status

KEEP = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


def whole(connection):
    answer = b""
    while b"\r\n\r\n" not in answer:
        answer += connection.recv(65536) or b"\r\n\r\n"
    size = int(answer.split(b"Content-Length: ")[1].split(b"\r\n")[0]) if b"Content-Length: " in answer else 0
    while len(answer.split(b"\r\n\r\n", 1)[1]) < size:
        part = connection.recv(65536)
        if not part:
            break
        answer += part
    return answer


def flood(site, count, bad):
    rest = site.descriptors()
    open_connections = [site.connect(10) for _ in range(count)]
    served, times = 0, []
    for _ in range(2):   # twice: the second time on the kept connection
        served = 0
        for connection in open_connections:
            begun = time.monotonic()
            connection.sendall(KEEP)
            served += status(whole(connection)) == 200
            times.append(time.monotonic() - begun)
    memory = site.memory()
    cpu = site.cpu()
    time.sleep(3)
    idle_cpu = (site.cpu() - cpu) / 3
    for connection in open_connections:
        connection.close()
    time.sleep(1.5)
    left = site.descriptors() - rest
    times.sort()
    p95 = times[int(len(times) * 0.95)]
    for wrong, text in ((served != count, f"served {served} of {count}"), (p95 > 0.5, f"p95 {p95:.3f} s"), (memory > 512, f"memory {memory:.0f} MiB"),
                        (left >= 50, f"{left} descriptors not returned"), (idle_cpu > 0.05, f"idle connections cost {idle_cpu:.2f} of a core")):
        if wrong:
            bad.append(text)
    return f"served={served} p95={p95 * 1000:.1f}ms memory={memory:.0f}MiB left_fds={left} idle_cpu={idle_cpu:.3f}"


def starved(program, bad):
    """64 descriptors, 200 visitors: the first are served, the others wait; nothing spins; afterwards all is well."""
    with Site(program, limit=64) as site:
        connections = [site.connect() for _ in range(200)]
        time.sleep(0.5)
        cpu = site.cpu()
        time.sleep(2)
        spent = (site.cpu() - cpu) / 2
        if spent > 0.1:
            bad.append(f"without descriptors it spends {spent:.2f} of a core")
        for connection in connections:
            connection.close()
        time.sleep(1)
        if status(site.ask(GOOD)) != 200:
            bad.append("does not serve after descriptors ran out")
        return f"starved_cpu={spent:.3f}"


def main():
    options = arguments(connections=(2000, "open at once"))
    bad = []
    with Site(options.program) as site:
        text = flood(site, options.connections, bad)
    text += " " + starved(options.program, bad)
    ended(bad, text)


main()
