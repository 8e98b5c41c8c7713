"""Graphs of any size in the shape of the contract, for tests and benchmarks of the page.

The same arguments give the same graph. Names and bodies are made of syllables; nobody is real. A few
officials meet very many, most meet few, as in the releases.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

import pyoxigraph as ox

from kg.vocab import DCTERMS, FOAF, INSTANCES, KG, OA, ORG, PROV, RDF, RDFS, SCHEMA, SKOS, XSD

SURNAMES = (
    "Au",
    "Bak",
    "Chai",
    "Dam",
    "Eng",
    "Fok",
    "Gan",
    "Hui",
    "Ip",
    "Jat",
    "Kok",
    "Lun",
    "Mok",
    "Nam",
    "Ong",
    "Pau",
    "Qin",
    "Rui",
    "Sek",
    "Tai",
    "Un",
    "Vong",
    "Wai",
    "Yik",
    "Zau",
)
GIVEN = (
    "Ka",
    "Man",
    "Yin",
    "Tsz",
    "Ho",
    "Lok",
    "Sum",
    "Wing",
    "Chi",
    "Kei",
    "Pui",
    "Yan",
    "Suet",
    "Fung",
    "Him",
    "Nok",
    "Oi",
    "Ping",
)
HAN = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
TOPICS = (
    "Harbours",
    "Libraries",
    "Tramways",
    "Orchards",
    "Lighthouses",
    "Weather",
    "Archives",
    "Bridges",
    "Parks",
    "Ferries",
    "Markets",
    "Maps",
)
KINDS = ("Meeting", "Meeting", "Meeting", "Meeting", "Visit", "Ceremony", "Conference", "Reception")
HOSTILE = "</script><script>document.title='owned'</script><b onmouseover=alert(1)>"


def store(officials: int, seed: int = 1, per_official: float = 4.0, hostile: bool = False) -> ox.Store:
    """A store with so many officials and about ``per_official`` ties for each."""
    graph = ox.Store()
    graph.bulk_extend(ox.Quad(*triple) for triple in _Maker(officials, seed, per_official, hostile).triples())
    return graph


Triple = tuple[ox.NamedNode, ox.NamedNode, ox.NamedNode | ox.Literal]


class _Maker:
    def __init__(self, officials: int, seed: int, per_official: float, hostile: bool) -> None:
        self.random = random.Random(seed)
        self.n = officials
        self.wanted = max(1, min(int(officials * per_official), officials * (officials - 3) // 2))
        self.hostile = hostile
        self.bodies = max(4, min(60, officials // 12))
        self.names = [self.name(i) for i in range(officials)]
        self.pairs: dict[tuple[int, int], set[str]] = {}

    def name(self, i: int) -> str:
        surname, first = SURNAMES[i % len(SURNAMES)], GIVEN[(i // len(SURNAMES)) % len(GIVEN)]
        second = GIVEN[(i // (len(SURNAMES) * len(GIVEN)) + i) % len(GIVEN)].lower()
        again = i // (len(SURNAMES) * len(GIVEN) * 4)
        return f"{surname} {first}-{second}" + (f" {GIVEN[again % len(GIVEN)]}{again}" if again else "")

    def triples(self) -> Iterator[Triple]:
        for body in range(self.bodies):
            yield from self.body(body)
        for i in range(self.n):
            yield from self.official(i)
        number = 0
        while len(self.pairs) < self.wanted:
            yield from self.release(number)
            number += 1
        for (a, b), grades in self.pairs.items():
            for grade in sorted(grades):
                yield node("official", str(a)), ox.NamedNode(grade), node("official", str(b))
                yield node("official", str(b)), ox.NamedNode(grade), node("official", str(a))

    def body(self, i: int) -> Iterator[Triple]:
        agency, post = node("agency", str(i)), node("post", str(i))
        topic = TOPICS[i % len(TOPICS)] + ("" if i < len(TOPICS) else f" {i // len(TOPICS)}")
        yield agency, term(RDF.type), term(KG.Agency)
        yield agency, term(RDFS.label), ox.Literal(f"Bureau of {topic}", language="en")
        yield agency, term(RDFS.label), ox.Literal(f"{HAN[i % len(HAN)]}務局", language="zh-Hant")
        yield agency, term(KG.jurisdiction), ox.Literal("HK" if i % 3 else "CN")
        yield post, term(RDF.type), term(ORG.Post)
        yield post, term(RDFS.label), ox.Literal(f"Secretary for {topic}", language="en")
        yield post, term(ORG.postIn), agency

    def official(self, i: int) -> Iterator[Triple]:
        person, tenure = node("official", str(i)), node("tenure", str(i))
        yield person, term(RDF.type), term(KG.Official)
        yield person, term(RDFS.label), ox.Literal(self.names[i], language="en")
        yield person, term(SKOS.altLabel), ox.Literal(self.names[i].upper(), language="en")
        if i % 3 == 0:
            zh = HAN[i % 22] + HAN[i // 22 % 22] + HAN[i // 484 % 22]
            yield person, term(RDFS.label), ox.Literal(zh, language="zh-Hant")
        yield person, term(FOAF.title), ox.Literal("Ms" if i % 2 else "Mr")
        yield tenure, term(RDF.type), term(KG.Tenure)
        yield tenure, term(ORG.member), person
        yield tenure, term(KG.post), node("post", str(i * 7 % self.bodies))
        yield tenure, term(ORG.organization), node("agency", str(i * 7 % self.bodies))
        yield tenure, term(KG.acting), ox.Literal("true" if i % 11 == 5 else "false", datatype=term(XSD.boolean))
        yield tenure, term(KG.firstSeen), ox.Literal("2023-01-09", datatype=term(XSD.date))
        yield tenure, term(KG.lastSeen), ox.Literal("2025-11-20", datatype=term(XSD.date))

    def someone(self) -> int:
        """Low numbers far more often than high ones, but everybody at times."""
        return int(self.n * self.random.random() ** (2.2 if self.random.random() < 0.6 else 1.0))

    def release(self, number: int) -> Iterator[Triple]:
        random = self.random
        first = self.someone()
        here = [first, *((first + random.randrange(-20, 21)) % self.n for _ in range(random.choice((0, 1, 2, 3))))]
        people = list(dict.fromkeys([first, self.someone(), *here]))
        if len(people) < 2:
            return
        kind = KINDS[number % len(KINDS)]
        principals = 2 if kind == "Meeting" else 1
        issued = date(2023, 1, 9) + timedelta(days=number * 1046 // max(1, self.wanted // 4) % 1046)
        release = node("release", f"G{number:06}")
        yield release, term(RDF.type), term(KG.Release)
        yield release, term(DCTERMS.identifier), ox.Literal(f"G{number:06}")
        title = HOSTILE if self.hostile and number % 2 == 0 else f"{self.names[people[0]]} and {self.names[people[1]]}"
        yield release, term(DCTERMS.title), ox.Literal(title, language="en")
        yield release, term(DCTERMS.issued), ox.Literal(issued.isoformat(), datatype=term(XSD.date))
        url = "javascript:alert(1)" if self.hostile and number % 2 else f"https://example.org/{number}.htm"
        yield release, term(SCHEMA.url), ox.Literal(url, datatype=term(XSD.anyURI))
        yield from self.event(number, kind, people, principals, issued, release)

    def event(
        self, number: int, kind: str, people: list[int], principals: int, issued: date, release: ox.NamedNode
    ) -> Iterator[Triple]:
        event, place = node("event", f"G{number:06}/1"), node("place", str(number % 40))
        verb = {"Meeting": "met", "Visit": "visited"}.get(kind, "attended")
        names = [self.names[i] for i in people]
        sentence = f"{names[0]} {verb} {names[1]} at Hall {number % 40} today (“{issued:%B} {issued.day}”)"
        sentence += f"; also there were {', '.join(names[2:])}." if names[2:] else "."
        yield event, term(RDF.type), term(KG.Event)
        yield event, term(RDF.type), ox.NamedNode(KG.BASE + kind)
        yield event, term(RDFS.label), ox.Literal(f"{names[0]} {verb} {names[1]}", language="en")
        yield event, term(SCHEMA.startDate), ox.Literal(issued.isoformat(), datatype=term(XSD.date))
        yield event, term(KG.status), term(KG.Held)
        yield event, term(SCHEMA.location), place
        yield place, term(RDF.type), term(KG.Place)
        yield place, term(RDFS.label), ox.Literal(f"Hall {number % 40}", language="en")
        yield from self.evidence(event, release, f"{number}/0", sentence, verb)
        for order, i in enumerate(people):
            role = KG.Principal if order < principals else KG.Attendee
            part = node("participation", f"G{number:06}/1/{i}")
            yield part, term(RDF.type), term(KG.Participation)
            yield part, term(KG.participant), node("official", str(i))
            yield part, term(KG.event), event
            yield part, term(KG.role), term(role)
            yield part, term(KG.inPost), node("post", str(i * 7 % self.bodies))
            if kind == "Meeting" and number % 2:  # the text gives sides: the odd ones are with the first
                yield part, term(KG.delegation), node("agency", str(people[order % 2] * 7 % self.bodies))
            yield from self.evidence(part, release, f"{number}/{order + 1}", sentence, self.names[i])
        self.tie(kind, people, principals)

    def evidence(self, about: ox.NamedNode, release: ox.NamedNode, key: str, text: str, exact: str) -> Iterator[Triple]:
        evidence, at = node("evidence", key), text.index(exact)
        yield about, term(PROV.wasDerivedFrom), evidence
        yield evidence, term(RDF.type), term(KG.Evidence)
        yield evidence, term(KG.inRelease), release
        yield evidence, term(OA.start), ox.Literal(at + 60)
        yield evidence, term(OA.end), ox.Literal(at + 60 + len(exact))
        yield evidence, term(OA.exact), ox.Literal(exact)
        yield evidence, term(OA.prefix), ox.Literal(text[:at])
        yield evidence, term(OA.suffix), ox.Literal(text[at + len(exact) :])
        yield evidence, term(KG.rule), ox.Literal("generated")

    def tie(self, kind: str, people: list[int], principals: int) -> None:
        for place, a in enumerate(people):
            for other, b in enumerate(people[place + 1 :], place + 1):
                grades = self.pairs.setdefault((min(a, b), max(a, b)), set())
                if kind == "Meeting" and place < principals:
                    grades.add(KG.met)
                    if other < principals:
                        grades.add(KG.metAsPrincipals)
                else:
                    grades.add(KG.coAttended)


def term(iri: str) -> ox.NamedNode:
    return ox.NamedNode(iri)


def node(kind: str, key: str) -> ox.NamedNode:
    return ox.NamedNode(f"{INSTANCES}{kind}/{key}")
