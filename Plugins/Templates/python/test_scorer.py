"""Tests of the scorer:  python3 -m unittest discover -s FOLDER"""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import scorer  # noqa: E402


class BrevityTest(unittest.TestCase):
    def setUp(self):
        self.scorer = scorer.Scorer({"longest": 10})
        self.scorer.prepare({"minutes": [1, 5, 40]})

    def test_short_articles_come_first(self):
        rows = scorer.answer(self.scorer, {"type": "score", "batch": 1, "count": 2, "columns": {}})["scores"]
        self.assertEqual(rows, [[0.9, 0.5, 0.0], [0.9, 0.5, 0.0]])

    def test_it_says_why(self):
        message = {"type": "evidence", "question": 3, "item": 1, "columns": {}}
        told = {"kind": "measure", "name": "minutes", "value": 5}
        self.assertEqual(scorer.answer(self.scorer, message), {"type": "evidence", "question": 3, "evidence": told})

    def test_no_articles_are_no_trouble(self):
        self.scorer.prepare({"minutes": []})
        self.assertEqual(scorer.answer(self.scorer, {"type": "score", "batch": 1, "count": 1, "columns": {}})["scores"], [[]])


if __name__ == "__main__":
    unittest.main()
