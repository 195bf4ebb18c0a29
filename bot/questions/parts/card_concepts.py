"""What people say for what every card has, whatever its ladder: titles, pay, SOC code, summary.

See `concepts` for those of a ladder's own dimensions and sections.
"""

from bot.questions.parts.concept import Concept

TITLES = Concept(
    frozenset(),
    """
    name use for
    other (word|words|name|names) for
    (write|put|say|use|have) (in|on) (their|her|his|my|your|the|a)? (email)? (signature|badge|business card|profile|linkedin)
    what else (is|are|can|could|do|does|would)? * (called|known|named)
    (job|common|other|usual|possible|alternative|working|official|business) (title|name)
    (title|name|headline) (option|choice|variant|alternative)
    title
    titles
    called
    also known as
    aka
    (go|goes) by
    what * (call|name)
    names for
    (linkedin|badge|business card|email signature|cv|resume) (title|name|headline|option)
    (other|alternative|alternate|different) (name|title|label)
    alias
    which name
    (put|say|write|goes) * (linkedin|business card|badge|cv|resume|email signature)
    on * (badge|linkedin|business card)
    (business card|email signature|badge) * (say|says|read|reads)
    """,
)
PAY = Concept(
    frozenset(),
    """
    (what|how much) (is|are|do|does|did|would|should) (we|you|they|one) (offer|offering|pay|paying)
    (how much|what|whats) (would|will|do|does|can|could|should) (i|we|you|one|they|he|she) take home
    (how much|what) (dough|cash|dosh|bread|bank)
    (well|badly|poorly|fairly|better) paid
    how much (is|are) (a|an|the)? @ (on|at)
    (what|how much) * @ (cost|costs) (us|me|you|the company)
    (worth|paid|make|earn) (in)? (dollar|dollars|usd|eur|euro|money)
    pay
    paid
    pays
    paycheck
    payscale
    pay (band|range|scale|grade)
    (what|whats) (is|are)? (the|its|their|her|his) band
    salary
    salaries
    comp
    compensation
    wage
    wages
    (earn|earns|earning|earnings)
    money
    income
    remuneration
    remunerated
    how much (do|does|did|would|will|can|could|should|is|are|am) * (make|makes|making|cost|worth)
    how much (do|does|did|would|will|can|could|should) (a|an|the|our|my)? @ (get|gets|bring|take)
    how much (do|does|did|would|will|can|could|should) (i|we|they|he|she|it) (get|gets|bring|take)
    (base|total|gross|annual|yearly) (comp|compensation|pay|salary|cash|income)
    (make|making|makes) (a|per) (year|month)
    (bonus|equity|rsu|rsus|stipend)
    (salary|pay|comp|compensation) (range|band|bracket)
    (usd|eur|gbp|dollar|dollars|euros|bucks)
    ote
    (take|takes|taking|bring|brings) home
    going rate
    (give|pay|offer) * (per|a) year
    (market|hourly|daily) rate
    """,
)
SOC = Concept(
    frozenset(),
    """
    (soc|onet|occupation|occupational|classification|labor) * visa (form|application|paperwork|petition|file|filing)
    visa (form|application|paperwork|petition|file|filing) * (soc|occupation|occupational|onet) (group|classification|category|number|code)?
    (occupation|occupational|job) (group|classification|category|number|code) (number|code)?
    soc
    soc code
    (statistical|government|federal|official|census) (job|occupation)? code
    onet
    o net
    (labor|labour|federal|government) (dept|department|ministry)
    classification (number|code)
    occupation
    occupational
    standard occupational classification
    (federal|government|labor) (occupation|group|classification)
    """,
)
SUMMARY = Concept(
    frozenset(),
    """
    sum up
    (summed|boiled) (up|down)
    (in|as) (a|one|1|a single|one short) (sentence|line|word|paragraph|tweet)
    (one|1|single|a) (line|sentence) (about|on|for|of)
    (one|two|three|four|five|couple of|few|2|3|4|5) (short)? (sentence|line|paragraph) (max|only|or so)? (about|on|for|of)
    (in|with) (two|three|four|five|a few|few|a couple of|2|3|4|5) (short)? (sentence|line|word|bullet)
    (a|one) (sentence|line|paragraph) or
    summary
    summarize
    summarise
    in (a)? nutshell
    (in)? one (sentence|line|liner)
    (one|single) liner
    gist
    tl dr
    tldr
    (short|brief|condensed|abridged) version
    elevator pitch
    """,
)
