"""What guides to ladders answer, told by what a question speaks of together, in whatever order.

A topic is a question that people have about any ladder: whether leave delays a promotion, who owns
the ladder. Each of its lines says what must be spoken of: "part_time leave & level promotion" is
one of the first two and one of the last two. What else is said does not matter, so that a story
may be told around it; what rules a line out is written behind a `-`. A topic speaks for the entry
of a guide whose own questions are of it, as a concept does for a part of the card (`concepts`).
"""

# ruff: noqa: E501 - a line of words is easiest to read and to edit on one line

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, pairwise

from bot.ladder import GuideEntry, Ladder
from bot.questions.language.common_words import COMPANIES
from bot.questions.language.stems import stem
from bot.questions.language.words import words
from bot.questions.texts.guide_words import STEMS

_IDEAS = """
promotion: promotion, promoted, promote, promo, promos, bump up, bumped up, bumped, get bumped, move up, moving up, moved up, go up, going up, goes up, level up, step up, advance, advancement, upgraded, get ahead, climb, climbing, put forward, elevated, uplevel, upleveled, made senior, nominated, next grade, next rung, next level, level change, get to the next
level: level, levels, grade, grades, rung, rungs, band, bands, rank, leveled, levelled, leveling, levelling, tier, tiers
senior: senior, staff, principal, mid, mid level, junior, senior engineer, director
ladder: ladder, framework, matrix, rubric, career ladder, career framework, leveling guide, level guide
card: card, cards, bullet, bullets, bullet point, line, lines, page, description, descriptions, wording, entry, entries, document, sheet, definition, definitions, ladder, framework, matrix, rubric
leave: parental leave, maternity leave, paternity leave, maternity, paternity, mat leave, pat leave, parental, sabbatical, sick leave, off sick, on sick, long term sick, sickness, on leave, leave of absence, unpaid leave, months off, year off, year away, time off, time away, career break, family leave, medical leave, caregiver leave, absence, absent, baby, months away, took leave, take leave, my leave, her leave, his leave, their leave, take time out, took time out, furlough, burnout, pregnant, pregnancy, leave
parttime: part time, parttime, part timer, part timers, reduced hours, reduced schedule, fewer hours, less hours, days a week, days per week, day week, four days, 4 days, three days, 3 days, hours a week, half time, reduce my hours, reduced my hours, reducing my hours, reducing hours, 50, 60, 70, 80, 50 percent, 60 percent, 80 percent, full time, full timers, full timer, shorter week, working hours, work less
judged: judged, judge, evaluated, evaluate, assessed, assess, measured, rated, rating, review, reviews, reviewed, expected, expectation, expectations, bar, standard, standards, held to, counted, looked at, scaled
harms: becomes of, become of, happens to, what about, affect, affects, delay, delays, delayed, push back, pushes back, push my promo back, pushed back, slow down, slows, slow, hold against, held against, hold it against, against me, against them, against you, count against, hurt, hurts, penalty, penalized, penalised, penalize, punished, set me back, set back, sets me back, cost me, disadvantage, postpone, postponed, reset, influence, impact, lose, harm, harms, career, matter, restart, chances, change
draft: draft, drafts, drafted, provisional, preliminary
drafty: mean, means, meaning, official, officially, legit, final, finalized, binding, rely, trust, quote, cite, use, valid, count, counts, label, labeled, tag, tagged, flag, flagged, mark, marked, badge, banner, note, say, says, card, cards, why, approved, still, everything, word, what is a, whats a, is a, status, change, it is
calibration: calibration, calibrations, calibrate, calibrates, calibrated, calibrating
explained: how, what, who, why, explain, when, purpose, point of, tell me about
fair: fair, fairly, fairness, unfair, consistent, consistently, consistency, stricter, strict, generous, generously, lenient, harsh, harsher, same standard, same yardstick, level playing field, too high, equally, bias, biased, favoritism, favouritism, evenly, judged the same, the same across, apply the same, applied the same, handing out, same bar, inflate, inflating, inflated, comparable
teams: across teams, between teams, from team to team, one team, other teams, another team, different teams, other managers, different managers, managers, manager, across the org, across orgs, across departments, departments, next door, across the company, teams, everywhere, orgs, all teams
ensured: how, make sure, makes sure, made sure, ensure, ensured, ensures, stops, stop, prevents, prevent, check, checked, who, guard
skip: skip, skips, skipped, skipping, leapfrog, double jump, double promotion, double promo, double bump, two levels, two rungs, two grades, two steps, two tiers, three levels, several levels, more than one level, jump over, jumping over, jump two, by two, two at once, jump a level, jumping a level, bypass, leave out a level, miss out a level, without the mid, in one go, 2 levels, 2 grades, 2 steps, jumped, levels at once, twice at once
straight: straight to, straight from, directly to, directly from, go straight, directly, jump from, jump straight, right to, overnight
through: one after another, one by one, pass through, go through, through each, through every, must, have to, possible, allowed, ever, has anyone, did anyone, can i, could i, can we, can one, can someone, is it, exceptional, thing, do i, would we, would you, do we, do you, could somebody, could someone, can people, chance, can somebody
different: difference, differences, different, differ, differs, distinction, distinguish, versus, vs, compare, relate, same, separate, equal, equals, higher, above, rank, ranks, outrank, outranks, more senior, hierarchy, same height, equivalent
tracks: two tracks, both tracks, the tracks, p and m, ps and ms, ms and ps, m and p, p track, m track, management track, manager track, manager ladder, management ladder, ic track, individual contributor track, ic ladder, professional track, ic and manager, managers and ics, ics and managers, two ladders, ic side, manager side, management side, p levels, m levels, p codes, m codes, the ps, the ms, professional and management, management and professional, management vs professional, professional vs management, professional versus management, ms above, ps above, two columns, two paths, m side, p side, managers above, engineering track, technical track, track
stands_for: stand for, stands for, short for, abbreviation, acronym, mean, means, meaning, for, initial, why
letters_of: letter in front, letters in front, the letter, the letters, prefix, prefixes, letters mean, letter mean, two letters
manager: manager, managers, management, managing, manage, manages, people lead, team lead, lead a team, leading a team, leading people, lead people, people leadership, direct reports, run a team, running a team, em, supervising people, supervise, m side, managerial, manage people, managed, people manager, 1 1s, one on ones, leader, reports, leading, boss, m track, others, without a team
ics: ic, ics, individual contributor, individual contributors, technical, hands on, non manager, non managers, technical work, technical people, specialist, specialists
individual: ic, ics, individual contributor, individual contributors, engineer, engineers, engineering, technical, tech, coding, code, hands on, maker, developer, p track, programming, program, writing code, old role, old job, previous role, specialist, expert
movesback: back, return, revert, undo, undone, reverse, reversed, reversible, stuck, one way, both directions, both ways, step down, stepping down, quit managing, stop managing, give up managing, again, regret, change my mind, dont like it, do not like it, does not suit me, doesnt suit me, isnt for me, is not for me, not for me, hate it, hated it, back and forth, go back, trapped, fail, reverse course, no longer, dont enjoy, temporarily, temporary, try, tried, trial
moves: switch, switches, switching, switched, move, moving, moves, change tracks, transfer, cross over, hop, swap, transition, changing tracks, become, becoming, became, change to, changes to, change over
sideways: promotion, sideways, lateral, step up, demotion, step back, count as, counts as, easy, hard, possible, way back
without: without, never, dont want, do not want, no wish, zero wish, no desire, no interest, not interested, not a people, dislike, hate, only, must, have to, do i need, required, need, forced, instead of, purely, stop, stops, end, ends, still, keep, unless, avoid, stay, staying, remain
grow: grow, growing, growth, ceiling, promotion, promoted, promo, get ahead, top out, cap, how far, how high, career, dead end, progress, progression, progressing, advance, advancement, get further, further, make it to, the top, to the top, upwards, way up, move up, go up, path, rise, highest, staff, next level, limit, end, stop, stops, succeed, develop, past senior, beyond senior, above senior, after senior, climb, level up, going up, moving up
aboveme: above my level, above her level, above his level, above their level, above my grade, above her grade, above his grade, above their grade, above mine, above hers, level above, one level up, a level up, level higher, next level, next levels, next level up, beyond my level, beyond her level, beyond his level, beyond their level, outgrown, outgrew, outgrow, punching above, punch above, acting up, higher level, next grade, one up, bigger than my level, bigger than my title, senior stuff, senior work, senior colleagues, above my pay grade, level below, higher grade, beyond what, above what, more than my level, exceed my level, exceeding my level, than my title, over my level, above me
doing: doing, do, does, work, working, works, been, job, perform, performing, operating, operate, acting, already, act, delivering, deliver, tasks, responsibilities, role, took over, taking on, functioning
grewout: outgrown, outgrew, bigger than my level, acting up, punching above, responsibilities grew, scope grew, role grew, job grew, role has grown, job has grown, responsibilities have grown, scope has grown, grown a lot, work has changed, job has changed
years: less experience, more experience, fewer years, years, year, yrs, yoe, tenure, year range, year ranges, years of experience, experience numbers, time served, experience range, numbers of years
strictly: required, requirement, requirements, must, mandatory, minimum, hard rule, hard requirement, strict, strictly, guideline, guidelines, guidance, rule, rules, indicative, ballpark, rule of thumb, rough guide, set in stone, condition, prerequisite, necessary, cutoff, threshold, wiggle room, flexible, negotiable, matter, matters, count, binding, fewer, less, automatically, automatic, guarantee, guarantees, guaranteed, entitle, entitles, enough, ruled out, too few, not enough, even if, even though, despite, absolute, hard limit, exact, approximate, literally, short of, without the years, before they, before i, before she, before he, put in the years, wrong level, underleveled, disqualify, disqualified, hard cut, how important, typical, too many, missing, more than, by itself, seriously, firm
oncard: card, cards, listed, range, ranges, says, written, level, promoted, promotion, promo, required, requirement, title, senior, it says, clocking, rule, guideline, experience, minimum
disagreed: disagree, dont agree, do not agree, not agree, wrong, wrongly, incorrect, incorrectly, unfair, unfairly, mistaken, appeal, appeals, contest, dispute, challenge, complain, object, objection, underleveled, under leveled, misleveled, mis leveled, too low, lower than, reconsider, reconsidered, second opinion, re evaluated, reevaluated, reassess, reassessed, revisit, revisited, unhappy, not happy, isnt right, not right, feel right, right for me, doesnt reflect, does not reflect, dont reflect, doesnt match, does not match, doesnt fit, does not fit, should be one level, should be a level, should be higher, deserve, deserves, level higher, push back on, overturn, misplaced, undervalued, reviewed, checked again, looked at again, put too low, argue, dont think my, not fair, accept, downleveled, placed too
my: my, i, me, mine, her, his, she, he, their, they, someone, somebody, person, engineer, report
hire: new hire, new hires, hire, hired, hiring, joiner, joiners, new joiner, candidate, candidates, applicant, applicants, offer, offers, i join, i joined, joins, joining, joined, when i joined, before i start, i start, onboarding, recruited, recruit, new person, new people, new employee, new colleague, newcomer, newcomers, someone new, from outside, external, externals, probation, interview, interviews, interviewed, starting level, recruiting, coming from outside, outside hire, first day, new starter, new starters, starts here, brought in, bring in, i started, theyve started, once started, someone starts
howset: how, who, when, decide, decides, decided, determine, determines, determined, set, sets, fixed, chosen, choose, pick, based on, by what, what basis, come up with, came up with, figure out, work out, settle, assigned, depend, depends, basis, re leveled, releveled, adjust, process, settled, put, land, lands, placed, mapped
title: title, titles, job title, job titles, business card, linkedin, email signature, signature line, call myself, called, name on my
tosame: same, difference, differ, different, distinction, versus, vs, choose, pick, own, free to, freely, call myself, several, why, related, linked, tied, tell, match, reflect, correspond, follow, follows, or a, equal, equivalent, allowed, determine, depend, change, changes, mean, more than one, whatever, connected, separate, independent, instead, put, multiple, interchangeable, synonyms, relationship, relate, relation
otherco: other companies, conversion chart, big companies, another company, other company, other firms, tech firms, elsewhere, anywhere else, somewhere else, industry, outside world, faang, big tech, other employers, another employer, other places, competitors, the market, other tech companies, peer companies, levels fyi, different company, different companies, next employer, at other, previous company, old company, last company, former company, my last employer
ours: our, ours, here, us, this ladder, with you, at your place
mapped: map, maps, mapping, mapped, compare, compares, comparison, comparable, convert, conversion, equivalent, equivalents, equal, line up, lines up, match, matches, chart, correspond, corresponds, crosswalk, translate, translates, translation, table, same, would that, would i be, what am i, put me, benchmark, equate, relate, what would, how would, equals, where would, be a senior, what level, which level, what is that, what is our, here, align
pay: pay, paid, salary, salaries, comp, compensation, wage, wages, money, bonus, equity, pay range, pay band, salary band, salary range, earn, earns, earning, earnings, remuneration, raise, income, payband
whereispay: where, find, look up, show, shown, shows, see, published, listed, part of, included, include, linked, tied, depend, depends, determine, determined, determines, set by, set, connected, mean, means, come with, comes with, why no, why dont, why doesnt, why isnt, why arent, why cant, missing, info, information, transparent, public, data, ranges for, automatically, more money, is there, are there, how come, have, contain, contains
thehere: ladder, level, levels, card, cards, tool, here, bot, framework, grade, levelbot, this, somewhere, anywhere, published, ranges, bands, range
stay: stay, staying, stayed, remain, remaining, keep my level, same level, same grade, forever, rest of my career, for good, until i retire, till i retire, until retirement, stop at, stopping at, content, satisfied where, happy where, happy at, happy with my level, happy as, comfortable where, comfortable at, never go up, never move up, never get promoted, never be promoted, never promoted, not get promoted, not be promoted, dont want to be promoted, dont want a promotion, dont want to move up, dont want to get promoted, dont want promotion, not want to be promoted, no desire to move up, no ambition, never want to go, never go for, never want the next, without promotion, without being promoted, not interested in promotion, not interested in getting promoted, not aiming, sit at, settle at, park at, stick with, stick at, plateau, no more promotions, not grow, coast, dont advance, do not advance, not advance, not progress, dont progress, stagnate, keep climbing, keep advancing, keep growing, keep moving up, keep getting promoted, aim for the next, never advance, end my career at, staying put, stay put
isfine: fine, okay, ok, alright, all right, problem, allowed, acceptable, accepted, possible, can i, can one, can someone, can you, can a person, could i, am i allowed, are you allowed, are people allowed, bad, wrong, trouble, stigma, shame, fired, pushed out, managed out, let go, kicked out, forced, have to, must, expected, pressure, mandatory, frowned upon, up or out, obliged, expect me, what if, what happens, consequences, penalized, do i need, required, does everyone, is everyone, deadline, at risk, risk, fire me, held against, reflect badly, look bad, legit, normal, good enough
upout: up or out, push me out, pushed out, pushes me out, managed out, manage me out, fired, kicked out, let go, forced out, push people out, move up or leave, up or go, lose my job, lay off, sacked, fire people, get rid of
notup: promoted, promotion, promote, move up, advance, advancing, up or out, move up or leave, next one, go up, progress, level up, grow, climb, next level, not getting promoted, up or go
owner: owns, own, owner, owned, maintain, maintains, maintained, maintainer, maintaining, responsible, in charge, wrote, writes, write, written, the author, authors of, made, created, creates, keeper, looks after, look after, curates, steward, behind this, runs, approves, approved, approve, signs off on, signed off, sign off, keeps, updates, update, decides whats, decided, defines, defined, defines, came up with, wrote this, contact, point of contact
suggest: suggest, suggestion, suggestions, propose, proposal, edit, fix, amend, correct, corrected, correction, reword, rephrase, rewrite, improve, improvement, add, added, adding, remove, removed, revise, feedback, change, changed, changes, update, updated, pull request, request, comment, input, typo, typos, mistake, mistakes, error, errors, outdated, out of date, wrong, incorrect, stale, inaccurate, misspelled, misprint, makes no sense, unclear, missing, obsolete, broken link, contradicts, bug
towhom: how, who, whom, where, can, contact, report, tell, which team, should, could, may, want to, would like, id like, to whom, is there, let know, hear about, process, found, spotted
announced: announced, announce, announcement, announcements, hear about, hear back, find out, get told, told about, be told, know about, results, come out, comes out, letters, published, communicated, effective, take effect, takes effect
whenever: when, what date, which date, what day, which day, what month, which month, what time, how soon, timeline
exam: exam, exams, examination, test, tests, certificate, certificates, certification, certifications, certified, licence, license, licences, licenses, diploma, degree, degrees, phd, doctorate, masters, bachelor, university, qualification, qualifications
needed: need, needed, must, have to, required, requirement, mandatory, without, necessary, pass, sit, take, help, helps, count, counts
bonus: bonus, bonuses, equity, stock, shares, incentive
tied: tied, linked, depend, depends, follow, follows, higher, bigger, set, calculated, change, changes, determined, go up, goes up, mean, means
place: remote, remotely, work from home, home office, office, location, country, city, relocate, relocation, abroad
cardish: card, cards, ladder, framework, bullet, rubric, matrix, job family, levels
who: who, whom, whose, who has, by whom, which people, which person, which manager, up to, final say, last say, final word, last word, only my, just my, my manager alone, manager decide, boss decide, manager just, boss deciding, lead just, manager promote, managers promote, myself, on my own, on their own, by themselves, alone, committee, panel, which group
approves: approve, approves, approved, approval, sign off, signs off, signed off, sign it off, sign, signs, signature, signoff, green light, greenlight, say yes, decide, decides, decided, decision, deciding, final say, last say, final word, last word, whose call, blessing, authorize, authorise, ok it, convince, permission, gets to say, has a say, make the call, makes the call, involved, give the ok, gives the ok, allowed, confirm, confirms, ratify, grant, grants, veto, up to, just promote, alone, on their own, themselves, committee, endorse, sponsor, persuade, responsible, vote, votes
often: how often, how many times, once a year, twice a year, frequency, how frequent, frequent, how frequently, cycle, cycles, off cycle, window, windows, season, round, rounds, schedule, yearly, annual, annually, quarterly, every year, every quarter, half year, every half, deadline, calendar, a year, per year, whats the schedule, what month, which month, what time of year, twice, regular, spring, autumn, cadence, interval
when: when, how soon, earliest, how long, until, how quickly, minimum time, wait, time in level, time in grade, time at level, at least a year, at least, cooling off, again, before the next, months at, next cycle, next window, next round, long enough, too soon, too early
waits: how long, wait, minimum, at least, how soon, earliest, until, before, have to, need, sit, stay
checklist: checklist, check list, tick, ticking, ticked, tick off, tick box, tick every, check off, checked off, cross off, crossing off, boxes, box ticking, scorecard, score card, to do list, point by point, one by one, line by line, bullet by bullet, todo list, shopping list, list of requirements, item by item
every: every, all, each, everything, whole, entire, 100, 80, 90, percent, missing, most, full, complete, half of, only some, single, couple, few
statements: line, lines, bullet, bullets, point, points, expectation, expectations, item, items, criteria, criterion, card, cards, statement, statements, requirements, listed, descriptions, boxes
meet: meet, meets, meeting, met, satisfy, satisfied, satisfies, fulfill, fulfil, fulfills, fulfilled, fulfilling, hit, hitting, hits, cover, covers, need, must, have to, do, does, done, enough, tick, match, matches, check, achieve, achieved, missing, lack, lacking, deal breaker, guarantee, automatic, say yes, master, tick off, demonstrate, show, live up
how: how, what, explain, walk me through, process, procedure, mechanics, steps, criteria, on what, based on, which, describe, understand, evidence, proof, packet, document, case
process: work, works, process, procedure, mechanics, steps, happen, happens, decided, decide, decides, decision, decisions, evidence, proof, packet, portfolio, examples, case, document, promo doc, brag, show, look at, look for, looked at, basis, based on, criteria, go about, goes about, involved, get promoted, gets promoted, gets bumped, getting promoted, get a promotion, getting a promotion, is promoted, are promoted, goes into, what it takes, what does it take, take, takes, nomination, collect, prepare, bring, need to, convince, considered, made, run, key factors, factors, count, counts, weigh, matters, exactly, path to, judged, get bumped, what goes, demonstrate, get promo, getting promo, get my promotion, get my promo, submit, put together, write, look like, looks like, earn
"""


