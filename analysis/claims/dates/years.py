"""Which year a date belongs to when the text does not say, and every date as ISO.

People leave out the year of what is recent. So a date without one is dated, in this order, from a date
before it in its paragraph; from what the article says of its own time (``anchors``); from the date of
what was made known then; from the month or day at which the paragraph before it ends; or from the same
month or day told elsewhere. Where nothing anchors, it stays open.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from analysis.claims.dates import anchors, spans
from analysis.claims.dates.anchors import Anchor, Stated, fitting, passed, publication
from analysis.claims.dates.context import ABOUT_A_MONTH, Context, Dated, Direction, PlacedDate
from analysis.claims.dates.dates import DateExpression
from analysis.claims.dates.spans import span

Days = tuple[date, date]
"""The first and the last day that a date covers."""

SOON = ABOUT_A_MONTH
"""An article may speak of a day this far ahead of its publication without naming the year."""


def resolve(
    placed: Sequence[PlacedDate],
    published: str | None = None,
    years: Sequence[int] = (),
    meeting: int | None = None,
) -> list[Dated]:
    """Every expression dated, in the order given.

    ``published`` is ISO and may be partial; ``years`` are what the article says has gone by until now;
    ``meeting`` is the year of one that it speaks of as recent. An expression that names no possible day
    (2月30日) is left out.
    """
    possible = [one for one in placed if spans.possible(one.expression)]
    as_stated = [_stated(one) for one in possible]
    stated = [one for one in as_stated if one]
    expressions = [one.expression for one in possible]
    anchor = (
        publication(published)
        or fitting(expressions, stated)
        or passed(years, stated)
        or anchors.meeting(meeting)
    )
    context = Context(stated, anchor)
    dated: list[Dated] = []
    for one, found in zip(possible, as_stated, strict=True):
        dated.append(_dated(one, found, context))
        context.add(one, dated[-1])
    return dated


def _stated(one: PlacedDate) -> Stated | None:
    expression = one.expression
    if expression.year is None or (found := span(expression, expression.year)) is None:
        return None
    return Stated(expression, *found, one.direction == "ahead", spans.iso(expression, *found))


def _dated(one: PlacedDate, stated: Stated | None, context: Context) -> Dated:
    expression = one.expression
    if stated:
        basis = f"{expression.edge} of the year, read as a month" if expression.edge else "stated"
        return Dated(expression, stated.first, stated.last, inferred=False, basis=basis)
    if expression.present is not None or expression.present_month is not None:
        return _of_the_present(expression, context)
    if expression.named is not None or expression.named_month is not None:
        return _of_what_was_named(one, context)
    if expression.rule in ("day", "day_told"):
        return _of_day(one, context)
    return _of_month(one, context)


def _of_month(one: PlacedDate, context: Context, basis: str = "") -> Dated:
    """A date with a month, quarter or half and no year."""
    expression = one.expression
    local = context.in_paragraph(one.paragraph)
    if local and (found := _beside(expression, local)) and _allowed(found, one, context):
        return _inferred(expression, found, basis + local.basis)
    if anchor := context.anchor:
        return _inferred(expression, _choose(expression, anchor, one.direction), basis + anchor.basis)
    reported = context.reported(expression) if one.reports else None
    if reported:
        return _inferred(expression, _choose(expression, reported, "past"), basis + reported.basis)
    above = context.at_end_of(one.paragraph - 1) or context.told_elsewhere(expression)
    if above:
        return _inferred(expression, _beside(expression, above), basis + above.basis)
    return _inferred(expression, None)


def _of_day(one: PlacedDate, context: Context) -> Dated:
    """A day without a month (26日): of the month named last, or the last such day at publication."""
    expression = one.expression
    named = context.last_month(one.paragraph if context.published else 0)
    if named is None or expression.rule == "day_told":
        return _of_days_before(expression, context)
    month, paragraph = named
    within = one._replace(expression=expression._replace(month=month), paragraph=paragraph)
    if not spans.possible(within.expression):
        return _inferred(expression, None)
    return _of_month(within, context, f"month named last: {month}月; ")


def _of_days_before(expression: DateExpression, context: Context) -> Dated:
    """The last such day when the article appeared."""
    published = context.published
    if published is None or published.first != published.last:
        return _inferred(expression, None)
    around = (published.first - timedelta(days=back) for back in range(31))
    day = next((one for one in around if one.day == expression.day), None)
    return _inferred(expression, (day, day) if day else None, published.basis)


def _of_the_present(expression: DateExpression, context: Context) -> Dated:
    """What is counted from the present year or month (去年12月, 上月28日)."""
    anchor = context.anchor
    if anchor is None:
        return _inferred(expression, None)
    if expression.present is not None:
        found = span(expression, anchor.last.year + expression.present)
        return _inferred(expression, found, f"present year from {anchor.basis}")
    return _inferred(expression, _months_on(expression, context.published), anchor.basis)


def _of_what_was_named(one: PlacedDate, context: Context) -> Dated:
    """What is counted from the year or month named last (同年5月, 当月5日)."""
    expression = one.expression
    if expression.named is None:
        local = context.in_paragraph(one.paragraph)
        return _inferred(expression, _months_on(expression, local), local.basis if local else "")
    year = context.last_year
    found = None if year is None else span(expression, year + expression.named)
    return _inferred(expression, found, f"year named last: {year}")


def _months_on(expression: DateExpression, anchor: Anchor | None) -> Days | None:
    """The expression in the month that it counts from an anchor, itself no longer than a month."""
    if anchor is None or anchor.last - anchor.first > ABOUT_A_MONTH:
        return None
    months = (expression.present_month or 0) + (expression.named_month or 0)
    count = anchor.first.year * 12 + anchor.first.month - 1 + months
    return span(expression._replace(month=count % 12 + 1), count // 12)


def _inferred(expression: DateExpression, found: Days | None, basis: str = "") -> Dated:
    if found is None:
        return Dated(expression, None, None, inferred=True, basis="no year can be told")
    return Dated(expression, *found, inferred=True, basis=basis)


def _beside(expression: DateExpression, anchor: Anchor) -> Days | None:
    """The date told next in a narrative: in the same year, or in the following one if that is nearer."""
    same, following = (span(expression, anchor.last.year + step) for step in (0, 1))
    if same is None or following is None or same[1] >= anchor.first:
        return same or following
    return following if following[0] - anchor.last < anchor.first - same[1] else same


def _allowed(found: Days, one: PlacedDate, context: Context) -> bool:
    """Whether the article, by its date of publication, can speak of the date as its clause does."""
    published = context.published
    return published is None or one.direction != "past" or found[0] <= published.last + SOON


def _choose(expression: DateExpression, anchor: Anchor, direction: Direction) -> Days | None:
    """The date in the year that the anchor tells."""
    around = [found for step in (-1, 0, 1) if (found := span(expression, anchor.last.year + step))]
    if not around:
        return None
    if anchor.relation == "after" or direction == "ahead":
        return next((found for found in around if found[1] >= anchor.first), around[-1])
    if anchor.relation == "near" or direction == "near":
        return min(around, key=lambda found: abs(found[0] - anchor.first))
    return next((found for found in reversed(around) if found[0] <= anchor.last + SOON), around[0])
