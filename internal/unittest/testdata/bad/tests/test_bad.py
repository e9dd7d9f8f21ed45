import unittest


class TestBad(unittest.TestCase):
    def test_adds(self) -> None:
        self.assertEqual(1 + 1, 2)

    def test_subtracts(self) -> None:
        self.assertEqual(1 - 1, 2)