_TOPICS = """
draft & drafty +a_level -draft_a -draft_me -draft_an -draft_my -draft_the -draft_performance -draft_up -draft_email

calibration & explained -calibrate_a -calibrate_my -calibrate_the -model
fair & teams & ensured & level promotion senior rated judged rating -pay
fair & promotion & ensured

upout & notup stay level
stay & level a_level promotion senior never career climb & isfine -at_least -before_the_next -minimum
dont_want not_want never no_interest & promoted promotion next_level & isfine
keep_climbing always_climb everyone_climb expected_to_climb mandatory_to_aim obliged_to_aim +a_level
pressure obliged frowned_upon & move_up moving_up promoted climb advance next_level

parttime leave & level a_level promotion senior & judged harms tosame less delayed fewer differently happens -leave_the
parttime leave & judged harms less fewer differently & my our people timer we they someone
parttime leave & promotion -leave_the +a_level
sabbatical & career & penalty

movesback & manager & individual moves sideways -pay
moves & tracks & movesback sideways can allowed possible easy
moves & manager & sideways movesback & individual step_up promotion demotion
tried_managing hated_managing try_management try_managing stop_managing

skip & level a_level promotion straight senior & through
skip & promotion
every_level each_level every_rung each_rung every_single_level each_step & must have_to pass need required go_through one_after
straight & senior level a_level & through -draft

stands_for & a_letter & what why +a_level
letters_of & level code codes number numbers
different & two_letters
different & tracks -movesback
different & manager & individual & more_senior rank ranks outrank outranks higher_than above hierarchy equal considered
two_ladders two_tracks & why what

otherco & mapped & level a_level senior promotion
a_company & mapped & ours -pay +a_level
a_company & coming_from was_at worked_at joined_from +a_level & put_me what_am_i what_would_i where_would

without & manager & grow -movesback -approves -alone
ceiling glass_ceiling top_out dead_end how_far how_high & manager & without -years
ics & grow & without -years -movesback
how_far highest_i highest_an how_high top_out dead_end ceiling & ics -years
only must have_to need & manager & grow & way path road promotion promoted career advance -approves -alone

aboveme grewout & doing +a_level -every -disagreed -pay -raise -get_to -reach -take_to
doing & senior & title titled paid & already still +a_level
doing & a_level & on_a title titled paid & what_now already still

years & strictly & oncard -how_many_years -what_level -which_level
the_years the_yrs & matter matters
years & automatically entitle guarantee +a_level -what_level -which_level

too_low underleveled disagree misleveled contest appeal & a_level & my
disagreed & level & my -statements -calibration
disagreed & mapped_me put_me placed_me leveled_me mapped_her put_her mapped_him put_him
disagreed & leveled title & my -card

hire & level title & can could & change changed corrected adjusted later -card
hire & level title senior & howset -how_long -years -experience -grad
hire & leveled_at be_leveled get_leveled are_leveled re_leveled

title & level & tosame -hire +a_level
call_myself own_title pick_the_title choose_my_title title_i_want & linkedin title
several_titles more_than_one_title different_titles many_titles multiple_titles

pay & whereispay & thehere -promotion
pay & tied linked depend determine determined & level

owner & ladder framework these_cards the_cards this_card -its_own -their_own -our_own -hire -parttime -promotion
who & maintain owner_of owns in_charge responsible_for defines defined & level
who & wrote decides_whats decides_what & ladder framework cards card
suggest & towhom & cardish +a_level -level_wrong -promotion

checklist & level promotion card statements ladder
every & statements & meet & promotion promoted automatic enough guarantee need must deal_breaker get automatic
meet & statements & promotion & automatic enough guarantee entitle denied every

who & promotion & approves -look_at -looked_at +a_level
promotion & committee panel signature sign_off signs_off approval final_say last_say -hire

often & promotion -draft -did_my -my_last
when & promotion -draft -did_my & waits again cycle window round before next

whenever & promotion & announced -did_my -draft

exam & needed & level promotion senior next_level
exam & needed & pay_for house company reimburse covered

bonus & tied & level promotion

place & level promotion & harms tosame differently depend depends matter matters

how & promotion & process -did_my -my_last -skip -years -management
"""


