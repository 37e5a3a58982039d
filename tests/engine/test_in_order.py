"""Putting outcomes back into the order of their captures."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.engine import Outcome, in_order
from dateline.stages import Capture


def outcome(index):
    return Outcome(index, Capture(str(index), "plain", b""), None, "none", 0.0)


@given(st.integers(0, 30).flatmap(lambda size: st.permutations(range(size))))
def test_any_order_is_put_right(order):
    assert [one.index for one in in_order(map(outcome, order))] == sorted(order)


@given(st.integers(1, 30).flatmap(lambda size: st.permutations(range(size))))
def test_each_is_given_as_soon_as_all_before_it_have_come(order):
    came = []
    for one in in_order(came.append(index) or outcome(index) for index in order):
        needed = max(order.index(index) for index in range(one.index + 1))
        assert len(came) == needed + 1


@given(st.sets(st.integers(0, 100)))
def test_gaps_lose_nothing(indices):
    assert [one.index for one in in_order(map(outcome, indices))] == sorted(indices)
