import unittest


class TestGood(unittest.TestCase):
    def test_adds(self) -> None:
        self.assertEqual(1 + 1, 2)
