"""Words of questions about skills and people: those that say nothing alone, and those that mean the same."""

from bot.questions.language.stems import stem

FUNCTION_WORDS = frozenset(
    """
    a about above after all also am an and another any anyone anybody anything are around as at be because been
    before being below best better between both but by can cannot cant could d did didnt do does doesnt doing done dont
    each eg either else etc even ever every everybody everyone everything for from get gets getting give go goes
    going got had has hasnt have havent having he hello her here hers hey hi him his how i id if ie im in into is
    isnt it its ive just kind kinda know knows known learn least less let lets like ll lot make makes many may me
    might mine more most much must my need needed needing needs no nor not now of off ok okay on once one ones only
    onto or other our ours out over own per please pls plz possible quite rather really s same say should shouldnt
    since so some somebody someone something soon sort still such t than thank thanks thx ty that thats the their
    theirs them then there these they thing things think this those through to too up upon us use used uses using
    usually ve very via want wants was wasnt we well were what whats when where which while who whom whos whose why
    will with within without wont would wouldnt yes yet you your yours
    actually already always anyway basically cheers currently exactly generally honestly maybe normally often perhaps
    probably supposed typically sometimes currently already
    able ability abilities expected expect expects expectation require required requires requirement requirements
    mandatory necessary essential skill skills skilled skillset knowledge experience experienced familiar familiarity
    proficient proficiency competence competent competency competencies expertise expert understand understanding
    good strong solid tool tools topic stuff part card cards ladder list lists listed listing mention mentions mentioned include
    includes included contain contains show shows appear appears come comes comfortable level levels lvl grade grades rung rungs
    role roles job jobs position people person folks anyone engineer engineers someone first start starts starting which whoever
    tell find look looking question wondering curious wonder ask asking hey guys team there quick
    leveled levelled leveling levelling mapped slotted meaning mean means meant placed
    actual down dealbreaker bc cuz coz cause ought showing shown written formally according arguing argue argued become becomes becoming trying gotta gonna
    correct true false obligatory imagining rn wise org side q short mobile typing thing somewhere anywhere whose
    seniority ppl devs
    n y yn b w degree degrees need needing says said say state states does work works working deal deals dealt dealing handle
    apply applies applying toolbox toolkit toolbelt repertoire arsenal
    """.split()
)
"""Words that name no skill by themselves."""

_SAME_MEANING = """
    mentor coach guide teach onboard
    hire recruit
    publish publication paper papers
    document write
    present presentation
    deploy ship release rollout
    debug troubleshoot
    monitor observability
    architect architecture design
    improve optimize
    analyze analysis analytics
    collaborate collaboration teamwork partner
    communicate communication
    dataset data
    k8s kubernetes
    js javascript
    postgres postgresql
    sklearn scikit
    evaluate evaluation assess assessment
    train training
    intern interns trainee
    experiment experimentation ab
    test testing qa
    code coding programming program
    prioritize prioritization priorities
    roadmap roadmaps
    budget budgets budgeting
    statistic statistical statistics stats
    model modeling models modelling
    crossfunctional cross functional
    pipeline pipelines
    strategy strategic
    plan planning
    review reviews reviewing
"""


def _same_meaning() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _SAME_MEANING.strip().splitlines():
        alike = {stem(word) for word in line.split()}
        for each in alike:
            found[each] = (*found.get(each, ()), *sorted(alike - {each}))
    return {each: others for each, others in found.items() if others}


SAME_SKILL = _same_meaning()
"""Stem to the stems of words that people say for it when they speak of work."""

ABBREVIATED: dict[str, tuple[str, ...]] = {
    short: tuple(long.split())
    for short, long in (
        ("llm", "large language model"),
        ("llms", "large language model"),
        ("roi", "return investment"),
        ("iac", "infrastructure code"),
        ("regs", "regulations"),
        ("nlp", "natural language processing"),
        ("rl", "reinforcement learning"),
        ("slo", "service level objective"),
        ("slos", "service level objective"),
        ("hpo", "hyperparameter tuning"),
        ("did", "difference differences"),
    )
}
"""What people call skills in a few letters, where no card has those."""

TOOLS = frozenset(
    """
    airflow ansible athena azure bash bigquery bitbucket caffe cassandra celery chef circleci clojure cobol confluence
    consul cpp csharp css cuda dagster dart databricks datadog dask dbt django docker druid dynamodb elastic elasticsearch
    elixir erlang excel express fastapi figma firebase flask flink flutter fortran gcp git github gitlab go golang
    grafana graphql grpc hadoop haskell helm hive html huggingface informatica istio java javascript jax jenkins jira
    julia jupyter kafka keras kibana kotlin kubeflow kubernetes lambda langchain laravel linux looker lua mariadb matlab
    maven mlflow mongo mongodb mysql neo4j nextjs nginx node nodejs numpy opencv openshift oracle pandas perl php
    polars postgres postgresql powerbi powerpoint presto prometheus protobuf puppet pulumi pyspark python pytorch
    rabbitmq rails ray react redis redshift ruby rust sagemaker salesforce sap sas scala scikit selenium sentry servicenow
    sklearn snowflake solr spark splunk spring sql sqlite svelte swift tableau tensorflow terraform torch trino
    photoshop illustrator vba stata spss matplotlib scipy seaborn plotly lightgbm catboost onnx tensorrt vllm ollama
    llamaindex milvus faiss duckdb clickhouse cockroachdb couchbase hbase fivetran airbyte metabase minitab knime alteryx
    streamlit wandb webpack vite jest cypress playwright pytest junit gradle bazel nomad istioctl argocd gitops
    typescript unity unix vault vertex vue weka windows word xgboost yaml zookeeper
    """.split()
)
"""Names of tools: each is meant as it is written, and is no misspelling of another."""

EVERYDAY_SKILLS = frozenset(
    """
    career coaching decision decisions documentation docs doc hiring interview interviewing interviews leadership
    code testing mentoring performance planning reporting review reviews summary calibration promotion document
    """.split()
)
"""Everyday words that by themselves may name a skill."""

INCIDENT = frozenset(
    """
    users customer customers workaround queue logs login deploy deployed deployment failing failed broke broken root
    night tonight floor lounge parking rota vest vests vesting layoff layoffs weekend
    milestone milestones alert alerts blocker bug bugs bridge crash crashed defect downtime escalate escalated escalation hotfix incident
    incidents issue issues jira mitigated mitigation oncall outage outages page paged pagerduty postmortem prio
    priority prod regression resolved response rollback rolled server servers sev severity sla ticket tickets triage war
    """.split()
)
"""Words of incidents and bug trackers, where P1 is a priority and no level."""

PEOPLE = frozenset(
    "boss ceo cto coworker coworkers colleague colleagues teammate teammates peer peers manager director "
    "friend guy girl he she him her his hers they them their theirs".split()
)
"""Words for a person who is not named: "what does my boss make?"."""
