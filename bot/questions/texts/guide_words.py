"""What people say for the things that guides to ladders speak of: promotion, owner, part time.

Each group is one idea, whichever of its words the guide or the question has. A phrase is found
before its words, by the words' stems.
"""

# ruff: noqa: E501 - a group of words is easiest to read and to edit on one line

from collections.abc import Sequence
from itertools import chain, pairwise

from bot.questions.language.english import AMBIGUOUS_SHORT_FORMS, SHORT_FORMS
from bot.questions.language.stems import stem
from bot.questions.lazily import Remembered

IDEA = "="
"""What an idea begins with; no stem does."""

_GROUPS = """
*promotion: promotion, promoted, promote, promo, promos, bump, bumped, bumped up, move up, moving up, moved up, go up, going up, goes up, level up, leveling up, advance, advancement, next grade, upgrade, get ahead, climb, step up, upwards, progress, progression, put forward, elevated, rise, rising, ascend, the next one, next step, next rung, move upwards, nominate, nominated, nomination, promotable
*checklist: checklist, check list, tick, ticking, tick off, checkbox, check off, crossing off, cross off, box, boxes, boxes to check, literally, bullet by bullet, to do list, scorecard, score card, formula, tally
every: every, all, each, everything, whole, entire, one by one, every single, each single, each and every, entirety, 80, 90, 100
line: line, bullet, item, point, criterion, criteria, requirement, box, line item, statement, bullet point, bullets
*bullet: bullet, bullets, bullet point, bullet points
meet: meet, satisfy, satisfied, fulfil, fulfill, tick, hit, complete, say yes, good enough, suffice, sufficient, tick every, check every, fulfilled, match, achieve, cover
guarantee: guarantee, automatic, automatically, entitle, entitled, entitlement, the deal, promise, guaranteed, promised, means i get, assured, owed
decide: decide, decision, determine, pick, settle, choose, come up with, land, final word, last word, whose call, call, say, final say, last say, made, came up with, decision maker, whatever i like, whatever i want, freely, arrive at, work out, figure out, assess
approve: approve, approval, sign, sign off, signoff, signature, say yes, greenlight, green light, permission, rubber stamp, blessing, ratify, authorize, authorise, countersign, rubber stamps, endorse, sponsor, gives the ok, give the ok
manager: manager, boss, my skip level, supervisor, lead, m side, em, line manager, bosses, skip level
committee: committee, panel, board, group, council
process: process, procedure, steps, work, works, mechanics, how things go, flow, happen, happens, how it goes, goes on, what goes into, what it takes, what does it take, what do they do, what happens, from start to finish, start to finish, walk through
evidence: evidence, proof, packet, case, portfolio, examples, document, show, demonstrate, prove, brag, collect, collecting, gather, back up, receipts, track record, achievements, accomplishments, doc, promo doc
often: often, frequency, frequently, how many times, once a year, twice a year, yearly, annually, per year, schedule, calendar, twice yearly, every year, every quarter, each year, each quarter, half yearly, quarterly, biannual, cadence, how regularly, regularly
cycle: cycle, window, round, season, period, off cycle, outside the cycle, next cycle, mid cycle, between cycles, promo round, cycles, rounds
when: when, date, deadline, how soon, how long, minimum time, wait, time in level, what month, which month, how much time, earliest, cooling off
*management: management, manage, managing, people manager, people leadership, manage people, direct reports, reports, m track, team lead, take on a team, leading people, people management, 1 1s, one on ones, lead people, lead a team, leading a team, lead others, leading others, have reports, having reports, manage a team, managing a team, run a team, manage others, managing others, supervise, supervising, people manage, management track, manager track, manager ladder, management ladder, manager side, management side, take on people
back: back, return, undo, revert, reverse, stuck, one way, one way door, both directions, backwards, go back, come back, switch back, reversible, reversed, regret
move: move, switch, transfer, transition, change, hop, cross over, jump over, go over, try, swap, jump ship, step over
*individual: individual contributor, ic, ics, technical, code, coding, hands on, p track, ic track, ic ladder, ic side, individual contributor ladder, individual contributor track, stay hands on, engineer track, engineering track, professional track, writing code, keep coding, makers
*track: track, ladder side, side, p and m, ps, ms, letters, p codes, m codes, prefix, path, manager ladder, management ladder, ic ladder, individual contributor ladder, manager side, management side, ic side, management track, manager track, ic track, individual contributor track, engineering track, professional track, two ladders, both ladders, parallel, branch, branches
difference: difference, differ, different, distinction, distinguish, versus, vs, same, equivalent, sideways, distinct, contrast
rank: rank, above, hierarchy, senior to, outrank, higher, over
stand: stand for, stands for, abbreviation, letters, letter, mean, means, in front of, short for, acronym
*grow: grow, growth, ceiling, top out, cap, limit, how far, upwards, path upwards, career, block my career, dead end, hit a wall, glass ceiling, my career end, career end, careers end, end of the road, plateau, maxed out, max out, topped out, tops out, how high, advance without
*above: already, above my level, above my grade, above her grade, above his grade, one level up, next level, acting, acting up, operating above, outgrown, outgrow, senior stuff, punching above, doing the job of, stretch, level above, a level up, a level above, one up, beyond my level, performing above, operating at, performing at, working at, do the work of, doing the work of, next levels work, punch above, already doing, outgrew, bigger than my level, exceeding
years: years, year, yrs, yoe, experience, tenure, time served, year range, clocking, put in the years, put in the time, year ranges, range of years, time in the job
required: required, requirement, must, mandatory, hard requirement, strict, minimum, ballpark, guideline, rule, necessary, need, hard requirements, hard rule, hard, indicative, only indicative, rule of thumb, rough guide, guidance, strictly, set in stone, condition, prerequisite, must have, cutoff, cut off, threshold
*skip: skip, leapfrog, jump, double, two levels, two rungs, two grades, by two, two at once, straight, directly, mid step, two in one go, in one go, at once, bypass, two steps, two levels up, skipping, more than one level, several levels, three levels
disagree: disagree, wrong, underleveled, under leveled, overleveled, misleveled, unfair, appeal, contest, dispute, challenge, complain, lower than i expected, placed lower, too low, incorrect, mistaken, reconsider, second opinion, looked at again, revisit, misplaced, undervalued, placed lower than i expected, lower than expected, lower than i should, placed too low, level too low, argue, object, objection, contested, not agree, dont agree, unhappy with
*misleveled: underleveled, under leveled, overleveled, misleveled, placed lower, placed lower than i expected, lower than i expected, placed too low, level too low, wrong level
review: review, reviewed, look at again, reassess, looked at, look into, revisit, second look, second opinion, rechecked, who do i talk to, who can i talk to, who should i talk to, raise it with
*calibration: calibration, calibrations, calibrate, calibration meetings, calibrated, calibrating, calibration session
fair: fair, fairness, unfair, bias, consistent, consistency, stricter, stricter than, generously, generous, harsher, same way, next door, even handed, lenient, strict, tougher, tougher than, harder than, more generous, easier, equal, equally, consistently, same standard, favoritism, favouritism, level playing field, evenly, judged the same
teams: between teams, across teams, team to team, one team, another team, other teams, different teams, teams, departments, the one next door, other managers, different managers, manager to manager, org to org
check: check, checked, make sure, makes sure, ensure, ensures, guard against, stops, stop, prevent, prevents
part: sit in, sits in, sits in on, take part, takes part, participate, attend, attends, in the room, attendees
expect: expectation, expectations, expected, bar, the bar, same bar, standard, standards, measured against, held to, hold to, judged
*hire: hire, hired, new hire, joiner, joining, join, joined, candidate, external, from outside, onboarding, recruited, offer, bring in, brought in, interview, new hires, new joiner, newcomer, i start, i started, theyve started, they started, starting date, first day, newly hired, hired in, came in, come in, coming in, starting level, interviewed, interviews, outside hire
*family: job family, family
*level: level, grade, rung, band, rank, leveling, levelling, where i sit, where i am placed
*title: title, titles, called, call myself, business card, linkedin, job title, name, job titles, email signature, signature line, name myself, working title, titled
company: company, companies, elsewhere, industry, other firms, tech firms, market, employer, competitors, outside world, faang, big tech, other employers, other places, other orgs, another place, other shops, industry wide, peer companies
*elsewhere: industry, tech firms, big tech, faang
map: map, mapping, compare, comparison, conversion, convert, equivalent, line up, chart, match up, correspond, maps, mapped, crosswalk, translate, translates, translation, table, correspond to, comparable, would that be, would put me
*pay: pay, salary, salaries, comp, compensation, wage, money, bonus, equity, pay range, pay band, salary band, salary range, paid, raise, earnings, paycheck, payscale, pay scale, pay bands, pay ranges, remuneration, comp bands, comp band, comp numbers, comp figures, how much i earn, earn, earning, earns, income
find: find, where, live, published, look up, see, look at, show
*parttime: part time, parttime, reduced hours, hours, 60, 80, days per week, days a week, fewer hours, four day week, working time, full time, full timer, full timers, half time, 50, 70, part timer, part timers, shorter week, reduced schedule, hours a week
*leave: leave, parental leave, mat leave, maternity, paternity, maternity leave, sabbatical, sick, sick leave, months off, time off, off sick, on leave, baby, absence, career break, newborn, family leave, medical leave, caregiver leave, time away, away, year off, on parental
against: against me, hold it against, penalty, delay, push back, push my promo back, count against, affect, slow down, hurt, hurts, set me back, sets back, setback, cost me, penalize, penalized, penalise, penalised, punish, punished, disadvantage, slows
stay: stay, remain, keep, forever, same level, same grade, one grade, happy where i am, until i retire, retire, plateau, content, stick, sit at, staying put, stay put, coast, not want to move up, never go up, content where i am, no desire, comfortable, happy at, never get promoted, never be promoted, not get promoted, not be promoted, no promotion, without a promotion, without promotion
*upout: up or out, pushed out, push out, move up or leave, fired, trouble, stigma, deadline, push me out, pushes me out, pushed me out, kicked out, managed out, let go, forced out, sacked, up or go, held against
fine: fine, ok to stay, okay to stay, allowed, acceptable, trouble, stigma, no shame, problem, bad, okay, wrong with, ok to, is it ok, ok if, alright
owner: owner, owns, own, maintain, maintaining, maintainer, responsible, in charge, author, wrote, who wrote, contact, right contact, who runs, steward, behind this, keeper, keeps, custodian, responsible for, looks after, curates, curator, point of contact
suggest: suggest, suggestion, propose, proposal, change, edit, update, improve, add, added, better wording, reword, feedback, fix, amend, correction, report, corrected, new bullet, rephrase, rewrite, reworded, pull request, input, revise, revised, adjust, adjusted, request a change
mistake: mistake, typo, error, outdated, out of date, wrong line, incorrect, bug, stale, wrong information, spelling, misprint, out dated, no longer true, obsolete, inaccurate
tell: tell, report, contact, whom, talk to, who do i talk to, raise
*draft: draft, drafts, provisional, preliminary, unapproved, draft label, flagged, not final, draft status, drafted, work in progress, wip
official: official, legit, final, rely, quote, cite, binding, valid, trust, approved text, authoritative, final version, count on, trusted, reliable, count as
*demotion: demotion, demote, demoted, downlevel, down leveled, downleveled, moved down, go down, drop
*performance: performance, rating, ratings, performance review, appraisal, evaluation
feedback: feedback, one to one, conversation, talk with my manager
location: location, country, office, remote, remotely, geography, region, abroad
exception: exception, exceptions, special case, rare
meaning: mean, means, meaning
talk: at some point, at any point, walk me through, walk me thru, talk me through, in general, in such a case, in that case, this company, our company, the company, my company, in this company, here at, am i allowed to, is it allowed to, are we allowed to, no idea, new here, asking for a friend, in practice, in theory, just curious, out of curiosity, in a nutshell, to be honest, tbh, newbie, i guess, i suppose
*card: card, cards
*ladder: ladder, framework, matrix, rubric, career ladder, career framework
"""

