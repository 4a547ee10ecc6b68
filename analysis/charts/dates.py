"""Dates as the reader's language writes them, from ISO dates that may be partial."""

from __future__ import annotations

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

HALVES = {"H1": "上半年", "H2": "下半年"}


def format_date(iso: str, language: str) -> str:
    """``iso`` in the words of ``language`` (zh or en): 2019年3月, 3 Mar 2019, 2019年1月–9月, Q4 2015.

    ``iso`` is a year, a half (2019-H2), quarter (2019-Q4), month, day, or two of them as ``a/b``.
    """
    first, _, last = iso.partition("/")
    if not last:
        return _chinese(first) if language == "zh" else _english(first)
    year, _, month = first.partition("-")
    other_year, _, other_month = last.partition("-")
    months = all(each.isdigit() for each in (month, other_month))
    if year == other_year and months and language == "zh":
        return f"{year}年{int(month)}月–{int(other_month)}月"
    if year == other_year and months:
        return f"{MONTHS[int(month) - 1]}–{MONTHS[int(other_month) - 1]} {year}"
    return f"{format_date(first, language)}–{format_date(last, language)}"


def short_date(iso: str, language: str) -> str:
    """``iso`` as it reads beside an axis of years: without its year where it says more than the year."""
    years = {part.partition("-")[0] for part in iso.split("/")}
    said = format_date(iso, language)
    if len(years) > 1 or iso in years:
        return said
    year = years.pop()
    return said.replace(f"{year}年", "") if language == "zh" else said.replace(f" {year}", "")


def _chinese(iso: str) -> str:
    year, _, rest = iso.partition("-")
    if not rest:
        return f"{year}年"
    if not rest[0].isdigit():
        return f"{year}年{HALVES.get(rest, rest)}"
    month, _, day = rest.partition("-")
    return f"{year}年{int(month)}月" + (f"{int(day)}日" if day else "")


def _english(iso: str) -> str:
    year, _, rest = iso.partition("-")
    if not rest:
        return year
    if not rest[0].isdigit():
        return f"{rest} {year}"
    month, _, day = rest.partition("-")
    return (f"{int(day)} " if day else "") + f"{MONTHS[int(month) - 1]} {year}"
