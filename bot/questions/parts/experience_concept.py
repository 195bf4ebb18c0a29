"""What people say for the years of experience that are typical of a level; see `concepts`."""

from bot.questions.parts.concept import Concept, names_of

EXPERIENCE = Concept(
    names_of("typicalexperience experience yearsofexperience years seniorityinyears tenure"),
    """
    (point|stage|time) in (a|an|the|their|one|your|my|his|her)? career
    time wise
    out of (college|school|uni|university|bootcamp) (ok|okay|enough|fine|possible|too|allowed)
    (is|can|could|does|would) * out of (college|school|uni|university|bootcamp)
    (time|years|experience) in the (industry|field|trade|business|profession|job|craft)
    (in|under|on) the (trade|belt)
    (can|could|may|would) (a|an|the|any)? (new|fresh|recent) (grad|graduate)
    how many winter
    how many (years|yrs|months) (before|until|till|to|does|do)
    years
    yrs
    yoe
    how (long|experienced|seasoned)
    how much experience
    how many (years|yrs|months)
    typical experience
    experience (level|range|required|needed|requirement|expected|typical)
    (required|needed|expected|typical|usual|minimum|average|prior|much|enough|work) experience
    (what|which) experience
    tenure
    seniority in years
    range of (exp|experience)
    (range|amount|level|length) of (exp|experience|years)
    many * birthdays
    how (green|fresh|new|old|senior in years)
    """,
    """
    experience
    exp
    """,
)
