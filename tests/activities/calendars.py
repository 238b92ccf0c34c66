"""The calendars that the real program sends, read by two parsers that are not ours (Debian's python3-icalendar, and python3-vobject, which works
the time zone out from the file itself): the hours over both changes of the clock, neutral words, and what a calendar that subscribes is told when
something is moved, cancelled or called off (feature D9; RFC 5545, 5546, 7986)."""
import argparse
import datetime
import http.client
import sys
import time
import zoneinfo

from programs import Programs

try:
    import icalendar
    import vobject
except ImportError as missing:
    sys.exit(f"{missing}\nRemedy: ./dev setup (or: apt-get install python3-icalendar python3-vobject)")

STOCKHOLM, UTC = zoneinfo.ZoneInfo("Europe/Stockholm"), datetime.timezone.utc
TITLE, PLACE = "Påhittad grupp, dag; kväll \\ natt, med ett namn som är så långt att raden måste vikas minst en gång", "Påhittade lokalen, Provgatan 1; gården"
SECRET, NEUTRAL, SECRET_PLACE = "Påhittad hemlig rubrik", "Träff på söndagar", "Påhittade hemliga lokalen"


def last_sunday(year, month):
    day = datetime.date(year, month + 1, 1) - datetime.timedelta(days=1)
    return day - datetime.timedelta(days=(day.weekday() + 1) % 7)


def weekends():
    """Those when the clock is changed next: (day, begins, ends)."""
    today, out = datetime.date.today(), []
    for month in (3, 10):
        year = today.year if last_sunday(today.year, month) > today + datetime.timedelta(days=3) else today.year + 1
        sunday = last_sunday(year, month)
        day = datetime.timedelta(days=1)
        out += [(sunday - day, "18:00", "20:00"), (sunday, "01:30", "04:00"), (sunday, "18:00", "20:00"), (sunday + day, "18:00", "20:00")]
    return out


def in_utc(day, clock):
    return datetime.datetime.combine(day, datetime.time.fromisoformat(clock), STOCKHOLM).astimezone(UTC)


class Feed:
    """One answer of the program, by two parsers, which must agree."""

    def __init__(self, port, path):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        self.path, self.status, self.headers, self.raw = path, answer.status, answer.headers, answer.read()
        connection.close()
        assert self.status == 200, f"{path} answers {self.status}"
        self.calendar = icalendar.Calendar.from_ical(self.raw)
        self.events = {str(e["UID"]): e for e in self.calendar.walk("VEVENT")}
        assert len(self.events) == len(self.calendar.walk("VEVENT")), f"{path}: two events have one uid"
        self.agree()

    def agree(self):
        """vobject builds the zone from the file's own VTIMEZONE; icalendar takes the machine's. Both must say the same moment."""
        other = vobject.readOne(self.raw.decode("utf-8"))
        listed = list(getattr(other, "vevent_list", []))
        assert len(listed) == len(self.events), self.path
        for event in listed:
            mine = self.events[event.uid.value]
            for theirs, own in ((event.dtstart, "DTSTART"), (event.dtend, "DTEND")):
                assert theirs.value.astimezone(UTC) == mine[own].dt.astimezone(UTC), f"{self.path} {own}: the file's zone says {theirs.value.astimezone(UTC)}, the machine's {mine[own].dt.astimezone(UTC)}"
            assert event.summary.value == str(mine["SUMMARY"])

    def named(self, uid):
        return next(event for name, event in self.events.items() if name.startswith(uid + "@"))

    def says(self, uid):
        event = self.named(uid)
        return (event["DTSTART"].dt.astimezone(UTC), event["DTEND"].dt.astimezone(UTC), str(event["STATUS"]), int(event["SEQUENCE"]), event["LAST-MODIFIED"].dt)


