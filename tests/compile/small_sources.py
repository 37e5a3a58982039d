"""Made-up sources: a few places, and the files of a small dump of GeoNames."""

from __future__ import annotations

from pathlib import Path

from dateline.compile.drafts import Draft, Named, Source
from dateline.vocab.gazetteer import Sort

COUNTRIES = [
    "# ISO\tISO3\tcomments are left out",
    "TJ\tTJK\t762\tTI\tTajikistan\tDushanbe\t143100\t9100835\tAS\t.tj\tTJS\tSomoni\t992\t######\t\ttg,ru\t1220409\tKG\t",
    "XX\tXXX\t\t\tNowhere\t\t0\t\tAS\t\t\t\t\t\t\t\t\t\t",
]
FIRST = ["TJ.03\tKhatlon\tKhatlon\t1347488", "TJ.04\tSughd\tSughd\t1220747001"]
SECOND = ["TJ.03.1\tKushoniyon District\tKushoniyon District\t8220958"]
END = "|Asia/Dushanbe|2020-01-01"
PLACES = {
    "khujand": "1514879|Khujand|Khujand|Leninabad,Худжанд,فجند|40.28|69.62|P|PPLA|TJ||04||||181600||300~",
    "bokhtar": "1220747|Bokhtar|Bokhtar|Kurgan-Tyube,Qurghonteppa|37.83|68.77|P|PPL|TJ||03|1|||110800||400~",
    "hamlet": "900001|Kishlaki Nav|Kishlaki Nav||37.80|68.70|P|PPL|TJ||03|1|||12||400~",
    "seat": "900002|Markazi Nav|Markazi Nav||37.81|68.71|P|PPLA2|TJ||03|1|||12||400~",
    "state": "1220409|Republic of Tajikistan|Republic of Tajikistan||38.9|71.3|A|PCLI|TJ||00||||9100835||~",
    "unit1": "1347488|Viloyati Khatlon|Viloyati Khatlon|Khatlon Oblast|37.75|68.75|A|ADM1|TJ||03||||2500000||~",
    "river": "900003|Daryoi Nav|Daryoi Nav|Nav,New,Новый|37.10|68.30|H|STM|TJ||03||||0||~",
    "peak": "900004|Qullai Nav|Qullai Nav|Nav,New,Новый|38.95|72.01|T|PK|TJ||00||||0||~",
    "base": "900005|Poygohi Nav|Poygohi Nav|Nav,New,Новый|38.55|68.81|S|MILB|TJ||00||||0||~",
    "brook": "900007|Juyi Nav|Juyi Nav|Nav,New|37.10|68.30|H|STM|TJ||03||||0||~",
    "hotel": "900006|Mehmonkhonai Nav|Mehmonkhonai Nav||38.56|68.78|S|HTL|TJ||00||||0||~",
}


def source() -> Source:
    """Two towns of one name in a country, and an outlet."""
    places = (
        Draft(1, "Marrowgate", "country", "MW", lat=1.0, lon=2.0, population=1000),
        Draft(2, "Old Quill", "settlement", "MW", lat=1.123456, lon=2.5, population=10, extra={"wikidata": "Q1"}),
        Draft(3, "Oldquill", "settlement", "MW", lat=1.5, lon=2.9, population=500),
    )
    names = (Named("Marrower", 1, Sort.DEMONYM), Named("O.Q.", 2, Sort.ABBREVIATION), Named("ghost", 99, Sort.NAME))
    return Source(places, names, "made up", (("marrow.example", 3),))


def dump(folder: Path, *lines: str, name: str = "TJ.txt") -> Path:
    """A dump with its tables; ``lines`` are names of PLACES or lines as they are, ``|`` for a tab and ``~`` for how
    all lines end.
    """
    folder.mkdir(exist_ok=True)
    for table, rows in (("countryInfo.txt", COUNTRIES), ("admin1CodesASCII.txt", FIRST), ("admin2Codes.txt", SECOND)):
        (folder / table).write_text("\n".join(rows) + "\n", encoding="utf-8")
    body = "".join(PLACES.get(line, line).replace("~", END).replace("|", "\t") + "\n" for line in lines)
    (folder / name).write_text(body, encoding="utf-8")
    return folder
