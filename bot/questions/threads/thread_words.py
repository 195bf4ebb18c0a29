"""Words that say nothing in a follow-up but that it goes on with what was asked before."""

ON_AND_ON = frozenset(
    "and what about how for same also or ok okay now then so a an the please pls thanks too "
    "as well whats is of level one in , hm hmm cool great but at does sorry meant i my bad oops no "
    "not instead rather actually mean it that those would do wait question thing again show me "
    "tell give can could you see well maybe plus over to us side folks people org family "
    "page card equivalent version counterpart like with if be look ones guys engineers "
    "on from say says said let lets take try case example instance eg e g there this here more "
    "another else even yes yeah yep yup nope right fine got makes make sense good nice perfect lol "
    "haha just only still next person someone somebody anyone anybody use pick top track manager "
    "managers management lead leads end by thinking thought asked asking meaning talking "
    "equivalents counterparts counterpart world land team teams department dept area "
    "when ppl peeps already were very own husband wife partner boss friends "
    "oh hold holds apply applies true goes go colleague buddy friend mate peer report him hers "
    "has had have back seniority rank mind showing im ill we our her his their he she they was "
    "were are am".split()
)
