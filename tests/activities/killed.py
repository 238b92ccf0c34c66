"""The same rush while programs are killed again and again (kill -9): whoever was answered is found afterwards where she was told, nobody is there
twice, and the order holds. Whose line breaks presses again, at the next program if there are two, until she is answered."""
import argparse
import random
import select
import sys
import time

from programs import Programs, Rush, faults, look_with_codes

SLUG, ENOUGH = "pahittad-forelasning", 16


def killed_meanwhile(site, rush):
    kills, begun = 0, time.monotonic()
    rush.press()
    while rush.process.poll() is None and kills < ENOUGH and time.monotonic() - begun < 240:
        time.sleep(random.uniform(0.15, 0.5))
        if rush_is_over(rush):
            break
        victims = random.sample(site.ports, random.choice([1, len(site.ports)]))   # one of two, or both
        for port in victims:
            site.kill_and_begin(port)
            kills += 1
        for port in victims:
            site.wait_for(port)
    return kills


def rush_is_over(rush):
    return bool(select.select([rush.process.stdout], [], [], 0)[0])


def main():
    parser = argparse.ArgumentParser()
    for name in ("--program", "--rush", "--staff"):
        parser.add_argument(name, required=True)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--seats", type=int, default=100)
    wanted = parser.parse_args()
    wrong = []
    for kind, programs in (("sqlite", 1), ("postgresql", 2)):
        with Programs(wanted.program, kind, programs, wanted.staff) as site:
            site.all_ready()
            site.lecture(SLUG, wanted.seats)
            rush = Rush(wanted.rush, SLUG, wanted.people, 32, site.ports, pause_ms=40)
            rush.ready()
            kills = killed_meanwhile(site, rush)
            rush.pressed()
            told = rush.end()
            site.all_ready()
            found = faults(site, SLUG, wanted.people, wanted.seats, told) + look_with_codes(site, told)
            log = site.log_is_whole()
            again = sum(t.tries for t in told)
            print(f"{kind}, {programs} program(s): {wanted.people} people, {kills} killed, {again} pressed again")
            if kills < 4 or again < 20:
                found.append("the storm was over before it could be disturbed")
            wrong += [f"{kind}: {fault}" for fault in found + ([log] if log else [])]
    for fault in wrong:
        print("  WRONG:", fault)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
