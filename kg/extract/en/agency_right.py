"""How far the name of an organisation reaches to the right of its head noun, and what makes it another thing."""

from __future__ import annotations

import re

from kg.extract.en.agency_heads import Head, Sort
from kg.extract.en.agency_names import HEAD_WORDS, RUN, Context
from kg.extract.en.agency_nouns import (
    ENUMERATING,
    EVENT_OPENERS,
    MONTHS,
    NESTING,
    OPENERS,
    PARTS,
    PERSONAL_TITLES,
    PLACED,
    POSTED,
    REALMS,
    ROLES,
    SCHOOLS,
    SUBJECTS,
)

_COMPLEMENT = re.compile(rf" (of|Of|for|on|in|against|Against) (the )?({RUN})")
_SEATED_IN = re.compile(
    rf" (in|to) (the )?((?:(?:{RUN} )?(?:Republic|Kingdom|State|Commonwealth|Sultanate|Principality|Federation) of"
    rf" (?:the )?)?{RUN})"
)
# "United Nations Office at Vienna"
_AT_CITY = re.compile(
    r"(?:(?<=United Nations Office)|(?<=\bUN Office)) (?:at|in) (?:[A-Z][a-z]+ )?[A-Z][a-z]+(?![\w'’-])"
)
_CHAIN = re.compile(rf" (?:of|to|for|from|through|with|in(?= [A-Z][a-z]+ing)) (?:the )?({RUN})")
_CHAIN_ON = re.compile(rf" (?:of|on|for) (?:the )?({RUN})")
_SET_UP_FOR = frozenset({"Task Force", "Working Group", "Group", "Committee"})
_TEACHING = SCHOOLS | {"Academy", "College", "University", "Society"}
_PEOPLES = frozenset({"People", "Women", "Children", "Workers", "Executive", "Administration"})
_ENUMERATION = re.compile(rf"((?:, {RUN})*?)(?P<serial>,)? (?:and|&) ({RUN})")
_LEGAL_TAIL = re.compile(r"(?: \([A-Z\d][\w ]+\))?(?: (?:Company|Co\.?|Holdings?|Group))?,? (?:Limited|Ltd)\b")
_GROUP = re.compile(r" Group\b(?! [A-Z])")
_NUMBER = re.compile(r" No\. ?\d+\b")  # "Harbour Welfare Institution No.1"
_STOPPED = re.compile(r"\.(?:,| [a-z])")
_REGIONS = frozenset(
    {
        "Africa",
        "East Asia",
        "North Africa",
        "South Asia",
        "Southeast Asia",
        "Pacific Islands",
        "Asia",
        "Caribbean",
        "Europe",
        "Latin America",
        "Middle East",
        "Pacific",
    }
)
_BRANCHED = frozenset({"College", "School"})
_BRANCH = re.compile(r" \((?:[A-Z][a-z]+ )+[A-Z][a-z]+\)")  # "Harbour Primary School (Lotus Bay)"
# "Norland Business Association (Oslo Chapter)"
_CHAPTER = re.compile(r" \((?:[A-Z][\w-]+ )+(?:Chapter|Branch|Section|Region|Division)\)")
_BRANCH_OF_PLACE = re.compile(rf", ({RUN}) (?:Chapter|Branch)\b")  # "Norland Business Association, Oslo Chapter"
# A second pair behind the first: "Vocational and Professional Education and Training".
_AND_FIELD = re.compile(
    r"(?<=Education|.Research|.Planning|..Science) and (?:Development|Innovation|Technology|Training)\b"
)
# Nouns of bodies that are also what a ministry is for: "Radio, Television and Tourism".
_ALSO_FIELDS = frozenset({"Administration", "Broadcasting", "Television", "Union"})
_AND_REGION = re.compile(rf" and the ({RUN})")
_DASHED_SEAT = re.compile(r" [-–—] (?:Hong Kong|Maca[ou]|China|Asia(?:[ -]Pacific)?)(?![\w'’-]| [A-Z])")
# "University of California, Berkeley": one of the universities of a state
_IN_SYSTEM = re.compile(
    r", (?:Berkeley|Davis|Irvine|Los Angeles|Merced|Riverside|San Diego|San Francisco|Santa Barbara|Santa Cruz)\b"
)
_CAMPUS = re.compile(rf" (?:at|in) the (?:(?:[A-Z][\w-]+ ){{1,3}}University|University of {RUN})")
_WHOLE_COMMITTEES = tuple(f"{kind} Committee" for kind in ("Standing", "National", "Municipal", "Provincial"))
_PREPARING = re.compile(r" (?:Preparatory (?:Office|Committee)|Secretariat)\Z")
# Whose organ it is belongs to the name: "Commission for Harbours of the CPC Central Committee".
_ABOVE = re.compile(
    r" of (?:the )?(?:State Council|(?:CPC|Communist Party of China) Central Committee"
    r"|Central Committee of the (?:CPC|Communist Party of China))\b(?! [A-Z])"
    r"| under the (?:Standing Committee of the )?National People['’]s Congress\b"
)
# Of which chamber a part is belongs to its name too: "Trade Committee of the House of Commons of the UK Parliament".
_OF_CHAMBER = re.compile(
    r" of the (?:House of (?:Commons|Lords|Representatives|Councillors)"
    r"(?: of the (?:[A-Z]\w+ ){1,2}(?:Parliament|Congress))?"
    r"|(?:[A-Z]\w+ ){0,2}(?:Parliament|Congress|Senate|(?:Legislative|National) (?:Assembly|Council)))\b(?! [A-Z])"
)
# "Ministry of Harbours of the Republic of Norland"
_OF_COUNTRY = re.compile(
    rf" of the (?:{RUN} )?(?:Republic|Kingdom|Commonwealth|Sultanate|Principality) of (?:the )?{RUN}"
)
# "Office of Port of Entry and Exit of the Harbour Municipal Government"
_OF_A_BODY = re.compile(rf" of {RUN}(?: and {RUN})? of (?:the )?({RUN})")
# "Bills Committee on Smoking (Public Health) (Amendment) Bill 2019"
_BILL = re.compile(rf"(?<=Bills Committee) on (?:the )?(?:{RUN})?(?: \([A-Z][\w ]+\))* Bill(?: \d{{4}})?\b")
_OFFICE_REACH = 30
_OF_THE_REGION = tuple(
    f"Government of the {region}"
    for region in (
        *("HKSAR", "Hong Kong SAR", "Hong Kong Special Administrative Region"),
        *("Hong Kong Special Administration Region", "Hong Kong Special Administrative Region (HKSAR)"),
    )
)
_AT_HOME = re.compile(r" (?:in|to) (?:the )?(?:Hong Kong|HKSAR|Macao|Macau|MSAR)\b")
_NEXT = re.compile(rf" ({RUN})")
_AND_NEXT = re.compile(rf" and ({RUN})")


