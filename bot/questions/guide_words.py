"""What people say for the things that guides to ladders speak of: promotion, owner, part time.

Each group is one idea, whichever of its words the guide or the question has. A phrase is found
before its words, by the words' stems.
"""

# ruff: noqa: E501 - a group of words is easiest to read and to edit on one line

from collections.abc import Sequence
from functools import lru_cache

from bot.questions.english import AMBIGUOUS_SHORT_FORMS, SHORT_FORMS
from bot.questions.stems import stem

IDEA = "="
"""What an idea begins with; no stem does."""

_GROUPS = """
*promotion: promotion, promoted, promote, promo, promos, bump, bumped, bumped up, move up, moving up, moved up, go up, going up, goes up, level up, leveling up, advance, advancement, next grade, upgrade, get ahead, climb, step up, upwards, progress, progression, put forward, elevated
*checklist: checklist, check list, tick, ticking, tick off, checkbox, check off, crossing off, cross off, box, boxes, boxes to check, literally, bullet by bullet, to do list
every: every, all, each, everything, whole, entire, one by one
line: line, bullet, item, point, criterion, criteria, requirement, box
meet: meet, satisfy, satisfied, fulfil, fulfill, tick, hit, complete
guarantee: guarantee, automatic, automatically, entitle, entitled, entitlement, the deal, promise
decide: decide, decision, determine, pick, settle, choose, come up with, land, word, final word, last word, whose call, call, say, final say, last say
approve: approve, approval, sign, sign off, signoff, signature, say yes, greenlight, green light, permission, rubber stamp
manager: manager, boss, my skip level, supervisor, lead, m side, em
committee: committee, panel, board, group, council
process: process, procedure, steps, work, works, mechanics, how things go, flow, happen, happens
evidence: evidence, proof, packet, case, portfolio, examples, document, show, demonstrate, prove, brag
often: often, frequency, frequently, how many times, once a year, twice a year, yearly, annually, per year, schedule, calendar
cycle: cycle, window, round, season, period, off cycle, outside the cycle, next cycle
when: when, date, deadline, how soon, how long, minimum time, wait, time in level
*management: management, manage, managing, people manager, people leadership, manage people, direct reports, reports, m track, team lead, take on a team, leading people, people management, 1 1s, one on ones
back: back, return, undo, revert, reverse, again, stuck, one way, one way door, both directions
move: move, switch, transfer, transition, change, hop, cross over, jump over, go over, try
*individual: individual contributor, ic, ics, technical, code, coding, hands on, p track
*track: track, ladder side, side, p and m, ps, ms, letters, p codes, m codes, prefix, path
difference: difference, differ, different, distinction, distinguish, versus, vs, same, equivalent, sideways
rank: rank, above, hierarchy, senior to, outrank, higher, over
stand: stand for, stands for, abbreviation, letters, letter
*grow: grow, growth, ceiling, top out, cap, limit, how far, upwards, path upwards, career, block my career
*above: already, above my level, above my grade, above her grade, above his grade, one level up, next level, acting, acting up, operating above, outgrown, outgrow, senior stuff, punching above, doing the job of, stretch
years: years, year, yrs, yoe, experience, tenure, time served, year range, clocking
required: required, requirement, must, mandatory, hard requirement, strict, minimum, ballpark, guideline, rule, necessary, need
*skip: skip, leapfrog, jump, double, two levels, two rungs, two grades, by two, two at once, straight, directly, mid step
disagree: disagree, wrong, underleveled, under leveled, overleveled, misleveled, unfair, appeal, contest, dispute, challenge, complain, lower than i expected, placed lower, too low, incorrect, mistaken, reconsider, second opinion, looked at again, revisit
review: review, reviewed, look at again, reassess
*calibration: calibration, calibrations, calibrate, calibration meetings
fair: fair, fairness, unfair, bias, consistent, consistency, stricter, stricter than, generously, generous, harsher, same way, next door, even handed, lenient
teams: between teams, across teams, team to team, one team, another team
*hire: hire, hired, new hire, joiner, joining, join, joined, candidate, external, from outside, onboarding, recruited, offer, bring in, brought in, interview
*level: level, grade, rung, band, rank, leveling, levelling
*title: title, titles, called, call myself, business card, linkedin, job title, name
company: company, companies, elsewhere, industry, other firms, tech firms, market, employer, competitors, outside world
map: map, mapping, compare, comparison, conversion, convert, equivalent, line up, chart, match up, correspond
*pay: pay, salary, salaries, comp, compensation, wage, money, bonus, equity, pay range, pay band, salary band, salary range, paid, raise, earnings
find: find, where, live, published, look up, see, look at, show
*parttime: part time, parttime, reduced hours, hours, 60, 80, days per week, days a week, fewer hours, four day week, working time
*leave: leave, parental leave, mat leave, maternity, paternity, maternity leave, sabbatical, sick, sick leave, months off, time off, off sick, on leave, baby, absence, career break
against: against me, hold it against, penalty, delay, push back, push my promo back, count against, affect, slow down, hurt
stay: stay, remain, keep, forever, same level, same grade, one grade, happy where i am, until i retire, retire, plateau, content
*upout: up or out, pushed out, push out, move up or leave, fired, trouble, stigma, deadline
fine: fine, ok to stay, okay to stay, allowed, acceptable, trouble, stigma
owner: owner, owns, own, maintain, maintaining, maintainer, responsible, in charge, author, wrote, who wrote, contact, right contact, who runs, steward, behind this
suggest: suggest, suggestion, propose, proposal, change, edit, update, improve, add, added, better wording, reword, feedback, fix, amend, correction, report
mistake: mistake, typo, error, outdated, out of date, wrong line, incorrect, bug, stale
tell: tell, report, contact, whom, talk to, who do i talk to, raise
*draft: draft, drafts, provisional, preliminary, unapproved, draft label, flagged, not final
official: official, legit, final, rely, quote, cite, binding, valid, trust, approved text, authoritative
*demotion: demotion, demote, demoted, downlevel, down leveled, downleveled, moved down, go down, drop
*performance: performance, rating, ratings, performance review, appraisal, evaluation
feedback: feedback, one to one, conversation, talk with my manager
location: location, country, office, remote, remotely, geography, region, abroad
exception: exception, exceptions, special case, rare
meaning: mean, means, meaning
*card: card, cards
*ladder: ladder, framework, matrix, rubric, career ladder, career framework
"""

