"""Adds a number of the article and one of the learner: what the border between the processes costs."""

import json
import sys


def main():
    def say(message):
        sys.stdout.write(json.dumps(message, allow_nan=False, separators=(",", ":")) + "\n")
        sys.stdout.flush()

    halves = []
    json.loads(sys.stdin.readline())
    say({"type": "hello", "protocol": 1, "version": "1.0"})
    for line in sys.stdin:
        message = json.loads(line)
        kind = message["type"]
        if kind == "items":
            halves = [words % 1000 / 2000 for words in message["columns"]["words"]]
            say({"type": "ready"})
        elif kind == "score":
            rows = [[half + level / 32 for half in halves] for level in message["columns"]["level"]]
            say({"type": "scores", "batch": message["batch"], "scores": rows})
        elif kind == "evidence":
            told = {"kind": "measure", "name": "sum", "value": 1}
            say({"type": "evidence", "question": message["question"], "evidence": told})
        elif kind == "goodbye":
            return


if __name__ == "__main__":
    main()