def name_right(context: Context, head: Head, end: int, words_before: int) -> int:
    """Where a name ends that goes on behind its head noun: "of the X", "for X and Y", "in X"; else ``end``.

    ``words_before``: how many words of the name stand before the head.
    """
    text, at = context.text, end
    if head.word == "Customs" and text.startswith(" District", end):
        return end + len(" District")  # "Guangzhou Customs District"
    if head.word == "Committee" and (bill := _BILL.match(text, end)):
        return bill.end()
    if head.word in PARTS and words_before and (chamber := _OF_CHAMBER.match(text, end)):
        return chamber.end()
    if head.after and text.startswith(" ", end):
        end = _complements(context, head, end, words_before)
    if head.sort is Sort.OFFICIAL and (above := _ABOVE.match(text, end)):
        return above.end()
    if head.word in PARTS and end > at and (chamber := _OF_CHAMBER.match(text, end)):
        return chamber.end()
    if text.startswith((" International's ", " International’s "), end):
        end += len(" International")
    elif head.sort is Sort.BODY or text.startswith(" International", end):
        end = _namesake_city(context, end)
    if head.word == "Office" and (city := _AT_CITY.match(text, end)):
        end = city.end()
    if head.word in PLACED and (head.word != "Office" or _is_posted(text, at, end)):
        end = _seat(context, end)
    if text.endswith(" Hong Kong", 0, end) and text.startswith(", China", end):
        end += len(", China")  # "Sports Federation & Olympic Committee of Hong Kong, China"
    if end > at and head.word in SCHOOLS and (campus := _CAMPUS.match(text, end)):
        end = campus.end()
    if head.word == "University" and text.endswith("of California", 0, end) and (campus := _IN_SYSTEM.match(text, end)):
        end = campus.end()
    if head.sort is Sort.BODY and (seat := _DASHED_SEAT.match(text, end)):
        end = seat.end()  # "International Chamber of Harbours – Hong Kong"
    may_go_on = text[end : end + 1] in (" ", ",") and head.sort is not Sort.COMPANY
    if head.sort in (Sort.BODY, Sort.OFFICIAL) and (chapter := _CHAPTER.match(text, end)):
        end = chapter.end()
    elif head.sort in (Sort.BODY, Sort.OFFICIAL) and (branch := _BRANCH_OF_PLACE.match(text, end)):
        end = branch.end() if context.is_place(branch[1]) else end
    if head.word in _BRANCHED and (branch := _BRANCH.match(text, end)):
        end = branch.end()
    if head.sort is Sort.BODY and (numbered := _NUMBER.match(text, end)):
        end = numbered.end()
    if head.sort is Sort.COMPANY and _STOPPED.match(text, end):
        end += 1  # "Harbour Foods Co., Ltd. of Norland"
    if head.sort is Sort.COMPANY and (group := _GROUP.match(text, end)):
        end = group.end()  # "Harbour Holdings Group"
    tail = _LEGAL_TAIL.match(text, end) if may_go_on else None
    return tail.end() if tail else end


