"""SIGTERM: a request under way is answered, idle connections are closed at once, nothing new is taken, the program ends with 0."""
import signal
import threading
import time

from visitor import Site, arguments, ended, status


def main():
    options = arguments()
    bad, answers = [], []
    with Site(options.program) as site:
        idle = [site.connect() for _ in range(20)]
        for connection in idle[:10]:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            time.sleep(0.02)
            while len(connection.recv(65536)) == 65536:
                pass
        slow = [threading.Thread(target=lambda: answers.append(site.ask(b"GET /slow?ms=2000 HTTP/1.1\r\nHost: x\r\n\r\n", timeout=10))) for _ in range(5)]
        for thread in slow:
            thread.start()
        time.sleep(0.5)
        begun = time.monotonic()
        site.process.send_signal(signal.SIGTERM)
        for connection in idle:
            connection.settimeout(1)
            try:
                while connection.recv(65536):
                    pass
            except OSError as error:
                bad.append(f"an idle connection stays: {error!r}")
        closed = time.monotonic() - begun
        try:
            site.connect(1).close()
            bad.append("takes a new connection after SIGTERM")
        except OSError:
            pass
        for thread in slow:
            thread.join()
        code = site.process.wait(15)
        took = time.monotonic() - begun
        if code != 0:
            bad.append(f"exit code {code}")
        if [status(answer) for answer in answers] != [200] * 5 or not all("färdig".encode() in answer for answer in answers):
            bad.append(f"requests under way: {[status(answer) for answer in answers]}")
        if closed > 1:
            bad.append(f"idle connections closed after {closed:.1f} s")
        if took > 4:
            bad.append(f"ended after {took:.1f} s")
    ended(bad, f"idle_closed={closed:.2f}s ended={took:.2f}s answered={len(answers)}")


main()
