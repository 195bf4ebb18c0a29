"""Everyday English words. One of them is meant as it is written: it is no misspelled title.

"head of machine learning" is not "lead of machine learning", and "deep cleaning" is not "deep
learning". The list holds words of four letters and more that people use at work and that are
one or two letters away from words of titles.
"""

# ruff: noqa: E501 - a long word list is easiest to read and to edit as running text

COMMON_WORDS = frozenset(
    """
    accept access account action active actor actual adapt adapter aim aims added adult advice affect agency agenda agent agree ahead
    album alert alien align alive alone along alter among amount angle animal answer apart apple apply arena argue arise army arrive
    article aside asset assign assist associated associates associating association assume attach attack attend audit author avoid award aware
    backed backing backlog backs backup badge badly baker balance bank barely base basic basis batch beach beard bear beat become begin behind belief belong bench
    bend best bill bind bird birth blame blank blend block blog blood board body bond bonus book boost border born borrow bought bound brain branch brand brave
    bread break brick bridge bright broad broke brother brown budget buffer bugs build building built bunch burn business busy button buyer cabin cable
    cache camera camp cancel cards care career carry case cash catch cause center central certain chain chair challenge chance change channel chapter charge charm chart chase cheap cheat check
    cheese chef chest chief child choice choose church circle citizen city civil claim class clean cleaning clear clever click client climb clock close closed cloth
    cloud club coach coast code coffee cold collect college color column combine comfort command comment commerce commit common
    complete compute computer concern concert confirm connect consider consist constant consult contact contain content contest context contract control convert cook cool
    cope copy core corner correct cost could council count counter country couple course court cover craft crash crazy create credit creep crew
    crime cross crowd crown cruise cycle daily damage dance danger dark dash dashboard dated dates deadline dealer dealing dear death debate debt debug decade decent
    deck declare deed deem deeper deeply defeat defend deliver delivery demand demo denied deny depend deploy deployment depth design desire desk detect develop developed develops development device diary
    diet direct directed directing direction directions directive directly directories directory disk distance distinct distinguish divide doctor domain done door double doubt downtime draft
    drag drama draw dream dress drift drill drink drive driver drop drug dull dump dust duty eager early earth ease easily east easy eating
    economic economy edge edit effect effort elect email emerge empty enable enabling ending enemy energy engage engaged engine engines enjoy enough ensure enter entire entries entry equal equip
    error escape essay estate ethics event exact exam except excess excuse execute exist exit expand expected expecting expense experience experiences experiment explore export exports expose express extend extent extra
    fabric face fact factor fail failing fair fake fall false fame fancy fashion fast fatal fault favor fear feature feed feedback feel feet fellow fence fetch fever field fifth fight file files film
    final finance finger finish fire firm fish fitness fixed flag flame flash fleet flesh flight float flood floor flow flower fluid focus fold folk food foot force forced forecast forest forget
    form formal format former forms forth fortune forum forward found founder fourth frame free freeze fresh friday fried frog front frontal frontier frozen fruit fuel function fund funding
    future gain game gaming garden gate gather gauge gear gender gentle ghost giant gift girl glad glass global goal gold golf goods grab grace grand grant
    graph grass grave gray green greet grid grind ground group grow growth guard guest guide guilt guitar habit hair half hall hand handle hang happy harbor hardly hardware
    harm hate head headed header heading heads health heap heart heat heaven heavy height hello herd hero hide high highly hike hill hint history hold hole holiday home honest honor hook hope horse
    hospital host hotel house housing huge human humor hunt hurt ideal image impact import impose impress improve inbox index inform initial inner input inquiry insert inside insist inspect instance
    instant intent internal internet invest invite invoice issue item items ivory jacket join joint joke judge juice jump jury justice keen keep keeping keeps kernel kick kill king kiss kitchen
    knife knock label labor lack lady lake lamp land lane language laptop large laser laugh launch laundry lawn lawyer layer lazy leads leader leaders leading leaf league leak lean leaned leaning leap leaping lease leased least
    leather leave leaving lecture led left legal legend lend length lens lesson letter leveled liar library license lift light limit line link lion lips liquid live living load loaded loading loads loan
    local lock logic logo lonely long loop loose lord lose loss loud loved lower luck lunch lung machines machinery mail mailing main maintain major maker making male mall manage manageable managed management
    manages managing manner manners manual march margin mark marked marker market marketing marry mass massive master match mate material meal meat media medical medium
    meet meeting member memo memory mental mention menu merge merit message metal method middle might mild mile milk mill mine minor minus minute mirror miss mission mistake
    mixed mobile mode model models moderate modern modify monday monitor month mood moon moral mortgage motion motor mount mouse mouth move movie murder muscle museum music mutual myth nail
    naked narrow nasty nation native natural nature navy near nearby nearly neat neck needle negative nerve nest network neutral news newspaper night nobody node noise none normal north nose notice notion
    novel number nurse object observe obtain obvious occur ocean offer office officer often online onto opening operate opinion optimal option orange order organ origin outage outcome outer outlet
    output outside oven owner pace pack package page paid pain paint pair palace pale panel panic pants paper parent park parse partial participate party pass past patch patent path patient pattern pause
    peace peak penalty people perfect perform period permit phase phone photo phrase piano pick picture piece pilot pipe pitch place plain plan plane planet plant plastic plate play player plenty plot plug
    plus pocket poem point police policy poll pool poor popular port pose post potato pound pour power praise pray prefer prepare present press pretend prevent price pricing pride prime primary
    principle principles print prior prison private prize problem proceed process produce product professor profit program progress project promise prompt proof proper property propose protect protest proud prove provide public publish pull pulse pump punch purchase pure
    purple purpose push puzzle quality quarter queen query quest queue quick quiet quit quite quote race rack radio rage rail rain raise random range rank ranking rapid rare rate rather ratio reach react
    reader reading ready reason rebuild recall receive recent record recover recruit reduce refer reflect reform refuse region regret reject relate release relief rely remain remark remote remove rent repair repeat
    replace reply request require rescue research reset resist resolve resort resource respond response rest restart restore result retail retain retire retreat return reveal revenue reverse revert
    rich ride right rigid ring rise risk river road roast robot rock role roll roof room root rope rotate rough round route routine royal rule rules ruin rural rush sacred safe safety
    sail salad sale sales salt sample sand satisfy save saving scale scan scare scene schedule scheme school sciences scientific scope score scout scrap scream screen script scroll search
    season seat second secret sector secure seed seek segment seize select self sell senate sender senator sense sensor sentence serial series serious serve server service session setting settle seven
    severe shade shadow shake shall shame shape share sharp sheet shelf shell shift shine ship shirt shock shoot shop shopping shore shot shout shower shut sick side sight sign signal silence silent silk silly
    silver similar simple singer single sister site size skin skip slave sleep slice slide slight slip slow small smart smell smile smoke smooth snake snap snow social society soft softer softly soil solar soldier
    solid solo solve song soon sort soul sound source south space spare spark speak special speech speed spell spend spin spirit split sport spot spread spring square stable stack staffed staffing staffs stage stain stair stake stale
    stall stamp stand standard star stare start state states static station statistic status stay steady steal steam steel steep steer stem step stick stiff still stock stolen stomach stone stood stop storage store storm
    story straight strange strategy stream street stress stretch strict strike string strip stroke strong structure stubborn stuck student studies studio study stuff stupid style subject submit success sudden suffer sugar suggest suit summer
    sunday supply support surface surgery surprise survey suspect sustain swear sweat sweet swim swing switch symbol system table tail talent tank tape target taste taught taxes teach teacher teaching team teams tear tech technical teen telephone temple tend
    tension tent term terrible test testing text thank theater theft theme theory therapy thick thin third thousand threat three throat throw thumb ticket tide tight tile till timber tiny tire tired title toast
    tobacco toll tomato tone tongue tonight tool tooth topic toss touch tough tour toward tower town trace track trade trading traffic trail train trained training transfer transit trap trash travel treat
    treaty tree trend trial tribe trick trigger trip troop trouble truck true truly trunk trust truth tube tuesday tune tunnel turn twice twin twist ugly ultimate uncle undo unfair unfold unify union unique unit unite
    unity unless unlike unlock unusual upcoming update upgrade upload upper upset urban urge usage usual vacation valid valley value vanish vary vast vehicle vendor venture venue version vessel victim video view village
    violet virtual virus vision visit visual vital voice volume vote wage wait waiting walk wall wander warm warn warning wash waste watch water wave weak wealth weapon wear weather web website wedding weekend weigh weight weird welcome
    west whale wheel whip whisper white wide widely wife wild wind window wine wing winner winter wire wise witness wolf woman wonder wood wool workshop world worried worry worse worth wound wrap
    admit afterwards anyhow anyway ate awoke beforehand blew bought bled bent caught chose chosen confess cried cry dealt drank
    drawn drew driven drove drunk eaten fallen fed fell felt flew flown forgotten fought frozen grew grown held hid hidden hung imagine
    kept knew lent lied nod nodded overheard overnight overslept ran rang ridden risen rode rose sang sat shaken shook shrug shrugged slept
    sold spent spoke spoken stole struck sung swam swore swung thrown threw torn understood woke woken wore worn wake woven written wrote
    absurd annoyed anxious ashamed awkward baffled clueless cryptic dirty dry embarrassed exhausted flattered foggy frustrated fuzzy grumpy
    hilarious hot humbled mysterious obscure puzzled relieved ridiculous stoked vague wet blurry
    somehow somewhat nevertheless nonetheless nowadays whatsoever complain glance peek skim tap swipe download blink
    aunt baby boyfriend fiance fiancee girlfriend grandfather grandma grandmother grandpa kids landlord nephew neighbor neighbour niece
    roommate flatmate therapist headhunter auditor nanny babysitter barber hairdresser godmother inlaws
    newsletter podcast lanyard townhall allhands folder tab cell spreadsheet facilities hallway corridor garage taxi
    amsterdam austin bangalore barcelona berlin boston brussels bucharest budapest chicago copenhagen delhi denver dublin geneva hamburg
    helsinki krakow lisbon london madrid melbourne milan montreal moscow mumbai munich nairobi oslo paris porto prague pune rome
    seattle seoul shanghai singapore stockholm sydney tokyo toronto vancouver vienna vilnius warsaw york zurich france germany spain italy
    portugal poland india canada ireland brazil mexico netherlands sweden norway finland denmark austria switzerland europe asia
    write writer writing wrote yard yearn yearning years yell yellow yield young youth zero zone
    """.split()
)

COMPANIES = frozenset(
    """
    accenture adobe airbnb alibaba alphabet amazon anthropic apple atlassian aws azure baidu bloomberg boeing bytedance cisco
    citadel cloudflare coinbase coursera databricks datadog deepmind dell deloitte deutsche doordash dropbox ebay epic ericsson
    facebook faang figma gcp github gitlab google hubspot huawei ibm infosys instacart instagram intel intuit jetbrains klarna
    linkedin lyft maang mckinsey meta microsoft mozilla msft netflix nokia notion nvidia openai oracle palantir paypal pinterest
    qualcomm reddit revolut roblox salesforce samsung sap shopify siemens slack snap snowflake sony spotify square stripe tcs
    tencent tesla tiktok twilio twitter uber udacity udemy vmware walmart wise wipro workday yahoo yandex zalando zendesk zillow zoom
    """.split()
)
"""Other companies, whose levels this ladder says nothing of."""
