"""Writes ``src/dateline/vocab/data/languages.csv`` from the Unicode CLDR, as the babel package carries it.

Run it as ``python tools/build_languages.py`` when the list is to change; babel is among the development tools.
"""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from pathlib import Path

from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).parents[1] / "src/dateline/vocab/data/languages.csv"

HEAD = """\
# Languages with an ISO 639-1 code: the code, other codes for the same language (ISO 639-2 and -3, withdrawn ones),
# English name, scripts it is written in (as Unicode character names begin), and the Windows code page it was
# written in before Unicode. Source: Unicode CLDR through babel; code pages and second scripts by hand.
# Made by tools/build_languages.py. Licence: Unicode-3.0.
"""

NAMES = {  # ISO 15924 code: how the names of its letters begin
    "Arab": "ARABIC", "Armn": "ARMENIAN", "Beng": "BENGALI", "Cans": "CANADIAN", "Cyrl": "CYRILLIC",
    "Deva": "DEVANAGARI", "Ethi": "ETHIOPIC", "Geor": "GEORGIAN", "Grek": "GREEK", "Gujr": "GUJARATI",
    "Guru": "GURMUKHI", "Hans": "CJK", "Hebr": "HEBREW", "Jpan": "CJK HIRAGANA KATAKANA", "Khmr": "KHMER",
    "Knda": "KANNADA", "Kore": "HANGUL CJK", "Laoo": "LAO", "Latn": "LATIN", "Mlym": "MALAYALAM",
    "Mymr": "MYANMAR", "Orya": "ORIYA", "Sinh": "SINHALA", "Taml": "TAMIL", "Telu": "TELUGU", "Thaa": "THAANA",
    "Thai": "THAI", "Tibt": "TIBETAN", "Yiii": "YI",
}  # fmt: skip

ALSO = {  # second scripts in use
    "az": "CYRILLIC", "bs": "CYRILLIC", "kk": "LATIN ARABIC", "ks": "DEVANAGARI", "ku": "ARABIC", "ky": "ARABIC LATIN",
    "mn": "MONGOLIAN", "ms": "ARABIC", "pa": "ARABIC", "ha": "ARABIC", "sd": "DEVANAGARI", "sh": "CYRILLIC",
    "sr": "LATIN", "tg": "ARABIC LATIN", "tk": "CYRILLIC", "tt": "LATIN", "ug": "CYRILLIC LATIN", "uz": "CYRILLIC",
}  # fmt: skip

PAGES = {
    "cp1250": "bs cs hr hu pl ro sh sk sl",
    "cp1251": "ab av ba be bg ce cv kk kv ky mk mn os ru sr tg tt uk",
    "cp1253": "el",
    "cp1254": "az tr",
    "cp1255": "he yi",
    "cp1256": "ar fa ks ps sd ug ur",
    "cp1257": "et lt lv",
    "cp1258": "vi",
    "cp874": "th",
    "gb18030": "zh",
    "cp932": "ja",
    "cp949": "ko",
}


BESIDES = {"bn": "bengali", "fa": "farsi", "or": "oriya", "tl": "fil tgl"}  # other names by which they are declared


def rows() -> list[dict[str, str]]:
    """One row a language, in order of code."""
    others = defaultdict(set)
    for alias, code in get_global("language_aliases").items():
        others[str(code)].add(alias)
    pages = {code: page for page, codes in PAGES.items() for code in codes.split()}
    names = Locale("en").languages
    made = []
    for code in sorted(name for name in names if len(name) == 2):
        script = get_global("likely_subtags").get(code, "").split("_")[1:2]
        own = NAMES.get(script[0] if script else "Latn", "LATIN")
        written = f"{own} {ALSO.get(code, '')}".strip()
        page = pages.get(code, "cp1252" if own == "LATIN" else "")
        known = {one for one in others[code] if one.isalpha() and one not in names} | set(BESIDES.get(code, "").split())
        codes = " ".join(sorted(known | {one for one in others[code] if len(one) == 3}))
        made.append({"code": code, "others": codes, "name": names[code], "scripts": written, "page": page})
    return made


def main() -> None:
    out = io.StringIO()
    made = rows()
    writer = csv.DictWriter(out, fieldnames=list(made[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(made)
    TARGET.write_text(HEAD + out.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
