"""A rush to 100 seats over HTTP at the real program: exactly 100 places, the others in the line in the order they came, every answer
durable, and no form that is sent again counted twice. With --bench what it costs, for 10,000 people, beside as many
of the smallest durable writes."""
import argparse
import sys
import time

from programs import Programs, Rush, faults, look_with_codes

SLUG = "pahittad-forelasning"


def stormed(site, wanted):
    site.lecture(SLUG, wanted.seats)
    rush = Rush(wanted.rush, SLUG, wanted.people, wanted.at_a_time, site.ports, of_a_network=wanted.of_a_network)
    rush.ready()
    programs, database, begun = site.cpu_of_programs(), site.cpu_of_database(), time.monotonic()
    rush.press()
    rush.pressed()
    seconds = time.monotonic() - begun
    programs, database = site.cpu_of_programs() - programs, site.cpu_of_database() - database
    return rush.end(), seconds, programs * 1000 / wanted.people, database * 1000 / wanted.people


def figures(site, wanted, told, seconds, programs, database):
    presses = len(told)
    print(f"  {presses} presses ({presses - wanted.people} of them again, or on two telephones at once): {seconds:.2f} s, {wanted.people / seconds:.0f} sign-ups a second")
    print(f"  CPU each: {programs:.3f} ms in the programs" + (f", {database:.3f} ms in the database" if database else ""))
    smallest = float(site.hand("smallest", str(wanted.people), "64"))
    print(f"  as many of the smallest durable writes, 64 at a time: {smallest:.2f} s; a sign-up over HTTP is {seconds / smallest:.1f} of them")
    goal = 20 if site.kind == "postgresql" else 1.5
    if wanted.people == 10_000:
        print(f"  goal ≤ {goal} s: {'met' if seconds <= goal else 'NOT MET'}")


def main():
    parser = argparse.ArgumentParser()
    for name in ("--program", "--rush", "--staff"):
        parser.add_argument(name, required=True)
    parser.add_argument("--on", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--people", type=int, default=2000, help="10,000 with --bench")
    parser.add_argument("--seats", type=int, default=100)
    parser.add_argument("--at-a-time", type=int, default=128)
    parser.add_argument("--of-a-network", type=int, default=10, help="who share an address; 1: each has her own")
    parser.add_argument("--bench", action="store_true")
    wanted = parser.parse_args()
    if wanted.bench and "--people" not in sys.argv:
        wanted.people = 10_000
    with Programs(wanted.program, wanted.on, 2 if wanted.on == "postgresql" else 1, wanted.staff) as site:
        site.all_ready()
        told, seconds, programs, database = stormed(site, wanted)
        wrong = faults(site, SLUG, wanted.people, wanted.seats, told)
        again = sum(t.tries for t in told)
        if again and wanted.bench:   # a busy machine asks people to press again
            wrong.append(f"{again} times somebody was shown an error or asked to wait")
        wrong += look_with_codes(site, told)
        log = site.log_is_whole()
        wrong += [log] if log else []
        print(f"{wanted.on}, {len(site.ports)} program(s), {wanted.at_a_time} connections at a time: {wanted.people} people for {wanted.seats} seats")
        print(f"  {sum(t.says == 'placed' and t.which == 'first' for t in told)} have a seat, {sum(t.says.startswith('waiting') and t.which == 'first' for t in told)} wait in the order they came; {again} were asked to press again")
        if wanted.bench:
            figures(site, wanted, told, seconds, programs, database)
    for fault in wrong:
        print("  WRONG:", fault)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
