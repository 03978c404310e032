"""How a state machine of the tests is run: the same questions each time, or those of a seed."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test


def ask(machine: type[RuleBasedStateMachine], runs: int, steps: int, of_seed: int | None = None) -> None:
    """Raises what the first failing run raised, with its steps."""
    asked: Any = seed(of_seed)(machine) if of_seed is not None else machine
    run_state_machine_as_test(
        asked,
        settings=settings(
            max_examples=runs,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            derandomize=of_seed is None,
            print_blob=of_seed is not None,
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate,),
        ),
    )