_AND, _NOT, _MAY = "&", "-", "+"
_A_LEVEL, _A_LETTER, _TWO_LETTERS, _A_COMPANY = "a_level", "a_letter", "two_letters", "a_company"
"""Ideas that no list of words tells: a level that is named, what codes begin with, an employer."""
_TOLD_BY_NONE = frozenset([_A_LEVEL, _A_LETTER, _TWO_LETTERS, _A_COMPANY])


_ASIDE = frozenset([_A_LEVEL, _A_COMPANY])
"""Of these a question may only speak where a line allows for it: with a `+`, if it need not."""


@dataclass(frozen=True, slots=True)
class _Line:
    """What must be spoken of together, and what must not."""

    parts: tuple[frozenset[str], ...]
    ruled_out: frozenset[str]


@dataclass(frozen=True, slots=True)
class GuideTopics:
    """The topics that the entries of one guide answer."""

    entries: Mapping[int, GuideEntry]
    letters: frozenset[str]
    """What the ladder's codes begin with, where it is one letter: P, M."""

    @classmethod
    def of(cls, ladder: Ladder) -> "GuideTopics":
        """Each topic with the entry whose ways to ask are of it most; none for the others."""
        letters = frozenset(code[0].casefold() for code in ladder.levels if code[1:].isdigit())
        shares: dict[int, dict[int, float]] = {}
        for number, entry in enumerate(ladder.guide):
            ways = [entry.question, entry.question, *entry.also_asked]
            asked = Counter(_topic(_spoken(words(way), letters)) for way in ways)
            for topic, count in asked.items():
                if topic is not None:
                    shares.setdefault(topic, {})[number] = count / len(ways)
        return cls(
            {
                topic: ladder.guide[max(of, key=lambda number: (of[number], -number))]
                for topic, of in shares.items()
            },
            letters,
        )

    def knows(self, word: str) -> bool:
        """Whether a word is of an idea, or part of a phrase that is."""
        return stem(word) in _KNOWN_STEMS or word in COMPANIES

    def asked(self, said: Sequence[str], names_level: bool) -> GuideEntry | None:
        """The entry that answers what is spoken of; None where it is of no topic of the guide."""
        if not self.entries:
            return None
        spoken = _spoken(said, self.letters)
        if names_level:
            spoken.add(_A_LEVEL)
        topic = _topic(spoken)
        return None if topic is None else self.entries.get(topic)


