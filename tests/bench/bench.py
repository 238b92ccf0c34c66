#!/usr/bin/env python3
"""Lotsen, a minimal C++ server and nginx, in turn, in one run: CPU of the whole process tree a request, memory, time to the first page.

usage: bench.py [SECONDS]    (seconds a measurement, default 3; from the repository root, after the build; ./dev bench does both)
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tomllib
import urllib.parse

import servers

HERE = pathlib.Path(__file__).parent
FOLDER = pathlib.Path('build/bench').resolve()
LOG = FOLDER / 'servers.log'
OFFERS = 2000
CONNECTIONS = (2, 64)
# Milliseconds of CPU; the design's goals. The asset is compared with nginx instead.
GOALS = {'search page': 0.30, 'offer page': 0.12}
ASSET_GOAL = 1.2


def wrk(port, paths, connections, seconds):
    script = FOLDER / 'paths.lua'
    listed = ',\n'.join('"' + p.replace('\\', '\\\\').replace('"', '\\"') + '"' for p in paths)
    script.write_text(f'local paths = {{{listed}}}\nlocal i = 0\nrequest = function() i = i % #paths + 1 return wrk.format(nil, paths[i]) end\n')
    said = subprocess.run(['wrk', '-t1', f'-c{connections}', f'-d{seconds}s', '-s', script, f'http://127.0.0.1:{port}'],
                          capture_output=True, text=True, check=True).stdout
    wrong = re.search(r'Non-2xx or 3xx responses: (\d+)', said)
    broken = re.search(r'Socket errors: (.*)', said)
    if wrong or broken:
        print(f'    warning: {wrong.group(0) if wrong else broken.group(0)} ({paths[0]} …)')
    return int(re.search(r'(\d+) requests in', said).group(1))


def cpu_milliseconds(server, paths, connections, seconds):
    wrk(server.port, paths, connections, 1)
    before = server.cpu_seconds()
    requests = wrk(server.port, paths, connections, seconds)
    return (server.cpu_seconds() - before) * 1000 / max(1, requests), requests / seconds


def measured(server, kinds, seconds):
    out = {}
    for kind, paths in kinds.items():
        for connections in CONNECTIONS:
            print(f'    {kind}, {connections} connections')
            out[kind, connections] = cpu_milliseconds(server, paths, connections, seconds)
    return out


def queries():
    """The words the search must answer rightly, as tests/search has them."""
    return [q['text'] for q in tomllib.loads(pathlib.Path('tests/search/queries.toml').read_text(encoding='utf-8'))['query']][:200]


def asset_nearest(port, size):
    page = servers.fetch(port, '/').decode()
    paths = {p for p in re.findall(r'(?:href|src)="(/[^"#?]+\.(?:css|js|svg|woff2))', page)}
    if not paths:
        raise SystemExit('the start page names no asset')
    return min(paths, key=lambda p: abs(len(servers.fetch(port, p)) - size))


def lotsen_kinds(names, asset):
    return {
        'search page': ['/sok?q=' + urllib.parse.quote(q) for q in queries()],
        'offer page': ['/stod/' + n for n in names],
        'catalogue page': ['/stod'],
        'start page': ['/'],
        'asset': [asset],
    }


def floor_kinds(sizes, count):
    item = range(1, count, max(1, count // 200))
    return {
        'search page': [f'/search?q={urllib.parse.quote(q)}&size={sizes["search page"]}' for q in queries()],
        'offer page': [f'/item?id={i}&size={sizes["offer page"]}' for i in item],
        'catalogue page': [f'/bytes?size={sizes["catalogue page"]}'],
        'start page': [f'/bytes?size={sizes["start page"]}'],
        'asset': [f'/bytes?size={sizes["asset"]}'],
    }


def cold_starts(program, data, times=5):
    found = []
    for _ in range(times):
        with servers.lotsen(program, data, LOG) as server:
            found.append((server.seconds_to_first_page, server.cpu_seconds()))
    return min(found)


def verdict(met):
    return 'met' if met else 'NOT MET'


def print_pages(lotsen, floor, nginx, sizes):
    print(f'\n{"CPU a request, ms":<18}{"conn.":>6}{"KB":>7}{"Lotsen":>9}{"req/s":>8}{"floor":>9}{"nginx":>9}{"/floor":>8}{"/nginx":>8}  goal')
    for (kind, connections), (cost, rate) in lotsen.items():
        base, files = floor[kind, connections][0], nginx[kind, connections][0]
        goal = ''
        if kind in GOALS:
            goal = f'≤ {GOALS[kind]:.2f} ms: {verdict(cost <= GOALS[kind])}'
        if kind == 'asset':
            goal = f'≤ {ASSET_GOAL} × nginx: {verdict(cost <= ASSET_GOAL * files)}'
        print(f'{kind:<18}{connections:>6}{sizes[kind] / 1024:>7.1f}{cost:>9.3f}{rate:>8.0f}{base:>9.3f}{files:>9.3f}'
              f'{cost / max(base, 1e-6):>8.1f}{cost / max(files, 1e-6):>8.1f}  {goal}')


def main(seconds):
    program = 'build/release/lotsen'
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    pack, data = FOLDER / 'content', FOLDER / 'data'
    subprocess.run([sys.executable, HERE / 'generate_pack.py', 'content/danderyd', pack, str(OFFERS)], check=True)

    print('  importing the pack')
    with servers.lotsen(program, data, LOG, pack) as server:
        print(f'    first start, with import: {server.seconds_to_first_page:.1f} s')
    print('  cold starts')
    cold, cold_cpu = cold_starts(program, data)

    names = sorted(p.stem for p in (pack / 'offers').glob('*.md') if '.' not in p.stem)[::OFFERS // 200]
    with servers.lotsen(program, data, LOG) as server:
        print('  Lotsen')
        idle = server.megabytes()
        asset = asset_nearest(server.port, 20 * 1024)
        kinds = lotsen_kinds(names, asset)
        bodies = {kind: servers.fetch(server.port, paths[0]) for kind, paths in kinds.items()}
        lotsen = measured(server, kinds, seconds)
        loaded = server.megabytes()
    sizes = {kind: len(body) for kind, body in bodies.items()}
    with servers.floor('build/release/tests/bench/bench_floor', pack, FOLDER, LOG) as server:
        print('  the floor')
        floor = measured(server, floor_kinds(sizes, OFFERS), seconds)
        floor_memory, floor_start = server.megabytes(), server.seconds_to_first_page
    files = {kind.replace(' ', '-') + '.bin': body for kind, body in bodies.items()}
    with servers.nginx(FOLDER, files, LOG) as server:
        print('  nginx, the same bytes from files')
        nginx = measured(server, {kind: ['/' + kind.replace(' ', '-') + '.bin'] for kind in bodies}, seconds)

    print_pages(lotsen, floor, nginx, sizes)
    print(f'\nat {OFFERS} offers      Lotsen    floor  goal')
    print(f'memory, idle     {idle:>5.1f} MB           ≤ 25 MB: {verdict(idle <= 25)}')
    print(f'memory, loaded   {loaded:>5.1f} MB {floor_memory:>5.1f} MB  ≤ 60 MB: {verdict(loaded <= 60)}')
    print(f'cold start       {cold * 1000:>5.0f} ms {floor_start * 1000:>5.0f} ms  ≤ 100 ms: {verdict(cold <= 0.1)} ({cold_cpu * 1000:.0f} ms of it CPU)')
    print(f'asset: {asset}')


if __name__ == '__main__':
    if len(sys.argv) > 2 or (len(sys.argv) == 2 and not sys.argv[1].isdigit()):
        sys.exit(__doc__)
    main(int(sys.argv[1]) if len(sys.argv) == 2 else 3)