class Test:
    def __init__(self, site):
        self.site, self.checked = site, 0

    def must(self, holds, words):
        self.checked += 1
        assert holds, words

    def feed(self, path, until=lambda feed: True):
        """What is changed is seen within some seconds."""
        for _ in range(100):
            feed = Feed(self.site.port, path)
            if until(feed):
                return feed
            time.sleep(0.1)
        raise AssertionError(f"{path} never says what was changed")

    def plan(self):
        hand = self.site.hand
        hand("activity", "pahittad-grupp", "samtalsgrupp", "group", "8", TITLE, "Träff")
        hand("activity", "pahittad-hemlig", "samtalsgrupp", "group", "8", SECRET, NEUTRAL, "sensitive")
        hand("activity", "pahittad-yoga", "halsoframjande-aktiviteter", "series", "8", "Påhittad yoga", "Yoga")
        self.times = {hand("session", "pahittad-grupp", day.isoformat(), begins, ends, PLACE): (day, begins, ends) for day, begins, ends in weekends()}
        self.secret = hand("session", "pahittad-hemlig", weekends()[0][0].isoformat(), "10:00", "11:00", SECRET_PLACE)
        self.yoga = hand("session", "pahittad-yoga", weekends()[0][0].isoformat(), "10:00", "11:00", "Påhittade salen")
        for slug in ("pahittad-grupp", "pahittad-hemlig", "pahittad-yoga"):
            hand("step", slug, "open")

    # --- what a calendar is told from the beginning
    def as_planned(self):
        for path, uids in (("/kalender/alla.ics", {*self.times, self.secret, self.yoga}), ("/kalender/samtalsgrupp.ics", {*self.times, self.secret}), ("/aktiviteter/pahittad-grupp/kalender.ics", set(self.times))):
            feed = self.feed(path, lambda feed, uids=uids: len(feed.events) == len(uids))
            self.must({uid.split("@")[0] for uid in feed.events} == uids, f"{path} holds other events")
            self.whole(feed)
            for uid, (day, begins, ends) in self.times.items():
                begin, end, status, _, _ = feed.says(uid)
                self.must((begin, end) == (in_utc(day, begins), in_utc(day, ends)), f"{path}: {day} {begins}–{ends} is {begin}–{end}")
                self.must(status == "CONFIRMED", status)
                event = feed.named(uid)
                self.must((str(event["SUMMARY"]), str(event["LOCATION"])) == (TITLE, PLACE), f"{path}: {event['SUMMARY']}, {event['LOCATION']}")
                self.must(event["DTSTART"].params["TZID"] == "Europe/Stockholm", "the hour is not bound to the clock on the wall")
        nights = [in_utc(*times[::2]) - in_utc(*times[:2]) for times in self.times.values() if times[1] == "01:30"]
        self.must(sorted(n.total_seconds() / 3600 for n in nights) == [1.5, 3.5], f"the nights are {nights}: the test's weekends are not those of the change")

    def whole(self, feed):
        self.must(feed.headers["Content-Type"].startswith("text/calendar"), feed.headers["Content-Type"])
        self.must(feed.headers["Content-Disposition"] == "attachment; filename*=UTF-8''kalender.ics", feed.headers["Content-Disposition"])
        lines = feed.raw.split(b"\r\n")
        self.must(lines[-1] == b"" and not any(b"\n" in line or b"\r" in line for line in lines), "a line is not ended as RFC 5545 says")
        self.must(max(map(len, lines)) <= 75, "a line is longer than 75 bytes")
        self.must(str(feed.calendar["VERSION"]) == "2.0" and feed.calendar["PRODID"] and str(feed.calendar["METHOD"]) == "PUBLISH", "the head of the calendar is wrong")
        self.must([str(zone["TZID"]) for zone in feed.calendar.walk("VTIMEZONE")] == ["Europe/Stockholm"], "the zone is missing")
        for event in feed.events.values():
            self.must(event["DTSTAMP"].dt.utcoffset() == datetime.timedelta(0), "DTSTAMP is not in UTC")
            self.must(not any(name in event for name in ("ATTENDEE", "ORGANIZER", "DESCRIPTION", "CONTACT", "COMMENT")), "an event holds more than when and where")

    def neutral(self):
        for path in ("/kalender/alla.ics", "/kalender/samtalsgrupp.ics", "/aktiviteter/pahittad-hemlig/kalender.ics"):
            feed = self.feed(path)
            event = feed.named(self.secret)
            self.must(str(event["SUMMARY"]) == NEUTRAL and "LOCATION" not in event and "URL" not in event, f"{path} tells what it is: {dict(event)}")
            for word in ("hemlig", "Hemlig", "lokalen, hem"):
                self.must(word.encode() not in feed.raw.replace(b"\r\n ", b""), f"{path} says “{word}”")
        self.must(str(self.feed("/aktiviteter/pahittad-hemlig/kalender.ics").calendar["NAME"]) == NEUTRAL, "the calendar's name tells what it is")

    # --- and what when something changes
    def all_feeds(self, until):
        return [self.feed(path, until) for path in ("/kalender/alla.ics", "/kalender/samtalsgrupp.ics", "/aktiviteter/pahittad-grupp/kalender.ics")]

    def moved(self):
        before = self.feed("/kalender/alla.ics")
        uid, (day, _, _) = next(iter(self.times.items()))
        self.site.hand("move", uid, day.isoformat(), "17:15", "19:45")
        for feed in self.all_feeds(lambda feed: feed.says(uid)[0] == in_utc(day, "17:15")):
            begin, end, status, sequence, modified = feed.says(uid)
            self.must((begin, end, status) == (in_utc(day, "17:15"), in_utc(day, "19:45"), "CONFIRMED"), "not as it was moved")
            self.must(sequence > before.says(uid)[3] and modified >= before.says(uid)[4], "a calendar would not know that it was moved")
            for other in list(self.times)[1:]:
                self.must(feed.says(other) == before.says(other), "another event was changed with it")

    def cancelled(self):
        before = self.feed("/kalender/alla.ics")
        uid = list(self.times)[2]
        self.site.hand("cancel", uid)
        for feed in self.all_feeds(lambda feed: feed.says(uid)[2] == "CANCELLED"):
            self.must(feed.says(uid)[:2] == before.says(uid)[:2], "a cancelled event is another")
            self.must(feed.says(uid)[3] > before.says(uid)[3], "a calendar would not know that it is cancelled")
            self.must(str(feed.named(uid)["TRANSP"]) == "TRANSPARENT", "cancelled, it still takes time")
            self.must([other for other in self.times if feed.says(other)[2] == "CANCELLED"] == [uid], "more is cancelled")

    def called_off(self):
        before = self.feed("/kalender/alla.ics")
        self.site.hand("step", "pahittad-grupp", "call_off")
        for feed in self.all_feeds(lambda feed: all(feed.says(uid)[2] == "CANCELLED" for uid in self.times if any(name.startswith(uid) for name in feed.events))):
            for uid in self.times:
                self.must(any(name.startswith(uid) for name in feed.events), f"{feed.path}: what was called off is only gone, and who took it once is never told")
                self.must(feed.says(uid)[2] == "CANCELLED" and feed.says(uid)[3] > before.says(uid)[3], "called off, and a calendar would not know")
        self.must(self.feed("/kalender/alla.ics").says(self.yoga) == before.says(self.yoga), "another activity was changed with it")

    def run(self):
        self.plan()
        for step in (self.as_planned, self.neutral, self.moved, self.cancelled, self.called_off):
            step()


def main():
    parser = argparse.ArgumentParser()
    for name in ("--program", "--staff"):
        parser.add_argument(name, required=True)
    wanted = parser.parse_args()
    with Programs(wanted.program, "sqlite", 1, wanted.staff) as site:
        test = Test(site)
        test.run()
        print(f"calendars: {test.checked} statements hold")


if __name__ == "__main__":
    main()
