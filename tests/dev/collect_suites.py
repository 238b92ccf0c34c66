#!/usr/bin/env python3
"""Writes FOLDER/CTestTestfile.cmake: every suite of build/release, the sanitized ones of build/asan as asan.NAME,
and the fuzz targets of build/fuzz as fuzz.NAME, so that one run of ctest ends with one summary.

usage: collect_suites.py FOLDER    (from the repository root, after the three builds)
"""
import json
import os
import pathlib
import subprocess
import sys

FUZZ_SECONDS = 4


def quoted(text):
    return '[==[' + text + ']==]'


def sanitized_suites():
    listing = subprocess.run(['ctest', '--test-dir', 'build/asan', '-L', '^asan$', '--show-only=json-v1'],
                             check=True, capture_output=True, text=True).stdout
    for test in json.loads(listing)['tests']:
        properties = {p['name']: p['value'] for p in test['properties']}
        yield test['name'], test['command'], properties.get('WORKING_DIRECTORY', os.getcwd())


def fuzz_targets():
    listing = pathlib.Path('build/fuzz/fuzz_targets.txt').read_text()
    return [pathlib.Path(line) for line in listing.splitlines() if line]


def suite(name, command, folder, timeout, more=''):
    return (f'add_test({quoted(name)} ' + ' '.join(quoted(word) for word in command) + ')\n'
            f'set_tests_properties({quoted(name)} PROPERTIES WORKING_DIRECTORY {quoted(folder)} TIMEOUT {timeout}{more})\n')


def sanitized(name, command, folder):
    # What is ours is the same code on both databases; the driver of PostgreSQL is the suite db's, and that one runs whole.
    once = '' if name == 'db' else ' ENVIRONMENT ' + quoted('GTEST_FILTER=-*/postgresql')
    return suite('asan.' + name, command, folder, 1200, once)


def main():
    out = pathlib.Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    root = os.getcwd()
    text = f'subdirs({quoted(root + "/build/release")})\n'
    for name, command, folder in sanitized_suites():
        text += sanitized(name, command, folder)
    for target in fuzz_targets():
        name = target.name.removeprefix('fuzz_')
        text += suite('fuzz.' + name, [root + '/tests/dev/fuzz.sh', str(FUZZ_SECONDS), name], root, 120)
    (out / 'CTestTestfile.cmake').write_text(text)


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main()
