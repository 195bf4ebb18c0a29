"""What people say when they wish for what no ladder tells, line by line."""

from bot.questions.language.patterns import pattern

OTHER = pattern(
    """
    (write|draft|compose|generate|create|produce|prepare|make|translate|rewrite) * (letter|ad|advert|poem|haiku|song|story|email|mail|essay|script|function|code|sql|query|tweet|post|speech|joke|resume|cv|image|picture|description|posting|limerick|rap)
    how many @ (do|does|are|have|work|in|on|at|did)
    how many (people|of us|folks|employees|colleagues|staff|persons|ppl) * (are|is|hold|have|at|in|on|as) (a|an|the)? @
    (write|draft|prepare) * (review|feedback|reference|ad|description|plan)
    who (on|in|from|at) (the|our|my|this|your) (team|org|group|company|department|office)
    who are (our|the|all|your) @
    (list|name|show|find|give) (me)? (everyone|everybody|anyone|all people|the people|people|folks) (at|on|in|who|with|above|below)
    (how many|any|list|show) (open|vacant|free|unfilled)? @ (req|reqs|role|roles|position|positions|job|jobs|opening|openings|vacancy|vacancies|slot|slots|seat|seats)
    (open|vacant|free|unfilled) @ (req|reqs|role|roles|position|positions|job|jobs|slot|slots|seat|seats)
    (how many|any|list|show) * (open|vacant)? (req|reqs|headcount|opening|openings|vacancy|vacancies|requisition) (for|at|in|of|on)
    (are|is) (we|they|you|the team|anyone) (still)? hiring
    (percentage|percent|share|proportion|number|fraction) of @
    (interview|hiring) panel
    (conference|travel|training|learning|education) budget
    (has|have|did) (anyone|anybody|someone|somebody) (in|on|from|at|here|ever)
    do (i|we|you) deserve
    (need|needs|want|wants|get|gets|ask for|asks for|deserves) a raise
    would you rather
    who (is|are) (a|an|the)? @ (in|on|at|from|within) (my|our|the|this) (team|office|org|department|dept|group|squad|company|building|meeting|call|project|room|channel|site|city)
    @ for (a|an|one|two|three|few|couple|some) (day|hour|week|minute|month|sprint)
    @ (from|since|at) (yesterday|last|today|this|monday|tuesday|wednesday|thursday|friday|around)
    (are|were) you (still|really|actually|also|now|even)? (a|an|the)? @
    (anyone|anybody) (here|around|else)? (a|an)? @
    any @ (willing|want|wants|around|available|free|interested|up|here|awake)
    (looking for|find|need|want) (a|an|some|any|another)? @ (mentor|buddy|partner|coach|volunteer)
    (can|could|will|would) (a|an|any|some|the) @ help (me|us|out|with)
    which @ (should|could|can|do) (i|we) (ask|talk|contact|ping|reach|call)
    @ (needed|wanted) (asap|now|here)
    (which|what) (level|one|title) (is|are|would|has|have) (the|you|your|be)? (best|coolest|hardest|worst|easiest|favorite|favourite|most fun)
    (am|are|is) (i|we|he|she|they) * (paid|underpaid|overpaid) (fair|fairly|enough|too|right|as|at|for)
    fair (pay|salary|comp)
    (can|could|will|would) (someone|somebody|anyone|anybody) * (look|check|handle|fix|jump|investigate) (at|on|into|with)? * @
    @ (look|check|investigate|fix) (asap|now|please|into)
    who (is|s)? (owns|owning|has|have|got|handles|handling|took|takes|taking) (this|that|the) @
    who * (got|was|were|has been|have been|is being|is getting|gets|just) promoted
    (who|whom) (did|do|have|has|will|would|should) (we|they|you|i) * promote
    how many (people|of us|folks|employees|colleagues|persons|ppl|women|men|engineers|managers) (were|was|got|get|did|have|has|had) * promoted
    (best|worst|strongest|weakest|smartest|nicest|greatest|oldest|youngest) @ (on|in|at|of|here|we|you|i)
    (my|our|the|a|an|one of our) @ (just|has|have)? (quit|quits|resigned|resigns|retired|is leaving|was fired|got fired)
    @ (to|and|vs|versus) (a|an|the)? @ (ratio|mix|headcount)
    (ratio|mix|headcount) (of|between) (a|an|the|our|your|my)? @
    how old (do|does|must|should|can) (i|you|we|one|someone|they|he|she)
    (rank|sort|stack rank) (our|my|these|those|your) @
    (list|name|show|give) (me|us)? (all|every|all the|all of the|all our) @ (in|at|on|of|from|here)
    paid (more|less|better|as much|the same) (than|as) (me|my|i|him|her|us|them)
    (where|how|can|could|should) (do|does|can|would|should)? (i|we|one|they)? (to)? apply (for|to)
    how likely
    will (i|we|he|she|they) (make|get|be|reach|become) * @ * (year|month|quarter|cycle|soon|time|round)
    is @ (good|bad|worth|worth it|fun|cool|enough|ok|okay|great)
    (cooler|coolest|happiest|favorite|favourite|sexiest|easiest|luckiest|funniest|smartest)
    (number|count|headcount|list) of @ (in|on|at|we|who)
    know (anyone|anybody)
    know (someone|somebody) (who|for|interested|looking|to)
    (open|opened|opening|file|filed|raise|raised|log|logged) (a|an|another) @
    (anyone|anybody) (available|free|around|interested|awake)
    who (is|are) (my|our|his|her|the|your|their) (new|current|next)? (manager|boss|lead|director|hrbp|recruiter|owner|contact|rep|admin|head|skip)
    who (leads|runs|manages|owns|heads) (the|our|my|your|this)? (current|whole)? (%|team|org|organization|department|dept|company|migration|project|initiative|squad|group)
    who (is|works|sits) (in|on) (the|our|my|your)? (%|team|org|department|squad)
    who (in|on|from|at|of)? (the|our|my)? (%)? (can|could|would|will|wants to) * (me|us)
    who (is|s) on call
    (course|training|workshop|webinar|talk|session) (slides|notes|materials|recording|video)
    who (is|s)? (handling|fixing|working on|looking at|looking into|investigating|assigned) (to)? (the|this|that|a)? @
    who (is|s)? (the|our|my|your) (hrbp|contact|recruiter|poc|point person|owner|admin) (for|of|on|in|at)
    on call (pay|rate|bonus|compensation|for|tonight|today|rota|this|next)
    (notice|probation|trial|probationary) period
    (interview|coding|hiring|screening) (question|loop|test|panel|kit|guide|slot|exercise|process|round|stage|rubric|scorecard)
    question * @ interview
    (status|state|progress) of (my|the|our|his|her|their|that) (application|request|offer|case|ticket|promotion)
    (hear|heard|hearing) back
    start date
    (will|would|to|going to) replace
    (buddy|desk|laptop|badge|seat|chair|gift|welcome) for (the|a|an|our|my)? (new)? @
    rate (my|his|her|this|our)
    (my|his|her) (cv|resume|achievement|achievements|promo doc|packet)
    be my
    (ask|asks|asked|asking|applied|requested) (for)? * (access|license|licence|login|account|credential)
    (coach|motivate|hire|mentor) me
    (do|does|would) (i|he|she|they) look like
    (walk|walks) into a bar
    (we|i|were) (are|am|im)? (looking for|hiring|recruiting|searching for) (a|an|some|another|two)? @
    (applicant|applicants) (for|to|in|at) * @
    how long (do|does|did|will|would) * (hiring|hire|interview|process|recruiting|approval) * take
    (other|competing|rival) (company|companies|firm|firms|employer|employers|startup|startups) (pay|pays|offer|offers|do|expect|expects|promote|hire|level)
    (competitor|competitors)
    (should|shall) (i|we) (do|get|buy|study) (a|an|my|the)
    is it (better|worth|fun|smart|wise) (to|being|it)
    (counter|counteroffer|negotiate|negotiating|accept|accepting|decline|reject|extend|sign|rescind) * offer
    counter offer
    (looking for|need|find|want|seeking) (a|an|some|someone|somebody|any)? @ (to|who can|for) (review|look|help|join|fix|pair|talk|sign|approve|check|cover)
    (position|role|internship|job|opening) * open
    open (position|role|internship|job|headcount)
    (advance|loan|cut) (on|of|in) my pay
    (bonus|sales|revenue|performance) (target|goal|quota) (for|of)
    (committee|panel|council|board|jury) * (say|said|decide|decided|think|thought|vote|voted)
    performance rating
    (rating|score) distribution
    is there (a|an|any) * (program|programme|course|budget|policy|discount|allowance)
    (attrition|retention|ratio|share|percentage) (of|for|among) * @
    headcount (of|for|at) * @
    would you (pay|give|hire|choose|pick|prefer|promote|want)
    how long (did|will|does|has) (the|this|that|our) @
    how many @
    how many * @ (report|left|quit|joined|hired|are we|were|got|happened|did)
    (average|mean|median|typical) (age|rating|score|raise|time) (of|for|at|in|as)
    (distribution|breakdown|histogram|statistic|turnover|retention) (of|for|at|by|among|across) * @
    who (our|my|the|your|their) (current|new|old|former)? @
    @ (meeting|party|lunch|dinner|retreat|room|picnic|discount|parking) (agenda|note|invite|minute|room|time|today|tomorrow|at|on|is|was|moved)?
    who (is|was|are|were) (our|my|the|your|their|currently|now) (current|new|old|former|next)? @
    who (manages|runs|hired|interviewed|interviews|promoted|leads|supervises) (the|our|my|these|those|all) @
    (my|his|her|their|our|your|the) @ (been|got|gotten|get) (approved|denied|rejected|accepted|confirmed|cleared)
    (can|could|will|would|please) (you|u|someone|anybody|anyone|we) * (approve|promote|hire|fire|bump|move me|put me|make me|give me|get me|assign|book|schedule|remind|ping|email|message|invite)
    remind (me|us|him|her|them)
    (why|how come) (did|was|were|am|is|isnt|wasnt|did not|didnt|dont|cant) (i|he|she|we|they|my|you|nobody)
    why (did|was|were) * (get|got|promoted|given|made|hired|leveled|levelled|put|placed)
    how come
    do you (like|love|hate|prefer|believe|feel|enjoy|miss)
    who (is|was|are|were|becomes|became) (the|our)? @ (now|today|tonight|currently|nowadays|these days|since|before|after|until|while|here|right now|this|next)
    (on @|@ on) (duty|shift)
    who (is|s|are|will)? (joins|joining|join|comes|coming|come|attending|attend|volunteers|volunteering)
    (who|whom) (should|could|can|do|must) i (call|contact|phone)
    (can|could|will|would) (someone|somebody) (here|please)? (do|take|review|cover|join|lend|pick up|run|write)
    who (would)? (win|wins|beat)
    (grade|mark|score|result) * (i|we) get
    (should|shall) (i|we) (quit|leave|stay|resign|accept|take|hire|fire|ask for|negotiate|pay)
    when (do|does|did|will|is|are|was|can) * (bonus|raise|payday|promotion|promo|calibration|review|cycle|approved|announced)
    (lunch|coffee|drink|dinner|meeting|call|chat) with (the|a|an|our|my|some|all)? @
    (ask|asked|tell|told) the (lead|manager|director|senior|staff)
    (has|have) been here
    (longest|oldest|youngest|newest|latest|most recent) @
    which @ (has|have|is|are|was|were|do|does) (been|here|on|in|we|the)
    what @ (has|have|was|were|do|does) (been|here|on|in|we|the)
    """
)
"""What people here do, get and have, and what is to be written, counted or decided for them."""
OF_A_CODE = pattern(
    """
    (if|whether|that|when|why|because) it (is|was|be) (a|an|the)? @
    (something|anything|it|this one) (is|be|a|an|as) (a|an)? @
    react to
    (more|most|less|very|so) (critical|serious)
    (urgent|urgency|severity|sev|severe|pressing)
    is (the)? @ (done|live|finished|resolved|fixed|over|back|still|open|closed|down|mitigated|stable)
    (the|this|that) @ (fix|bug|ticket|issue|bridge|call|backlog|comm|alert|drill|review|queue)
    @ (backlog|milestone|bridge|drill|comm|queue|runbook|playbook|roster|rotation)
    """
)
"""Where a bare code is an incident's priority, or a milestone."""
OF_THE_BOT = pattern(
    """
    (ignore|forget|disregard|override|bypass) * (instruction|rule|prompt|previous|guideline|above)
    (pretend|imagine|act) (to be|you are|that you|as|like)
    (pretend|imagine|suppose|assume|say) (that)? (the|our|your) @? (ladder|card|framework)
    (translate|convert|rewrite) * @ * (to|into|in|as) (klingon|pirate|emoji|latin|spanish|french|german|dutch|chinese|rap|rhyme|poem)
    you (must|should|shall|have to|need to|will) (now)? (say|answer|respond|reply|confirm)
    (say|answer|respond|reply) (only|exactly|just) * (yes|no|with)
    (your|the|these) (prompt|instruction|instructions|rules|guidelines|configuration) (is|are|was|were|say|says|said)
    (what|which) (is|are|was|were) your (prompt|instruction|instructions|rules|guidelines|configuration)
    select from
    hidden (instruction|prompt|rule|text|message|card)
    system prompt
    from now on
    (ignore|forget|disregard) (everything|all)
    (joke|haiku|poem|limerick)
    you are (now)? (a|an|my)
    make up (a|an|the|some|my)
    (guess|estimate|invent|fabricate) (a|an|the|my|our|some)
    (rough|roughly|wild|best) guess
    drop table
    """
)
"""What is to make the bot another, or say what no card says."""
PEOPLE_HERE = pattern(
    """
    (does|do|did|is|are|has|have) (anyone|anybody|someone|somebody|everyone|people|folks|others) (here|else|still|already)? (use|uses|using|used|tried|seen)
    (does|do|did|has|have) (anyone|anybody|someone|somebody|everyone|people|folks|others) (here|else|still|already)? (have|has|got) (a|an|the|any|some|access)
    what (does|do|did|are|is) (you|you all|yall|people|everyone|everybody|others|your team) (guys|folks|all|people)? (use|uses|using|recommend|prefer)
    """
)
"""What other people use and have."""
