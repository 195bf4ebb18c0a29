"""What a column's, a row's or a key's name says of the texts that stand under it."""

import re
from functools import lru_cache

_NAMES: dict[str, str] = {
    "level": "level,levels,level code,level id,levelid,job level,career level,code,grade,grades,"
    "band,job grade,milestone,rank,seniority,seniority level,stufe,niveau,nivel,lvl",
    "family": "family,job family,role family,discipline,function,department,profession,job,"
    "career family,family name,job function,berufsfamilie,jobfamilie,fachbereich,"
    "famille de métiers,famille,familia",
    "track": "track,career track,path,career path",
    "title": "title,job title,titles of the level,role title,level title,position title,"
    "position,job name,level name,titel,stellenbezeichnung,titre,intitulé,título,titolo",
    "titles": "common titles,example titles,other titles,typical titles,titles,sample titles,"
    "alternative titles,also known as,aka,job titles",
    "role": "role,roles,job role,role name",
    "summary": "summary,overview,role summary,level summary,about,in short,role description,"
    "level description",
    "meaning": "what this level means,meaning,level meaning,level definition",
    "pay": "pay,salary,compensation,salary range,pay range,pay band,salary band,base salary,"
    "base pay,what it pays,compensation range,remuneration,wage,gehalt,gehaltsband,"
    "gehaltsspanne,salaire,rémunération,salario,retribuzione,sueldo",
    "soc": "soc,soc code,o net soc,onet soc,o net,onet,soc onet,o net soc code",
    "theme": "theme,themes,section,sections,area,areas,competency,competencies,topic,topics,"
    "category,categories,pillar,pillars,dimension,dimensions,skill,skills area,skill area,"
    "attribute,attributes,capability,capabilities,domain,value,principle,criterion,trait,"
    "kompetenz,kompetenzen,thema,compétence,compétences,competencia,competencias,competenza,"
    "competenze,competency area,focus area,skill group,aspect,axis,competence,competences,heading",
    "group": "sub theme,subtheme,sub themes,subthemes,group,subsection,sub section,sub area,"
    "subarea,sub competency,subcompetency,sub category,subcategory,subtopic,sub topic,"
    "subskill,sub skill,sub competencies,subcompetencies",
    "text": "statement,statements,text,expectation,expectations,criteria,behaviour,behavior,"
    "behaviours,behaviors,requirement,requirements,indicator,indicators,content,body,"
    "description,descriptions,detail,details,bullet,bullets,item,items,point,evidence,"
    "competency description,responsibility,responsibilities",
    "examples": "example,examples,for example,e g,eg,sample,samples,evidence examples,"
    "example behaviours,example behaviors,sample behaviors,sample behaviours",
    "description": "definition,definitions,meaning of the competency,what it is,what is it,"
    "why it matters,objective,competency definition,theme description,purpose,question,"
    "questions,guidance",
    "aside": "note,notes,comment,comments,remark,remarks,weight,weighting,status,owner,source,"
    "last updated,updated,link,links,url,reference,references,version,author,rating,score",
    "number": "id,no,nr,number,row,index,key,uuid,order,sort,sort order",
}
_KIND = {name: kind for kind, names in _NAMES.items() for name in names.split(",")}
_PAY_OF = ("pay", "salary", "base", "base pay", "base salary", "compensation", "comp", "pay band")
_PAY_ENDS = ("min", "minimum", "mid", "midpoint", "median", "max", "maximum", "low", "high")
_KIND |= {
    name: "pay"
    for whole in _PAY_OF
    for end in _PAY_ENDS
    for name in (f"{whole} {end}", f"{end} {whole}", f"{whole} range {end}")
}
PAY_BOUNDS = (frozenset({"min", "minimum"}), frozenset({"max", "maximum"}))
PAY_PARTS = PAY_BOUNDS[0] | PAY_BOUNDS[1] | {"mid", "midpoint", "median", "currency"}
"""Headings that speak of pay where a table has a lower and an upper bound, and may not alone."""


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split("," if "," in text else None))


_DIMENSIONS = _listed(
    "scope,autonomy,complexity,impact,decision rights,leadership,typical experience,"
    "years of experience,experience,years,typical years,yoe"
)
_GENERIC = _listed(
    "career careers ladder ladders matrix level levels leveling levelling framework frameworks "
    "competency competencies progression overview data sheet tab final draft copy export import "
    "template grid rubric skills skill all main table tabelle blatt feuil hoja summary readme "
    "expectations expectation tracks growth job index company our the of and by for a v file test "
    "input example sample document doc new rows columns wide long csv tsv xlsx json yaml"
)
_FAMILY_WORDS = _listed(
    "engineer engineers engineering developer developers development designer designers design "
    "product scientist scientists science data analyst analysts analytics manager managers sales "
    "marketing finance support operations ops security recruiting recruiter people hr legal "
    "backend frontend mobile platform infrastructure sre devops qa research researcher ml ai "
    "software hardware architect architects writer writers success consultant consultants"
)
_TRACK_WORDS = _listed(
    "track ic ics mgr individual contributor contributors management manager managers managerial "
    "people leadership leaders technical professional professionals expert specialist"
)


@lru_cache(maxsize=8192)
def normal(name: str) -> str:
    """A name without case, punctuation and camel case: "jobFamily:" is "job family"."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    return " ".join(re.findall(r"[^\W_]+", parted.casefold()))


def kind_of(name: str) -> str:
    """What stands under this name: "level", "family", "theme", "text" and so on; "" if unknown."""
    return _KIND.get(normal(name), "")


def is_dimension(name: str) -> bool:
    """True where the name is that of a dimension, whose text is one phrase."""
    return normal(name) in _DIMENSIONS


def is_generic(name: str) -> bool:
    """True for a name that says nothing of a family or a theme, such as "Sheet1", "Levels v2"."""
    return all(word in _GENERIC or _is_number(word) for word in normal(name).split())


def names_family(name: str) -> bool:
    """True where a word of the name is one that families of jobs have."""
    return bool(set(normal(name).split()) & _FAMILY_WORDS)


def names_track(name: str) -> bool:
    """True where every word of the name is one that tracks have: "Individual contributors"."""
    words = set(normal(name).split())
    return bool(words) and words <= _TRACK_WORDS | {"and", "the", "s"}


def _is_number(word: str) -> bool:
    return bool(re.fullmatch(r"[a-z]{0,9}?\d+", word)) and re.sub(r"\d", "", word) in {
        "",
        "v",
        "sheet",
        "tabelle",
        "tab",
        "blatt",
        "feuil",
        "hoja",
        "table",
        "q",
        "fy",
    }