def _ideas() -> dict[tuple[str, ...], set[str]]:
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for line in _IDEAS.strip().splitlines():
        idea, _, said = line.partition(": ")
        for phrase in said.split(", "):
            found[tuple(map(stem, phrase.split()))].add(idea)
    return found


def _line(written: str) -> _Line:
    parts = [part.split() for part in written.split(_AND)]
    signs = [each for part in parts for each in part if each[0] in _NOT + _MAY]
    wanted = [frozenset(part).difference(signs) for part in parts]
    may_be = {each[1:] for each in signs if each.startswith(_MAY)}.union(*wanted)
    out = {each[1:] for each in signs if each.startswith(_NOT)}
    return _Line(tuple(wanted), frozenset(out | _ASIDE - may_be))


_TOPIC_LINES = [
    [_line(each) for each in block.splitlines()] for block in _TOPICS.strip().split("\n\n")
]
_BY_PHRASE = _ideas()
"""The stems of each word or phrase to what it speaks of."""


def _with_own_words() -> None:
    """Words that stand in a line themselves, joined by underscores, are ideas of their own."""
    known = _TOLD_BY_NONE.union(*_BY_PHRASE.values())
    for line in (line for lines in _TOPIC_LINES for line in lines):
        for each in line.ruled_out.union(*line.parts) - known:
            _BY_PHRASE.setdefault(tuple(map(stem, each.split("_"))), set()).add(each)


