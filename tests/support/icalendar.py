#!/usr/bin/env python3
"""Reads an iCalendar file as RFC 5545 says, by rules of its own, and writes each event on a line: uid|begins|ends|status|sequence|title|place|url,
the times in UTC. The time zone is worked out from the file's own VTIMEZONE, and compared with the machine's. Ends with 1 and words when the
file is wrong.

usage: icalendar.py < FILE
"""
import datetime
import re
import sys
import zoneinfo

ONCE = {'UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'SUMMARY', 'LOCATION', 'STATUS', 'SEQUENCE', 'URL', 'LAST-MODIFIED', 'TRANSP'}
NEEDED = {'VCALENDAR': {'VERSION', 'PRODID'}, 'VEVENT': {'UID', 'DTSTAMP', 'DTSTART'}, 'VTIMEZONE': {'TZID'},
          'DAYLIGHT': {'DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'}, 'STANDARD': {'DTSTART', 'TZOFFSETFROM', 'TZOFFSETTO'}}


def lines(raw):
    if not raw.endswith(b'\r\n'):
        raise ValueError('the last line is not ended')
    out = []
    for number, line in enumerate(raw[:-2].split(b'\r\n'), 1):
        if b'\r' in line or b'\n' in line:
            raise ValueError(f'line {number} holds half a line break')
        if len(line) > 75:
            raise ValueError(f'line {number} has {len(line)} bytes')
        text = line.decode('utf-8')   # each line by itself: no character is cut in two
        if text.startswith((' ', '\t')):
            out[-1] += text[1:]
        elif not text:
            raise ValueError(f'line {number} is empty')
        else:
            out.append(text)
    return out


def parsed(content):
    """(name, {property: [(parameters, value)]}, [components]) of the one component."""
    stack, root = [], None
    for line in content:
        match = re.fullmatch(r'([A-Z-]+)((?:;[A-Z-]+=[^;:"]+)*):(.*)', line)
        if not match:
            raise ValueError(f'not a content line: {line}')
        name, value = match[1], match[3]
        parameters = dict(p.split('=', 1) for p in match[2].split(';') if p)
        if name == 'BEGIN':
            stack.append((value, {}, []))
        elif name == 'END':
            done = stack.pop()
            if done[0] != value:
                raise ValueError(f'{done[0]} is ended as {value}')
            if missing := NEEDED.get(value, set()) - done[1].keys():
                raise ValueError(f'{value} lacks {missing}')
            if stack:
                stack[-1][2].append(done)
            else:
                root = done
        else:
            stack[-1][1].setdefault(name, []).append((parameters, value))
    if stack or not root or root[0] != 'VCALENDAR':
        raise ValueError('the components are not ended')
    return root


def unescaped(text):
    if re.search(r'(?<!\\)(?:\\\\)*[;,]', text) or re.search(r'(?<!\\)(?:\\\\)*\\(?![\\;,nN])', text):
        raise ValueError(f'not escaped: {text}')
    return re.sub(r'\\(.)', lambda m: '\n' if m[1] in 'nN' else m[1], text)


def moment(value):
    return datetime.datetime.strptime(value, '%Y%m%dT%H%M%S')


def offset(value):
    sign = -1 if value[0] == '-' else 1
    return sign * datetime.timedelta(hours=int(value[1:3]), minutes=int(value[3:5]))


def last_sunday(year, month):
    day = datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)
    return day - datetime.timedelta(days=(day.weekday() + 1) % 7)


def change(part, year):
    """The local moment, by the clock before it, when the part begins to hold that year."""
    rule = re.fullmatch(r'FREQ=YEARLY;BYMONTH=(\d+);BYDAY=-1SU', part[1]['RRULE'][0][1])
    start = moment(part[1]['DTSTART'][0][1])
    day = last_sunday(year, int(rule[1]))
    if start.date() != last_sunday(start.year, int(rule[1])):
        raise ValueError('a part of the zone does not begin on a day of its own rule')
    return datetime.datetime.combine(day, start.time())


def in_utc(local, zone):
    parts = {part[0]: part for part in zone[2]}
    summer, winter = change(parts['DAYLIGHT'], local.year), change(parts['STANDARD'], local.year)
    part = parts['DAYLIGHT'] if summer <= local < winter else parts['STANDARD']
    utc = local - offset(part[1]['TZOFFSETTO'][0][1])
    machine = local.replace(tzinfo=zoneinfo.ZoneInfo(zone[1]['TZID'][0][1])).astimezone(datetime.timezone.utc).replace(tzinfo=None)
    if utc != machine:
        raise ValueError(f'the zone says {utc} and the machine {machine} for {local}')
    return utc


def main():
    root = parsed(lines(sys.stdin.buffer.read()))
    zones = {c[1]['TZID'][0][1]: c for c in root[2] if c[0] == 'VTIMEZONE'}
    seen = set()
    print('name|' + unescaped(root[1]['NAME'][0][1]))
    for kind, properties, _ in root[2]:
        if kind != 'VEVENT':
            continue
        for name, values in properties.items():
            if name in ONCE and len(values) > 1:
                raise ValueError(f'{name} stands twice')
        first = {name: values[0] for name, values in properties.items()}
        uid = first['UID'][1]
        if uid in seen:
            raise ValueError(f'two events are {uid}')
        seen.add(uid)
        if not re.fullmatch(r'\d{8}T\d{6}Z', first['DTSTAMP'][1]):
            raise ValueError('DTSTAMP is not in UTC')
        begins, ends = (in_utc(moment(first[n][1]), zones[first[n][0]['TZID']]) for n in ('DTSTART', 'DTEND'))
        if ends <= begins:
            raise ValueError(f'{uid} ends before it begins')
        text = {n: unescaped(first[n][1]) if n in first else '' for n in ('SUMMARY', 'LOCATION')}
        print('|'.join([uid, begins.isoformat(), ends.isoformat(), first['STATUS'][1], first['SEQUENCE'][1], text['SUMMARY'], text['LOCATION'], first.get('URL', ('', ''))[1]]))


if __name__ == '__main__':
    try:
        main()
    except (ValueError, KeyError, IndexError) as problem:
        sys.exit(f'icalendar: {problem}')
