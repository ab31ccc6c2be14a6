"""The Korean translation: complete, in step with the English, compiled, and without English."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter

from PySide6.QtCore import QTranslator

from convviz.resources import resource
from convviz.scene.palette import Role
from convviz.words.marking import Source
from convviz.words.tables import TEXTS

PLACEHOLDER = re.compile(r"\{[^}]*\}")
MARKUP = re.compile(r"\[(?:/|" + "|".join(role.value for role in Role) + r")\]")
LATIN = re.compile(r"[A-Za-z]{2,}")
HANGUL = re.compile(r"[가-힣]")
# Names and letters that are the same in every language, and terms that Korean keeps in brackets.
INTERNATIONAL = set(
    """MAC Cin Cout ReLU Gabor He ConvViz OpenGL GoogLeNet PySide Qt LGPL MIT pyqtgraph
    NumPy BSD Pillow CMU same
    Pretendard OFL Lucide ISC Space Enter Esc Home Shift Delete npy Page Up Down in out dilation
    bottleneck depthwise
    PNG JPEG WebP BMP MB np save float max
    CSV HTML LaTeX XeLaTeX LuaLaTeX booktabs kotex Python PyTorch Keras npz py framework
    SVG PDF GIF MP ffmpeg pip install convviz video
    """.split()
)
# The vocabulary of the product: where the English says one, the Korean says the other.
VOCABULARY = {
    r"layers?": "층",
    r"volumes?": "볼륨",
    r"channels?": "채널",
    r"filters?": "필터",
    r"kernels?": "커널",
    r"feature maps?": "특징맵",
    r"photo features": "특징맵",
    r"weights?": "가중치",
    r"bias(es)?": "편향",
    r"parameters?": "파라미터",
    r"macs?": "MAC",
    r"padding": "패딩",
    r"stride": "스트라이드",
    r"dilation": "팽창",
    r"groups?": "그룹",
    r"bottleneck": "병목(bottleneck)",
    r"receptive field": "수용 영역",
}


def bare(text: str) -> str:
    return MARKUP.sub("", PLACEHOLDER.sub("", text))


def messages() -> dict[tuple[str, str], tuple[str, bool]]:
    """(context, English) -> (Korean, finished), as the translator's file has them."""
    tree = ElementTree.parse(resource("i18n", "convviz_ko.ts"))
    found = {}
    for context in tree.getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            finished = translation.get("type") is None and bool(translation.text)
            found[name, message.findtext("source") or ""] = (translation.text or "", finished)
    return found


MESSAGES = messages()
PAIRS = [(source, korean) for (_, source), (korean, _) in MESSAGES.items()]


def test_every_text_is_marked_for_translation() -> None:
    unmarked = [key for key, text in TEXTS.items() if not isinstance(text, Source)]
    assert not unmarked, "not in QT_TRANSLATE_NOOP"


def test_the_file_has_every_text_and_no_other() -> None:
    texts = {(text.context, str(text)) for text in TEXTS.values() if isinstance(text, Source)}
    assert texts - MESSAGES.keys() == set(), "run resources/i18n/update and translate these"
    assert MESSAGES.keys() - texts == set(), "run resources/i18n/update: these are gone"


def test_every_text_has_a_finished_translation() -> None:
    assert not [source for source, (_, finished) in MESSAGES.items() if not finished]


def test_placeholders_and_markup_are_the_same() -> None:
    for source, korean in PAIRS:
        assert Counter(PLACEHOLDER.findall(source)) == Counter(PLACEHOLDER.findall(korean)), source
        tags = MARKUP.findall(korean)
        assert Counter(MARKUP.findall(source)) == Counter(tags), source
        # Every colour that is begun is ended before the next begins.
        assert all((tag == "[/]") == bool(place % 2) for place, tag in enumerate(tags)), source


def test_no_english_is_left() -> None:
    for source, korean in PAIRS:
        assert not set(LATIN.findall(bare(korean))) - INTERNATIONAL, source
        if set(LATIN.findall(bare(source))) - INTERNATIONAL - {"MACs"}:  # "MAC" in a narrow table
            assert HANGUL.search(korean), source


def test_the_vocabulary_is_kept() -> None:
    for source, korean in PAIRS:
        english = bare(source).replace("C_in", "").replace("C_out", "")
        for word, term in VOCABULARY.items():
            if re.search(rf"\b{word}\b", english, re.IGNORECASE):
                assert term in korean, f"{word} is {term}: {source}"


def test_the_compiled_file_is_not_stale() -> None:
    translator = QTranslator()
    assert translator.load(str(resource("i18n", "convviz_ko.qm")))
    stale = [
        source
        for (context, source), (korean, _) in MESSAGES.items()
        if translator.translate(context, source) != korean
    ]
    assert not stale, "run resources/i18n/update"
