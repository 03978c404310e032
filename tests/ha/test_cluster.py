"""The shipped configuration of the cluster comes up, has a synchronous standby, and goes on after its leader died."""

from __future__ import annotations

import pytest

from tests.ha.cluster import Cluster, missing

pytestmark = pytest.mark.long


def test_after_the_leader_was_killed_another_one_has_everything() -> None:
    if why := missing():
        pytest.skip(why)
    with Cluster() as cluster:
        cluster.sql("CREATE TABLE written (n int PRIMARY KEY)")
        acknowledged = 0
        for what in ("postgres", "both"):
            for _ in range(20):
                cluster.sql(f"INSERT INTO written VALUES ({acknowledged + 1})")
                acknowledged += 1
            fallen = cluster.leader()
            cluster.kill(fallen, what)
            cluster.wait(lambda fallen=fallen: cluster.leader() not in ("", fallen), "another leader")
            cluster.wait(lambda: _count(cluster) is not None, "an answer at the one address")
            assert _count(cluster) == acknowledged
            if what == "both":
                cluster.start(fallen)
            cluster.wait(lambda: cluster.standbys() >= 1, "a standby again")


def _count(cluster: Cluster) -> int | None:
    try:
        return int(cluster.sql("SELECT count(*) FROM written"))
    except RuntimeError:
        return None
