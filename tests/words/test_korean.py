"""The Korean translation: complete, in step with the English, compiled, and without English."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ElementTree
from collections import Counter

from PySide6.QtCore import QTranslator

from convviz import words
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
    """MAC Cin Cout ReLU Gabor He Inception ConvViz OpenGL GoogLeNet PySide Qt LGPL MIT pyqtgraph
    NumPy BSD Pillow CMU same
    Pretendard OFL Lucide ISC Space Enter Esc Home Shift Delete npy Page Up Down in out dilation
    bottleneck depthwise concat flatten stem
    PNG JPEG WebP BMP MB np save float max min
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


# Metaphors and other words that DESIGN's sections 2 and 10 rule out of what the user reads.
BANNED = re.compile(
    r"\b(bench|cast|face to face|squeeze[sd]?|melts?|stands here|shares|lands?|wins?|flies|glid\w+"
    r"|come about|costly|powers|looks at|tally)\b",
    re.IGNORECASE,
)
# Korean mixtures of which the other spelling is ours.
MIXED = re.compile(
    r"십시오|해요\b|[0-9}] %|붙여넣|[0-9}] 픽셀|무대|거듭제곱의 합|특징 맵|신경망|단추|마주 [보봅]"
    r"|비싼 층|(?<!레이어\) )층 패널"
)


def test_no_metaphor_is_left() -> None:
    assert not [text for text in TEXTS.values() if BANNED.search(bare(text))]


def test_korean_has_one_spelling_and_one_level_of_politeness() -> None:
    assert not [korean for _, korean in PAIRS if MIXED.search(MARKUP.sub("", korean))]


def test_a_kernel_is_never_told_without_its_depth() -> None:
    for text in [*TEXTS.values(), *(korean for _, korean in PAIRS)]:
        for found in re.findall(r"(?<![\d×])(?:1×1|3×3|5×5|7×7)(?!×\d)", text):
            assert "1×1 layer" in text or "1×1 층" in text, (found, text)


def test_plural_forms_are_decided_by_the_number() -> None:
    assert words.text("counts.parameters.of", weights=27, biases=1) == "27 weights + 1 bias"
    assert words.text("counts.parameters.of", weights=1, biases=0) == "1 weight + 0 biases"
    assert words.text("editor.row.parameters", parameters=1) == "1 parameter"


def test_what_halves_is_the_stride() -> None:
    for key, text in TEXTS.items():
        if re.search(r"\bhalv", text):
            assert "stride" in text, key


def test_korean_percentages_have_no_space() -> None:
    korean = {key: found[0] for key, found in MESSAGES.items()}
    words.set_translator(lambda context, source: korean[context, source])
    try:
        assert words.percent(0.539) == "53.9%"
        assert words.signed_percent(-0.897) == "−89.7%"
    finally:
        words.set_translator(lambda _context, source: source)
    assert words.percent(0.539) == "53.9 %"
