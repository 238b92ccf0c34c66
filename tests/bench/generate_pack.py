#!/usr/bin/env python3
"""Makes a content pack as large as asked for from the real one's own words, the same each time.

usage: generate_pack.py PACK OUT COUNT
Everything of PACK is copied; offers are added until there are COUNT. An added offer has the fields of a real one, the title of another
and sentences of several, so that its words are as common as in real texts.
"""
import pathlib
import random
import re
import shutil
import sys


def parts(path):
    _, fields, body = path.read_text(encoding='utf-8').split('+++\n', 2)
    return fields, body.strip()


def value(fields, key):
    found = re.search(rf'^{key} = "(.*)"$', fields, re.M)
    return found.group(1) if found else ''


def with_value(fields, key, text):
    return re.sub(rf'^{key} = .*$', lambda _: f'{key} = "{text}"', fields, count=1, flags=re.M)


def cut(text, most):
    """At most so many characters, whole words (check-content wants titles under 60)."""
    return text if len(text) <= most else text[:most].rsplit(' ', 1)[0]


def generated(chance, offers, sentences, number):
    fields, _ = chance.choice(offers)
    other, _ = chance.choice(offers)
    title = f"{value(fields, 'title')} och {value(other, 'title').lower()}"
    fields = with_value(fields, 'title', cut(title, 54) + f' {number}')
    fields = with_value(fields, 'summary', value(other, 'summary'))
    names = re.findall(r'"([^"]*)"', ' '.join(re.findall(r'^also_called = \[(.*)\]$', other, re.M)))
    chance.shuffle(names)
    fields = re.sub(r'^also_called = .*$', 'also_called = [' + ', '.join(f'"{n}"' for n in names[:4]) + ']', fields, flags=re.M)
    body = '\n\n'.join(' '.join(chance.sample(sentences, 5)) for _ in range(3))
    return f'+++\n{fields}+++\n{body}\n'


def main(pack, out, count):
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(pack, out)
    files = [p for p in sorted((out / 'offers').glob('*.md')) if '.' not in p.stem]
    offers = [parts(p) for p in files]
    sentences = [s for _, body in offers for s in re.split(r'(?<=\.)\s+', body) if s.endswith('.') and '](' not in s and '\n' not in s and len(s) > 20]
    chance = random.Random(2000)
    for number in range(len(files), count):
        (out / 'offers' / f'prov-{number}.md').write_text(generated(chance, offers, sentences, number), encoding='utf-8')
    print(f'{out}: {max(count, len(files))} offers, {len(files)} of them real')


if __name__ == '__main__':
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]))
