"""Starts the three servers that are compared, and reads what their processes use."""
import os
import pathlib
import re
import socket
import sqlite3
import subprocess
import time
import urllib.request

TICK = os.sysconf('SC_CLK_TCK')


def free_port():
    with socket.socket() as s:
        s.bind(('127.0.0.1', 0))
        return s.getsockname()[1]


def fetch(port, path, headers=None):
    request = urllib.request.Request(f'http://127.0.0.1:{port}{path}', headers=headers or {})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read()


class Server:
    """A process and all its children; stopped at the end of a with statement."""

    def __init__(self, command, port, log, ready='/'):
        self.port, self.started = port, time.monotonic()
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=open(log, 'ab'), stderr=subprocess.STDOUT)
        self.seconds_to_first_page = self._wait(ready, log)

    def _wait(self, path, log):
        while time.monotonic() - self.started < 60:
            if self.process.poll() is not None:
                raise SystemExit(f'{self.process.args[0]} ended by itself; see {log}')
            try:
                fetch(self.port, path)
                return time.monotonic() - self.started
            except OSError:
                time.sleep(0.001)
        raise SystemExit(f'{self.process.args[0]} did not answer within a minute; see {log}')

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def _tree(self):
        parents = {}
        for entry in pathlib.Path('/proc').iterdir():
            if entry.name.isdigit():
                try:
                    parents[int(entry.name)] = int((entry / 'stat').read_text().rsplit(')', 1)[1].split()[1])
                except OSError:
                    pass
        tree, grown = {self.process.pid}, True
        while grown:
            more = {pid for pid, parent in parents.items() if parent in tree} - tree
            tree |= more
            grown = bool(more)
        return tree

    def cpu_seconds(self):
        total = 0
        for pid in self._tree():
            fields = pathlib.Path(f'/proc/{pid}/stat').read_text().rsplit(')', 1)[1].split()
            total += int(fields[11]) + int(fields[12])
        return total / TICK

    def megabytes(self):
        total = 0
        for pid in self._tree():
            found = re.search(r'^VmRSS:\s+(\d+)', pathlib.Path(f'/proc/{pid}/status').read_text(), re.M)
            total += int(found.group(1)) if found else 0
        return total / 1024


def lotsen(program, data, log, content=None):
    port = free_port()
    command = [program, 'serve', '--data', str(data), '--listen', f'127.0.0.1:{port}']
    if content:
        command += ['--content', str(content)]
    return Server(command, port, log)


def floor(program, pack, folder, log):
    database = folder / 'floor.db'
    database.unlink(missing_ok=True)
    with sqlite3.connect(database) as db:
        db.execute('CREATE TABLE offers (id INTEGER PRIMARY KEY, title TEXT, summary TEXT, body TEXT)')
        for number, path in enumerate(p for p in sorted((pack / 'offers').glob('*.md')) if '.' not in p.stem):
            _, fields, body = path.read_text(encoding='utf-8').split('+++\n', 2)
            said = dict(re.findall(r'^(title|summary) = "(.*)"$', fields, re.M))
            db.execute('INSERT INTO offers VALUES (?, ?, ?, ?)', (number + 1, said['title'], said['summary'], body))
    port = free_port()
    return Server([program, str(port), str(database)], port, log, '/bytes?size=10')


def nginx(folder, files, log):
    """files: name and bytes of what it serves. Two workers, no log: its best foot forward."""
    root, port = folder / 'nginx', free_port()
    (root / 'tmp').mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (root / name).write_bytes(content)
    temporary = ' '.join(f'{kind}_temp_path {root}/tmp;' for kind in ('client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'))
    user = 'user root;' if os.getuid() == 0 else ''
    (root / 'nginx.conf').write_text(f'''{user} worker_processes 2; daemon off; pid {root}/pid; error_log {root}/error.log;
events {{ worker_connections 1024; }}
http {{ access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; {temporary}
  server {{ listen 127.0.0.1:{port}; root {root}; }} }}
''')
    program = '/usr/sbin/nginx' if os.path.exists('/usr/sbin/nginx') else 'nginx'
    return Server([program, '-p', str(root), '-c', str(root / 'nginx.conf')], port, log, '/' + next(iter(files)))
