#!/usr/bin/env python3
"""paired.py RANKING [JUDGE]

Is the ranking better than the best simple methods, slate by slate? RANKING is a folder with items.jsonl and slates-*.jsonl. JUDGE is a
Python program with `read`, `Corpus`, `evaluate` and `metrics`, such as a `ranking_baselines.py`; without it only Gleaner's own variants are
compared: `both` with its interests taken away and with its history taken away. Prints the mean difference of nDCG@10 with its 95 % interval
(1.96 standard errors), over all slates and over two halves drawn by the parity of the slate's number.
"""
import importlib.util, json, math, os, subprocess, sys, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
GLEANER = os.path.join(ROOT, ".build", "release", "gleaner")


def gleaner(items, slates):
    out = subprocess.run([GLEANER, "evaluate", "--items", items, "--slates", slates, "--json", "--each"], check=True, capture_output=True, text=True).stdout
    lines = [json.loads(line) for line in out.splitlines()]
    return {line["slate"]: line["ndcg@10"] for line in lines if line["ranker"] == "blend" and "slate" in line}


def baselines(judge, items, slates):
    """The nDCG@10 of every baseline, slate by slate."""
    spec = importlib.util.spec_from_file_location("judge", judge)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    found, metrics = {}, module.metrics

    def noting(*given):
        result = metrics(*given)
        noted.append(result["ndcg@10"])
        return result

    noted = []
    module.metrics = noting
    corpus = module.Corpus(module.read(items))
    for number, slate in enumerate(module.read(slates), 1):
        names = list(module.evaluate(corpus, [slate]))
        for name, value in zip(names, noted[-len(names):]):
            found.setdefault(name, {})[number] = value
    return found


def tell(name, ours, others):
    for part, keep in (("all", lambda n: True), ("odd", lambda n: n % 2), ("even", lambda n: n % 2 == 0)):
        differences = [ours[n] - others[n] for n in ours if n in others and keep(n)]
        mean = sum(differences) / len(differences)
        half = 1.96 * math.sqrt(sum((d - mean) ** 2 for d in differences)) / len(differences)
        print("| %s, %s slates (%d) | %+.4f | %+.4f … %+.4f |" % (name, part, len(differences), mean, mean - half, mean + half), flush=True)


def main():
    folder, judge = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
    items = os.path.join(folder, "items.jsonl")
    print("| nDCG@10 of `blend` less that of | mean | 95 % interval |\n|---|---|---|")
    for name in ("cold", "full", "3known", "keywords", "both"):
        path = os.path.join(folder, "slates-%s.jsonl" % name)
        ours = gleaner(items, path)
        if judge:
            found = baselines(judge, items, path)
            best = max((n for n in found if n != "random"), key=lambda n: sum(found[n].values()))
            tell("%s: %s" % (name, best), ours, found[best])
        if name == "both":
            for taken in ("interests", "history"):
                with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
                    for line in open(path):
                        file.write(json.dumps({**json.loads(line), taken: []}) + "\n")
                    file.flush()
                    tell("both: itself without %s" % taken, ours, gleaner(items, file.name))


main()
