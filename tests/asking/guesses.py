"""A thousand guessed codes (security T18): after at most twenty none is looked at any more from that network, nothing is opened, and an
unknown code is answered as a code that was ended, word for word."""
import argparse
import random
import re
import sys

from carer import Carer, Installation, asked

GUESSES = 1000


def guess(browser, code):
    """How the page answers a code."""
    browser.open("/svar").press("Öppna", kod=code)
    return browser.status


def without_its_own(body):
    return re.sub(r'value="[^"]*"', "", body)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    with Installation(parser.parse_args().program) as site:
        code = asked(Carer(site.port), "Påhittad fråga att gissa")
        ended = Carer(site.port).open("/svar").press("Öppna", kod=code)
        ended.open("/svar/avsluta").press("Avsluta nu")
        same = Carer(site.port)
        guess(same, code)
        of_ended = without_its_own(same.body)
        guess(same, f"{random.randrange(10**16):016d}")
        alike = of_ended == without_its_own(same.body) and same.status == 422
        robot, looked_at, opened = Carer(site.port), 0, 0
        for _ in range(GUESSES):
            status = guess(robot, f"{random.randrange(10**16):016d}")
            looked_at += status == 422
            opened += robot.path == "/svar/samtal"
    print(f"guesses={GUESSES} looked_at={looked_at + 2} opened={opened} alike={alike}")
    sys.exit(0 if looked_at + 2 <= 20 and opened == 0 and alike else 1)


if __name__ == "__main__":
    main()
