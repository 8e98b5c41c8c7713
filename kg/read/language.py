"""In which language a release is written."""

from __future__ import annotations

import re

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_LETTER = re.compile("[A-Za-z]")

# Frequent characters that only one of the two scripts uses; position by position the same character.
_TRADITIONAL = "國會為長務發時關經開進員來東門書說對學實業個們後問電車馬見報現處辦區環際華總動議員廳場體與"
_SIMPLIFIED = "国会为长务发时关经开进员来东门书说对学实业个们后问电车马见报现处办区环际华总动议员厅场体与"
_ONLY_TRADITIONAL = re.compile(f"[{''.join(set(_TRADITIONAL) - set(_SIMPLIFIED))}]")
_ONLY_SIMPLIFIED = re.compile(f"[{''.join(set(_SIMPLIFIED) - set(_TRADITIONAL))}]")


def language(text: str) -> str:
    """The BCP 47 tag of a release's text: ``en``, ``zh-Hant`` or ``zh-Hans``.

    A transcript that is mostly English stays English; one Chinese character weighs as much as two letters.

    >>> language("Mr Lee met the delegation"), language("行政長官會見代表團"), language("行政长官会见代表团")
    ('en', 'zh-Hant', 'zh-Hans')
    """
    beyond_ascii = len(text.encode("utf-8", "replace")) - len(text)
    if 8 * beyond_ascii < len(text) or 2 * len(_HAN.findall(text)) <= len(_LETTER.findall(text)):
        return "en"
    clearly_simplified = len(_ONLY_SIMPLIFIED.findall(text)) > len(_ONLY_TRADITIONAL.findall(text))
    return "zh-Hans" if clearly_simplified else "zh-Hant"
