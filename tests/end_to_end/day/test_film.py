"""The film strip can be taken: every moment of the day, in the size of the kept pictures."""

from __future__ import annotations

from film import film
from PySide6.QtGui import QImage

MOMENTS = 17


def test_that_every_moment_of_a_take_has_its_own_picture(tmp_path, qapp):
    taken = film(tmp_path, ("light",))
    assert len(taken) == MOMENTS
    pictures = [QImage(str(path)) for path in taken]
    assert {(one.width(), one.height()) for one in pictures} == {(1440, 900)}
    same = [taken[at].name for at in range(1, MOMENTS) if pictures[at] == pictures[at - 1]]
    assert same == []
