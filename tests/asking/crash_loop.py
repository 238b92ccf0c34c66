"""The program is killed again and again while carers write (security T29, B3): what was acknowledged is there, and nothing is there twice.
A carer whose answer was lost presses the button again, as a person would."""
import argparse
import html
import random
import re
import sys
import threading
import time

from carer import Carer, Installation, asked, sent


MOST = 150   # under what one may write in a day in one conversation


class Writer(threading.Thread):
    """Asks a question without a name, then writes more in the conversation, one message after another. A line that breaks is tried again
    with the same form, until there is an answer: that is what a person does."""

    def __init__(self, site, number):
        super().__init__(daemon=True)
        self.site, self.number, self.texts, self.code, self.again, self.fault = site, number, [], "", 0, ""
        self.go_on = True

    def persist(self, act):
        while True:
            try:
                done = act()
            except OSError:
                self.again += 1
                time.sleep(0.05)
                continue
            if done.status != 503:   # the program is on its way up
                return done
            time.sleep(0.05)

    def run(self):
        try:
            carer = Carer(self.site.port)
            self.texts.append(self.text())
            self.code = asked(carer, self.texts[0], self.persist)
            while self.go_on:
                if len(self.texts) < MOST:
                    self.write_more(carer)
                else:
                    time.sleep(0.1)
        except (AssertionError, KeyError, TypeError) as fault:
            self.fault = f"{type(fault).__name__} {fault} at {carer.path} {carer.status}"

    def text(self):
        return f"Påhittad fråga {self.number}-{len(self.texts)}-{random.getrandbits(60):x}"

    def write_more(self, carer):
        self.persist(lambda: carer.open("/svar/samtal"))
        action, body = carer.filled("Skicka", text=(text := self.text()))
        while self.persist(lambda: sent(carer, action, body)).status == 429:   # asked to wait a little: the same form again
            time.sleep(0.5)
        assert carer.reads(text), "an acknowledged message is not shown"
        self.texts.append(text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--on", choices=["sqlite", "postgresql"], default="sqlite")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--writers", type=int, default=4)
    wanted = parser.parse_args()
    with Installation(wanted.program, wanted.on) as site:
        writers = [Writer(site, n) for n in range(wanted.writers)]
        for writer in writers:
            writer.start()
        slowest, kills = 0.0, 0
        while kills < wanted.rounds or not all(writer.code or writer.fault for writer in writers):
            asking = not all(writer.code for writer in writers)   # a question takes a person's time, so it is killed less often
            time.sleep(random.uniform(1.5, 3.0) if asking else random.uniform(0.3, 0.8))
            site.kill()
            begun, kills = time.monotonic(), kills + 1
            site.start()
            slowest = max(slowest, time.monotonic() - begun)
        for writer in writers:
            writer.go_on = False
        for writer in writers:
            writer.join(60)
        expected = [(writer.code, text) for writer in writers for text in writer.texts if writer.code]
        lost = sum(not reads(site, writer) for writer in writers)
        rows, messages = site.number("SELECT count(*) FROM contact_contact"), site.number("SELECT count(*) FROM contact_message")
        doubled = rows - len(writers) + messages - len(expected)
        faults = [writer.fault for writer in writers if writer.fault]
        again = sum(writer.again for writer in writers)
        print(f"{wanted.on}: kills={kills} acknowledged={len(expected)} tried_again={again} lost={lost} doubled={doubled} up_s={slowest:.1f} faults={len(faults)}")
        for fault in faults[:5]:
            print("  ", fault[:300])
        enough = again > 0 and len(expected) >= 5 * wanted.rounds
        sys.exit(0 if lost == 0 and doubled == 0 and not faults and enough else 1)


def reads(site, writer):
    """The code opens a conversation that holds every text of hers, once, in her order, and nothing of anybody else's."""
    carer = Carer(site.port).open("/svar").press("Öppna", kod=writer.code)
    shown = re.findall(r"Påhittad fråga [0-9]+-[0-9]+-[0-9a-f]+", html.unescape(carer.body))
    return shown == writer.texts


if __name__ == "__main__":
    main()
