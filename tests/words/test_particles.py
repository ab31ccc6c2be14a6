"""Korean particles follow the reading of the number or name before them."""

from __future__ import annotations

import re

import pytest

from convviz import words
from convviz.scene.palette import Role
from convviz.words.particles import settled
from tests.words.test_korean import MESSAGES, PAIRS

EITHER = re.compile(r"[가-힣]+\([가-힣]+\)")
PARTICLE = re.compile(r"\{[^}]*\}(?:\[/\])?[)”]?(을|를|은|는|이|가|과|와|으로|로)(?=[ .,]|$)")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("3을(를)", "3을"),
        ("4을(를)", "4를"),
        ("10이(가)", "10이"),
        ("1,000은(는)", "1,000은"),
        ("0.232을(를)", "0.232를"),
        ("9.68으로(로)", "9.68로"),
        ("6으로(로)", "6으로"),
        ("−0.5과(와)", "−0.5와"),
        ("(3, 7)은(는)", "(3, 7)은"),
        ("conv1이(가)", "conv1이"),
        ("“필터”이(가)", "“필터”가"),
        ("“볼륨”으로(로)", "“볼륨”으로"),
        ("채널으로(로)", "채널로"),
        ("같은(값)", "같은(값)"),
        ("3이(가) 4이(가) 됩니다", "3이 4가 됩니다"),
    ],
)
def test_the_form_follows_the_reading(said: str, expected: str) -> None:
    assert settled(said) == expected


def test_the_value_put_in_decides() -> None:
    korean = {source: text for (_, source), (text, _) in MESSAGES.items()}
    words.set_translator(lambda _context, source: korean[source])
    try:
        first = words.text("error.too-large", value=70000, high=65536)
        assert first == "70,000은 너무 큽니다. 65,536 이하로 하세요."
        runs = words.spans("playback.say.map", positions=784, filter=4)
        assert words.plain(runs).endswith("특징맵 4를 채웁니다.")
        assert any(run.role is Role.COUT and run.text == "특징맵 4" for run in runs)
    finally:
        words.set_translator(lambda _context, source: source)


def test_no_particle_of_one_form_stands_behind_a_number() -> None:
    """A particle right behind a placeholder is written in both forms."""
    wrong = [korean for _, korean in PAIRS if PARTICLE.search(korean)]
    assert not wrong


def test_both_forms_are_ones_that_are_decided() -> None:
    for _, korean in PAIRS:
        for pair in EITHER.findall(korean):
            if pair.endswith(("(를)", "(는)", "(가)", "(와)", "(로)")):
                assert settled(f"3{pair}") != f"3{pair}", korean