_LIGHT_WORDS = """
a an the is are am was were be being been do does did i me my we you your it its this that these those in on at of to for and
or s our their there here how what who which can could should would will may might if so with as just
please get gets got have has had one someone somebody people anyone any some really actually they them he she his her him
hi hey hello thanks thx pls whats dont im ive isnt arent cant wont yes no not than then too also about into onto up by from
like honestly honest basically shouldnt wouldnt couldnt didnt doesnt havent hasnt theyve theyre weve id ill anywhere
kind sort thing things stuff come lol anyway quick question wondering asking friend new guys folks person
"""

LIGHT = frozenset(map(stem, _LIGHT_WORDS.split())) | {f"{IDEA}talk"}
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
_LONGEST = {phrase[:2]: len(phrase) for phrase in sorted(_IDEAS, key=len) if phrase[1:]}
"""The first two stems of each phrase to the stems in the longest that begins so."""


MEANT = frozenset(_IDEAS.values())
"""What words and phrases speak of, all of them ideas."""
TORN = frozenset(each for each in MEANT if len(each) > 1)
"""That of those that may speak of several."""


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
    stems = [*chain.from_iterable(map(STEMS.__getitem__, said))]
    if _LONGEST.keys().isdisjoint(pairwise(stems)):  # as of most questions
        return frozenset(map(_ALONE.__getitem__, stems))
    found: set[frozenset[str]] = set()
    start = 0
    while start < len(stems):
        longest = _LONGEST.get(tuple(stems[start : start + 2]), 1)
        for size in range(min(longest, len(stems) - start), 1, -1):
            if meant := _IDEAS.get(tuple(stems[start : start + size])):
                break
        else:
            size, meant = 1, _ALONE[stems[start]]
        found.add(meant)
        start += size
    return frozenset(found)


def _alone(stem_: str) -> frozenset[str]:
    return _IDEAS.get((stem_,)) or frozenset({stem_})


def _stems(word: str) -> tuple[str, ...]:
    if word in AMBIGUOUS_SHORT_FORMS:
        return (stem(word),)
    return tuple(map(stem, SHORT_FORMS.get(word, word).split()))


_ALONE = Remembered(_alone)
"""What one word speaks of."""
STEMS = Remembered(_stems)
"""The stem of a word, or those of the words that it is short for."""
