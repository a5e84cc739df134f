#!/usr/bin/env python3
"""host.py   what the host itself costs: pairs a second of a scorer of the simplest kind (rows filled, checked, standardised, blended), and the
dense product at each width of registers beside OpenBLAS called alone (by NumPy, where it is installed), one thread each, in one run.
"""
import json, os, subprocess, sys, time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
SPEED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), ".build", "release", "host-speed")


def run(*arguments):
    return json.loads(subprocess.run([SPEED, *arguments], check=True, capture_output=True, text=True).stdout)


def openblas(depth):
    try:
        import numpy
    except ImportError:
        return None
    rows, columns = (numpy.random.rand(count, depth).astype("f4") for count in (256, 5_000))
    best = 1e9
    for _ in range(6):
        start = time.process_time()
        rows @ columns.T
        best = min(best, time.process_time() - start)
    return 2 * 256 * 5_000 * depth / best / 1e9


print("%.0f million pairs a second and core" % (max(run("pairs")["pairs"] for _ in range(3)) / 1e6))
for depth in (128, 256):
    ours, theirs = run("product", str(depth)), openblas(depth)
    for width, figure in ours.items():
        beside = ", %.2f of OpenBLAS (%.1f)" % (figure / theirs, theirs) if theirs else ""
        print("product of %d dimensions, %s: %.1f billion operations a second%s" % (depth, width, figure, beside))
