"""Equality as the metrics document has it: closed forms to 1e-6, iterative fits to 1e-3, relative."""

CLOSED = 1e-6
ITERATIVE = 1e-3


def near(ours, theirs, tolerance=CLOSED, what=""):
    if isinstance(ours, (list, tuple)):
        assert len(ours) == len(theirs), f"{what}: {len(ours)} and {len(theirs)} values"
        for place, (a, b) in enumerate(zip(ours, theirs)):
            near(a, float(b), tolerance, f"{what}[{place}]")
        return
    assert ours is not None, f"{what}: ours is nothing, theirs {theirs}"
    # Relative, and absolute near zero.
    scale = max(abs(theirs), 1e-3)
    assert abs(ours - theirs) <= tolerance * scale, f"{what}: ours {ours}, theirs {theirs}"
