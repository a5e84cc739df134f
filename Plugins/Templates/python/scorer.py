"""A scorer for Gleaner: short articles come first. Python's standard library only."""

import json
import sys

VERSION = "1.0"


class Scorer:
    """What it knows of a run. Change `prepare`, `score` and `evidence`; the rest is the protocol."""

    def __init__(self, options):
        self.longest = options["longest"]

    def prepare(self, items):
        """Gets the columns of all articles, once a run."""
        self.minutes = items["minutes"]
        self.row = [max(0.0, 1 - minutes / self.longest) for minutes in self.minutes]

    def score(self, learners, number):
        """A row for one learner: a number from 0 to 1 for each article, or None to abstain."""
        return self.row

    def evidence(self, item, learners):
        """What the number of an article rests on; None where there is none."""
        return {"kind": "measure", "name": "minutes", "value": self.minutes[item]}


def answer(scorer, message):
    """The answer to a message after the greeting; None after a goodbye."""
    kind = message["type"]
    if kind == "items":
        scorer.prepare(message["columns"])
        return {"type": "ready"}
    if kind == "score":
        rows = [scorer.score(message["columns"], number) for number in range(message["count"])]
        return {"type": "scores", "batch": message["batch"], "scores": rows}
    if kind == "evidence":
        told = scorer.evidence(message["item"], message["columns"])
        return {"type": "evidence", "question": message["question"], "evidence": told}
    if kind == "goodbye":
        return None
    return {"type": "error", "message": "unknown message"}


def main():
    def say(message):
        # No NaN: it is not JSON, and to abstain is null.
        sys.stdout.write(json.dumps(message, allow_nan=False, separators=(",", ":")) + "\n")
        sys.stdout.flush()

    # Not the locale's encoding, and no line ends but \n.
    lines = open(sys.stdin.fileno(), encoding="utf-8", newline="\n")
    hello = lines.readline()
    if not hello:
        return
    scorer = Scorer(json.loads(hello)["options"])
    say({"type": "hello", "protocol": 1, "version": VERSION})
    for line in lines:
        message = answer(scorer, json.loads(line))
        if message is None:
            return
        say(message)


if __name__ == "__main__":
    main()