_with_own_words()
_LONGEST = {phrase[:2]: len(phrase) for phrase in sorted(_BY_PHRASE, key=len) if phrase[1:]}
"""The first two stems of each phrase to the stems in the longest that begins so."""
_ALONE = {phrase[0]: meant for phrase, meant in _BY_PHRASE.items() if len(phrase) == 1}
_NONE = frozenset[str]()


_EMPLOYERS = COMPANIES - frozenset(
    "linkedin slack workday notion github figma zoom wise square snap oracle reddit".split()
)
"""Other companies, without those whose tools people speak of."""
_KNOWN_STEMS = frozenset(each for phrase in _BY_PHRASE for each in phrase)


def _spoken(said: Sequence[str], letters: frozenset[str]) -> set[str]:
    """All ideas of the words of a text, and of its phrases."""
    stems = [*chain.from_iterable(map(STEMS.__getitem__, said))]
    found = set[str]().union(*filter(None, map(_ALONE.get, stems)))
    for start, pair in enumerate(pairwise(stems)):
        if pair in _LONGEST:
            for size in range(2, _LONGEST[pair] + 1):
                found |= _BY_PHRASE.get(tuple(stems[start : start + size]), _NONE)
    lettered = letters.intersection(said)
    if lettered:
        found.add(_A_LETTER)
    if len(lettered) > 1:
        found.add(_TWO_LETTERS)
    if not _EMPLOYERS.isdisjoint(said):
        found.add(_A_COMPANY)
    return found


def _by_rarest() -> dict[str, list[tuple[int, _Line]]]:
    """Each line under the ideas of its part that the fewest words speak of, with its others."""
    words_of = Counter(idea for ideas in _BY_PHRASE.values() for idea in ideas)
    found: defaultdict[str, list[tuple[int, _Line]]] = defaultdict(list)
    for number, lines in enumerate(_TOPIC_LINES):
        for line in lines:
            parts = sorted(line.parts, key=lambda part: sum(words_of[idea] or 1 for idea in part))
            for idea in parts[0]:
                found[idea].append((number, _Line(tuple(parts[1:]), line.ruled_out)))
    return dict(found)


_BY_RAREST = _by_rarest()


def _topic(spoken: Set[str]) -> int | None:
    """The first topic that is spoken of."""
    first: int | None = None
    for idea in _BY_RAREST.keys() & spoken:
        for number, line in _BY_RAREST[idea]:
            if first is not None and number >= first:
                break  # they are in order
            for part in line.parts:
                if part.isdisjoint(spoken):
                    break
            else:
                first = number if line.ruled_out.isdisjoint(spoken) else first
    return first