def _is_posted(text: str, head_end: int, end: int) -> bool:
    """Whether an office is that of somebody elsewhere, so that its seat names it: "Trade Office in London"."""
    if text.endswith(_OF_THE_REGION, head_end, end):
        return True  # "Office of the Government of the HKSAR in Beijing"
    words = text[max(0, head_end - _OFFICE_REACH) : head_end].split(" ")
    return words[-2:-1] != [] and (words[-2] in POSTED or _AT_HOME.match(text, end) is not None)


def _complements(context: Context, head: Head, end: int, words_before: int) -> int:
    text, first, open_head, realm = context.text, True, False, False
    while m := _COMPLEMENT.match(text, end):
        preposition, start = m.group(1).replace("Of", "of"), m.start(3)
        if not first and head.sort is Sort.OFFICIAL and (country := _OF_COUNTRY.match(text, end)):
            return country.end()
        if preposition == "in" or preposition not in head.after:
            break
        if (
            head.sort is not Sort.COMPLEMENT
            and head.word not in PARTS
            and preposition == "on"
            and first
            and words_before > 1
        ):
            break  # "the views of the Equal Opportunities Commission on the review"
        if head.word not in PARTS and preposition != "of" and not first and head.word != "Council":
            break
        stop = _trim(context, head, start, m.end())
        run = text[start:stop]
        opening = run.split(" ")[0]  # "Administration of Government Services" is of no Government
        about = preposition in ("on", "for") and head.word in PARTS  # "Panel on Administration of Justice"
        is_subject = run == "Exchange" or (about and run == "Administration")
        nested = not is_subject and (
            run.split(" ")[-1] in HEAD_WORDS or (opening in HEAD_WORDS and opening != "Government")
        )
        if head.word in _TEACHING and run.endswith(" Administration") and first:
            nested = False  # "Academy of Harbour Administration"
        if head.word in _SET_UP_FOR and preposition == "on" and first and run.split(" ")[0] in HEAD_WORDS:
            return _chained(context, head, m.end())  # "Task Force on the Commission on Harbours"
        is_whole = first and nested and text.endswith(_WHOLE_COMMITTEES, 0, end)
        if is_whole and not run.endswith(" Committee"):
            return stop  # "Standing Committee of the Norland People's Congress"
        if _is_adjective(context, run.split(" ")[-1], stop):
            break
        if first and _PREPARING.search(run) and not m.group(2):
            return stop  # "Organization for Harbours Preparatory Office"
        if stop == start or (nested and not (head.word in NESTING and preposition == "of")):
            break
        if not first and head.word in NESTING and not nested and (whole := _OF_A_BODY.match(text, end)):
            return whole.end() if whole.group(1).split(" ")[-1] in HEAD_WORDS else end
        if (
            not first
            and preposition == "of"
            and not nested
            and not (open_head or realm)
            and not _regional(context, run)
        ):
            break
        if not first and (office := _AND_NEXT.match(text, stop)) and office.group(1).split(" ")[-1] in HEAD_WORDS:
            break  # "of the Hong Kong and Macao Affairs Office"
        if stop == m.end():
            stop = _enumeration(context, head, start, stop)
        end, first, open_head, realm = stop, False, nested, run in REALMS
        if preposition in ("for", "on"):
            while (c := _CHAIN.match(text, end)) and not _stops(context, c.group(1), c.start(1)):
                if c.group().startswith(" of the ") and _is_short(context, c.group(1)):
                    break
                end = _enumeration(context, head, c.start(1), c.end())
    return end


def _is_short(context: Context, run: str) -> bool:
    """Whether the abbreviation of another body is named: "Centre for Harbour Protection of the DH"."""
    return len(run) > 1 and run.isalpha() and run.isupper() and not context.is_place(run)


def _chained(context: Context, head: Head, end: int) -> int:
    """The end of the name of a body of which ``end`` ends the noun: "Commission on Harbours"."""
    m = _CHAIN_ON.match(context.text, end)
    return _enumeration(context, head, m.start(1), m.end()) if m else end


def _regional(context: Context, run: str) -> bool:
    """Whether a second complement is where the body is: "Department of Culture of Guangdong Province"."""
    return context.is_place(run) or run.split(" ")[-1] in {"Province", "City", "Region", "Municipality", "State"}


