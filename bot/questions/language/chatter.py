"""Words beside a level that nobody needs to know, and words that speak of another topic.

A word that neither the ladder nor everyday English has casts doubt on a question (`mentions`).
Two kinds of words are told apart from it: those that people say around any question ("torn
between calling her P3 or P4"), which cast none, and those of company life that no ladder tells of
("the notice period for a P3"), which cast much more.
"""

from functools import lru_cache

from bot.questions.language.stems import stem

# ruff: noqa: E501 - long word lists are easiest to read and to edit as running text

_CHATTER = frozenset(
    map(
        stem,
        """
    afternoon monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december lately soon shortly meanwhile during since ago quarter yearly annual
    summer autumn winter noon tonight
    newbie rookie newcomer joiner starter guy gal lady dude bloke woman man peeps buddy wife husband spouse dad mum
    mom grandma grandpa granny grandmother mother father parents uncle aunt son daughter brother sister cousin mentee reportee subordinate coder coders dev devs ppl bloke chap
    keep told tell hear refer dig bring fetch grab display pop print slot map bucket land
    sit fall belong consider count tag dub term correspond equate equivalent translate
    convert signify denote imply stand guess guessing assume reckon believe hope love adore prep prepare walk breakdown
    handle tackle solve untangle cope
    eli5 mix think recap quote paste copy torn decide debate argue argument discuss discussion chat settle head choose pick
    picture intro introduce lay terms layman english german french spanish dig fill dutch
    org chart badge signature posting advert description descriptor def defn definition blurb paragraph
    link url cv resume packet front reviewing apologise apologize
    anywhere everywhere nowhere
    refresher primer writeup rundown lowdown gist
    bullet plain portal intranet workday email mail paperwork form meeting sync standup debrief session
    autocorrect typo typing typed type mobile bottom middle order row column table matrix grid box
    cheat sheet counterpart version analog analogue variant
    available existing various possible different respective whole entire
    uni university college grad graduate phd bachelor degree industry belt somebody back
    young fresh brand proper decent dumb silly stupid noob weird odd strange funny confusing unclear unsure
    slide slides deck handout brochure leaflet
    became began met e ie eg due behind
    certain lost nervous excited happy glad thrilled keen junior
    ffs lol haha hahaha hehe heh dang damn darn argh ugh ooh oh ah aha whoa wow yay hooray gosh jeez geez omg omfg wth
    wtf rofl lmao xd sorta apologies oops whoops hm hmm hmmm erm uh um eh mhm welp yup nah nope kk plss plzz thanx tnx
    tks tysm merci svp bitte danke gracias grazie obrigado ta regards kind sincerely dear cordially everyone
    actual literal official specific roughly approx approximate broad simply merely pure strict honest
    mostly mainly partly largely primarily thinks join
    frank serious truly apparent supposed offered alleged reported presumably eventual final ultimate otherwise thus hence
    although whereas despite regarding concerning wrt respective neither amongst across along toward towards within
    above beneath underneath higher lower previous prior latter former second third
    side coz plural page pages stone simple drop thought wise rumor reorg reorged
    uhm uhh umm erm fine reread ment typo sry kthx kthxbye plox fyi btw gotcha righto alrighty sieht aus qué wäre
    je tu il elle nous vous cherche veux la le les des du un une qui que quoi est sont quel quelle quels quelles avec
    niveau niveaux fiche quiero ver el los las nivel niveles es una como paso para con por tiene tienen mi su puedo
    wie viel hat haben ein eine einen der die das ist sind mit ich bin von zu nach und oder aber stufe jahre welche
    het een van voor hoe wat welk niveau qual cosa che sono di nel
    u ur n w bc cuz coz cos wanna tryna dunno iirc afaik imho fwiw ftr tia nvm np b4 c2c ish
    """.split(),
    )
)

_OTHER_TOPICS = frozenset(
    map(
        stem,
        """
    vacation vacations holiday holidays pto sabbatical maternity paternity parental sick sickness insurance pension
    retirement vest vests vesting rota relocation relocate relocating visa sponsorship immigration resign resignation resigned
    layoff layoffs fired firing termination terminated terminate pip probation probationary overtime timesheet
    timesheets remote remotely hybrid wfh office desk laptop laptops macbook phone headset parking commute gym lunch
    dinner breakfast snack snacks coffee beer pizza party offsite swag hoodie expense expenses reimbursement reimburse
    reimbursed allowance perk perks wellness childcare union headcount requisition vacancy vacancies backfill
    referral attrition turnover churn gender diversity demographic
    nepotism lawsuit harassment grievance payroll payslip invoice tax taxes lease mortgage loan credit bank
    hotel fly flight flights plane airline bus car bike seat room rooms floor elevator ceo cto cfo coo vp founder founders
    printer wifi wireless password passwords vpn charger chip
    ticket tickets outage outages incident incidents sev bug bugs sla pagerduty oncall hotfix rollback crash
    crashed crashing crashlooping latency endpoint uptime downtime checkout server servers pod pods merge branch
    repo compile blocked blocker unblocked reassign reassigning reassigned downgrade downgraded
    lecture class classes semester textbook exam exams 500s 404s restart reboot
    weather movie film song music joke poem haiku recipe football soccer match game games exam homework kids
    dog dogs puppy puppies pet pets
    bootcamp horoscope lottery birthday marriage doctor dentist hospital covid
    adapter adaptor cable screw bolt dongle plug pump motor valve
    calendar appointment deadline slack zoom teams webinar
    """.split(),
    )
) - {stem("teams"), stem("slack"), stem("match"), stem("well")}


@lru_cache(maxsize=20_000)
def is_chatter(word: str) -> bool:
    """Whether a word, in any form, is said around questions of every kind."""
    return stem(word) in _CHATTER


@lru_cache(maxsize=20_000)
def is_of_other_topic(word: str) -> bool:
    """Whether a word, in any form, speaks of what no ladder tells: holidays, parking, incidents."""
    return stem(word) in _OTHER_TOPICS
