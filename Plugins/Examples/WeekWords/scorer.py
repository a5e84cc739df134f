"""Articles with the words that the class is practising this week. Python's standard library only."""

import json
import re
import sys

VERSION = "1.0"
WORD = re.compile(r"\w+")


def words(text):
    """The words of a text in lower case, each between blanks: phrases are found in it as whole words."""
    return " " + " ".join(WORD.findall(text.casefold())) + " "


class Scorer:
    """Counts different words of the list in each article. Without a list it abstains: it has nothing to say."""

    def __init__(self, options):
        phrases = [words(phrase) for phrase in options["words"] if isinstance(phrase, str)]
        self.phrases = sorted({phrase for phrase in phrases if phrase.strip()})
        self.enough = options["enough"]

    def prepare(self, items):
        self.counts = []
        for title, text in zip(items["title"], items["text"]):
            article = words(title + " " + text)
            says_something = self.phrases and article.strip()
            self.counts.append(sum(phrase in article for phrase in self.phrases) if says_something else None)
        self.row = [None if count is None else min(1.0, count / self.enough) for count in self.counts]

    def evidence(self, item):
        count = self.counts[item]
        return None if count is None else {"kind": "measure", "name": "words of the week", "value": count}


def answer(scorer, message):
    """The answer to a message after the greeting; None after a goodbye."""
    kind = message["type"]
    if kind == "items":
        scorer.prepare(message["columns"])
        return {"type": "ready"}
    if kind == "score":
        return {"type": "scores", "batch": message["batch"], "scores": [scorer.row] * message["count"]}
    if kind == "evidence":
        return {"type": "evidence", "question": message["question"], "evidence": scorer.evidence(message["item"])}
    if kind == "goodbye":
        return None
    return {"type": "error", "message": "unknown message"}


def main():
    def say(message):
        sys.stdout.write(json.dumps(message, allow_nan=False, separators=(",", ":")) + "\n")
        sys.stdout.flush()

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
