"""Tests of the scorer:  python3 -m unittest discover -s FOLDER"""

import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import scorer  # noqa: E402

ITEMS = {
    "title": ["Rivers at work", "A black hole", "Holes", "", "Orbits"],
    "text": ["Erosion, and again erosion.", "It bends the ORBIT of a star.", "A black cat in a hole.", "", "Éclair"],
}


class WeekWordsTest(unittest.TestCase):
    def row(self, *words, enough=2):
        week = scorer.Scorer({"words": list(words), "enough": enough})
        week.prepare(ITEMS)
        return week.row

    def test_it_counts_different_words(self):
        self.assertEqual(self.row("erosion", "orbit", "black hole"), [0.5, 1.0, 0.0, None, 0.0])

    def test_a_phrase_is_not_its_words_and_a_word_no_part_of_another(self):
        self.assertEqual(self.row("black hole", enough=1), [0.0, 1.0, 0.0, None, 0.0])
        self.assertEqual(self.row("hole", enough=1)[2], 1.0)

    def test_letters_of_any_language_count(self):
        self.assertEqual(self.row("éclair", enough=1)[4], 1.0)

    def test_without_words_it_abstains(self):
        self.assertEqual(self.row(), [None] * 5)
        self.assertEqual(self.row("", " - "), [None] * 5)

    def test_it_says_how_many(self):
        week = scorer.Scorer({"words": ["orbit"], "enough": 2})
        week.prepare(ITEMS)
        self.assertEqual(week.evidence(1), {"kind": "measure", "name": "words of the week", "value": 1})
        self.assertIsNone(week.evidence(3))


if __name__ == "__main__":
    unittest.main()
