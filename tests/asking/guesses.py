"""A thousand guessed codes (security T18): after at most twenty none is looked at any more from that network without a wait, nothing is opened,
whoever has the code comes in beside it within a minute, and an unknown code is answered as a code that was ended, word for word."""
import argparse
import random
import re
import sys
import time

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
        asked_before = asked(Carer(site.port), "Påhittad fråga som har en kod")
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
        # Who sends the page that asks her to wait again at once, waits all the same; who has the code waits a little and is let in.
        stubborn, owner = Carer(site.port), Carer(site.port)
        guess(stubborn, f"{random.randrange(10**16):016d}")
        for _ in range(50):
            stubborn.press("Öppna", kod=f"{random.randrange(10**16):016d}")
            looked_at += stubborn.status == 422
        mine = asked_before
        guess(owner, mine)
        waits = owner.status == 429
        for _ in range(70):
            if owner.path == "/svar/samtal":
                break
            time.sleep(1)
            owner.press("Öppna", kod=mine)
        comes_in = waits and owner.path == "/svar/samtal"
    print(f"guesses={GUESSES} looked_at={looked_at + 2} opened={opened} alike={alike} comes_in={comes_in}")
    sys.exit(0 if looked_at + 2 <= 20 and opened == 0 and alike and comes_in else 1)


if __name__ == "__main__":
    main()
