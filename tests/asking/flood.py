"""Five hundred automatic posts, as fast as they go, and a slow human among them from the same network (security T22): of the flood under five
in a hundred leave anything behind, and the human is received, whatever way in she takes."""
import argparse
import concurrent.futures
import sys

from carer import Carer, Installation, asked

POSTS = 500


def automatic(site, number):
    """What a program does: reads the form, fills in all of it, sends it at once, and goes on as far as it comes."""
    robot, text = Carer(site.port), f"Påhittad reklam {number}"
    try:
        robot.open("/fraga/skriv?vill=svar")
        robot.press("Fortsätt", text=text, webbplats="http://reklam.invalid" if number % 2 else "")
        if robot.path == "/fraga/tillagg":
            robot.press("Fortsätt")
        if robot.path == "/fraga/granska":
            robot.press("Skicka")
    except (OSError, AssertionError):
        pass
    return robot.status


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    with Installation(parser.parse_args().program) as site, concurrent.futures.ThreadPoolExecutor(9) as pool:
        human = pool.submit(lambda: asked(Carer(site.port), "Påhittad människa"))
        statuses = list(pool.map(lambda n: automatic(site, n), range(POSTS)))
        code = human.result(timeout=120)
        drafts, contacts = site.number("SELECT count(*) FROM contact_draft"), site.number("SELECT count(*) FROM contact_contact")
        reads = Carer(site.port).open("/svar").press("Öppna", kod=code).reads("Påhittad människa")
    stored = drafts + contacts - 1
    broken = sum(status >= 500 for status in statuses)
    print(f"posts={POSTS} stored={stored} broken={broken} human={'stored' if reads else 'LOST'}")
    sys.exit(0 if stored < POSTS * 0.05 and reads and not broken else 1)


if __name__ == "__main__":
    main()