_LIGHT_WORDS = """
a an the is are am was were be being been do does did i me my we you your it its this that these those in on at of to for and
or s our their there here how what who which can could should would will may might if so with as just
please get gets got have has had one someone somebody people anyone any some really actually they them he she his her him
hi hey hello thanks thx pls whats dont im ive isnt arent cant wont yes no not than then too also about into onto up by from
like kind sort thing things stuff come lol anyway quick question wondering asking friend new guys folks person
"""

LIGHT = frozenset(map(stem, _LIGHT_WORDS.split()))
"""Words that say little of what is asked."""


def _ideas() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for line in _GROUPS.strip().splitlines():
        idea, _, said = line.lstrip("*").partition(": ")
        for phrase in said.split(", "):
            found.setdefault(tuple(map(stem, phrase.split())), set()).add(f"{IDEA}{idea}")
    return {phrase: frozenset(ideas) for phrase, ideas in found.items()}


_IDEAS = _ideas()
IN_PHRASES = frozenset(each for phrase in _IDEAS for each in phrase)
"""The stems of all words and phrases that speak of an idea."""
_LONGEST = {phrase[0]: len(phrase) for phrase in sorted(_IDEAS, key=len)}
"""A stem to the stems in the longest phrase that it begins."""


OF_LADDERS = frozenset(
    IDEA + line[1:].partition(": ")[0]
    for line in _GROUPS.strip().splitlines()
    if line.startswith("*")
)
"""Ideas that are spoken of where ladders are, and seldom elsewhere."""

Ideas = frozenset[frozenset[str]]
"""For each word or phrase of a text, the ideas that it may speak of; its stem if it is of none."""


def ideas(said: Sequence[str]) -> Ideas:
    """What words speak of, phrase by phrase."""
    stems = [each for word in said for each in stems_of(word)]
    found: set[frozenset[str]] = set()
    start = 0
    while start < len(stems):
        longest = _LONGEST.get(stems[start], 1)
        for size in range(min(longest, len(stems) - start), 1, -1):
            if meant := _IDEAS.get(tuple(stems[start : start + size])):
                break
        else:
            size, meant = 1, _alone(stems[start])
        found.add(meant)
        start += size
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _alone(stem_: str) -> frozenset[str]:
    """What one word speaks of."""
    return _IDEAS.get((stem_,)) or frozenset({stem_})


@lru_cache(maxsize=20_000)
def stems_of(word: str) -> tuple[str, ...]:
    """The stem of a word, or those of the words that it is short for."""
    if word in AMBIGUOUS_SHORT_FORMS:
        return (stem(word),)
    return tuple(map(stem, SHORT_FORMS.get(word, word).split()))