def _trim(context: Context, head: Head, start: int, stop: int) -> int:
    """Cut a run of capitalised words where an office, a person, a possession or an event begins."""
    text = context.text
    at = start
    while at < stop:
        space = text.find(" ", at, stop)
        end = space if space >= 0 else stop
        word = text[at:end]
        if (
            (word in ROLES and (head.word != "Office" or word in PERSONAL_TITLES))
            or word in OPENERS
            or word in EVENT_OPENERS
        ):
            return _without_apostrophe(text, max(start, at - 1))
        if (
            head.word == "University"
            and at > start
            and word in SCHOOLS
            and end == stop
            and text.startswith((" of ", " for "), stop)
        ):
            return at - 1  # "University of Norland Faculty of Medicine"
        if context.person_at(at) or (word in MONTHS and text[end + 1 : end + 2].isdigit()):
            return _without_apostrophe(text, max(start, at - 1))
        if word.endswith(("'s", "’s")) and (word[:-2] not in _PEOPLES or end == stop):
            return end - 2
        at = end + 1
    return _without_apostrophe(text, stop)


def _without_apostrophe(text: str, stop: int) -> int:
    return stop - 1 if text[stop - 1] in "'’" else stop


def _stops(context: Context, run: str, at: int) -> bool:
    words = run.split(" ")
    return words[0] in ROLES or words[0] in MONTHS or context.person_at(at) is not None or words[-1] in HEAD_WORDS


def _enumeration(context: Context, head: Head, start: int, stop: int) -> int:
    """The end of "Health, Labour and Welfare" or "Trade and Industry" behind a head that takes such lists."""
    text = context.text
    if head.word not in ENUMERATING:
        return stop
    if head.word == "University" and text[text.rfind(" ", 0, stop) + 1 : stop] not in SUBJECTS:
        return stop
    m = _ENUMERATION.match(text, stop)
    if not m and (region := _AND_REGION.match(text, stop)) and {text[start:stop], region.group(1)} <= _REGIONS:
        return region.end()
    if not m or (m["serial"] and not m.group(1)):
        return stop
    last = m.group(3)
    of_places = last.endswith(" Affairs") or _begins_with_place(context, last)
    if context.is_place(text[start:stop]) and not of_places:
        return stop
    parts = [part for part in m.group(1).split(", ") if part] + [last]
    for part in parts:
        words = part.split(" ")
        if (
            not (HEAD_WORDS - _ALSO_FIELDS).isdisjoint(words)
            or words[0] in ROLES
            or words[0] in OPENERS
            or (context.is_place(part) and not of_places)
        ):
            return stop
    if m.group(1) and head.word in ("Chamber", "Association", "Institute", "Academy", "College", "School"):
        return stop
    if context.person_at(m.start(3)):
        return stop
    end = _trim(context, head, m.start(3), m.end())
    second = _AND_FIELD.match(text, end) if " " in last and not m.group(1) else None
    return second.end() if second else end


def _begins_with_place(context: Context, run: str) -> bool:
    """Whether a place and more are named, as in "Federation of Hong Kong and Kowloon Labour Unions"."""
    words = run.split(" ")
    return any(context.is_place(" ".join(words[:count])) for count in range(1, len(words)))


def _namesake_city(context: Context, end: int) -> int:
    """The end of a place right behind the head: "Imperial College London"."""
    m = _NEXT.match(context.text, end) if context.text[end + 1 : end + 2].isupper() else None
    return m.end() if m and (context.is_place(m.group(1)) or m.group(1) == "International") else end


def _seat(context: Context, end: int) -> int:
    """The end of "in Hong Kong and Macao" behind an office, a chamber or a consulate; of "to Hong Kong" too."""
    m = _SEATED_IN.match(context.text, end)
    if not m or (m.group(1) == "to" and not context.is_place(m.group(3))):
        return end
    words = m.group(3).split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if context.is_place(name):
            stop = m.start(3) + len(name)
            more = _AND_NEXT.match(context.text, stop)
            return more.end() if more and context.is_place(more.group(1)) else stop
    if " of " in m.group(3):
        return m.end()  # "Embassy of Norland in the Republic of Lotus"
    barred = words[0] in MONTHS or words[0] in OPENERS or _is_adjective(context, words[-1], m.end())
    return end if barred or len(words) > 2 else m.end()


def _is_adjective(context: Context, word: str, end: int) -> bool:
    """Whether a nationality stands before a noun in lower case: "in the Indonesian capital"."""
    text = context.text
    is_adjective = word.casefold() in context.nationalities and not context.is_place(word)
    return is_adjective and text.startswith(" ", end) and text[end + 1 : end + 2].islower()
