"""Makes ``vocab/data/common_words.csv``: words that are rarely names, counted in public-domain speech.

Usage: build_common_words.py BRIEFINGS.jsonl.gz > src/dateline/vocab/data/common_words.csv
Reads briefings of the White House (US public domain), one report a line with a field "text". Only words are kept.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter

_WORD = re.compile(r"(?<=[a-z,] )[A-Za-z]+(?=[ ,.;?!])")  # inside a sentence, where a capital tells a name
_FEWEST, _SHARE = 8, 0.6
_HEAD = """\
# Words that are rarely names: small in at least 60 % of their occurrences inside sentences of White House briefings.
# Counted by tools/build_common_words.py from works of the US government (public domain); the list: Apache-2.0.
word
"""


def main(path: str) -> None:
    """Writes the words that stand without a capital at least 8 times and in 60 % of their occurrences."""
    small: Counter[str] = Counter()
    large: Counter[str] = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            for word in _WORD.findall(json.loads(line)["text"]):
                (small if word.islower() else large)[word.lower()] += 1
    sys.stdout.write(_HEAD)
    for word in sorted(small):
        if len(word) > 1 and small[word] >= _FEWEST and small[word] >= _SHARE * (small[word] + large[word]):
            sys.stdout.write(f"{word}\n")


if __name__ == "__main__":
    main(sys.argv[1])
