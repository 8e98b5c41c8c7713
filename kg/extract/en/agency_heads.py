"""Nouns that end (or begin: "Office of ...") the names of organisations in English.

Each row of :data:`HEADS` has an example that the tests run. A noun that is missing here is one row away.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Sort(StrEnum):
    """How much a head noun proves by itself."""

    OFFICIAL = "official"  # "and" and commas may stand inside the name: "Culture, Sports and Tourism Bureau"
    BODY = "body"  # one specific word before it is enough: "Harbour Heritage Foundation"
    WEAK = "weak"  # also an ordinary word: two specific words before it, nothing capitalised after it
    COMPLEMENT = "complement"  # only with what follows it: "Centre for Food Safety"
    SEATED = "seated"  # only behind a place: "Shenzhen Customs"
    COMPANY = "company"  # a legal form or the like, ends the name: "Chan Kee Land Limited"
    FRONT = "front"  # begins the name: "Association Culturelle France - Hong Kong"


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun; ``after`` are the prepositions that may continue the name behind it."""

    word: str
    sort: Sort
    after: tuple[str, ...]
    example: str


def _rows(sort: Sort, after: str, table: str) -> tuple[Head, ...]:
    """One head for each line "noun: example"."""
    rows = (line.split(": ", 1) for line in table.strip().splitlines())
    return tuple(Head(noun.strip(), sort, tuple(after.split()), example.strip()) for noun, example in rows)


HEADS: Final = (
    *_rows(
        Sort.OFFICIAL,
        "of for on Against",
        """
        Bureau: Culture, Sports and Tourism Bureau
        Directorate-General: Directorate-General of Harbour Affairs
        Department: Food and Environmental Hygiene Department
        Ministry: Ministry of Foreign Affairs
        Commission: Innovation and Technology Commission
        Council: Elderly and Retirement Council
        Committee: Constitution and Basic Law Promotion Steering Committee
        Secretariat: Legislative Council Secretariat
        Office: Antiquities and Monuments Office
        Tribunal: Labour and Lands Tribunal
        """,
    ),
    *_rows(Sort.OFFICIAL, "", "Board: Harbour Heritage Board"),
    *_rows(Sort.OFFICIAL, "", "Command: Land Boundary Command"),
    *_rows(Sort.BODY, "", "Chambers: Norland Attorney-General's Chambers"),
    *_rows(Sort.WEAK, "of", "Exchange: Norland Stock Exchange"),
    *_rows(Sort.WEAK, "of on", "Group: Saudi Bourse Group"),
    *_rows(Sort.WEAK, "of", "Club: Hong Kong Jockey Club"),
    *_rows(Sort.WEAK, "", "Band: Norland Police Band"),
    *_rows(Sort.SEATED, "", "Customs: Shenzhen Customs"),
    *_rows(Sort.SEATED, "", "Police: Macao Police"),
    *_rows(Sort.WEAK, "of", "Unit: Norland Liaison Unit"),
    *_rows(Sort.WEAK, "", "Headquarters: Norland North Regional Headquarters"),
    *_rows(Sort.WEAK, "of", "Service: Norland Food Inspection Service"),
    *_rows(
        Sort.BODY,
        "of for on Against",
        """
        Academy: Viet Nam Academy of Applied Sciences
        Administration: General Administration of Customs
        Agency: Public Pension Agency
        Alliance: Swiss National Alliance of Asset Managers
        Assembly: Northern Regional Assembly
        Association: Hong Kong Bar Association
        Authority: Abu Dhabi Securities Authority
        Bank: Regional Bank of Ile-de-France
        Chamber: Kowloon Chamber of Trade
        Coalition: Harbour Development Coalition
        College: St Barnabas' College
        Conservatory: Harbour Conservatory
        Consulate: Consulate of Norland
        Consulate General: Consulate General of France in Hong Kong
        Consulate-General: Consulate-General of Norland
        Constabulary: Norland Constabulary
        Cooperative: Lotus Farmers Cooperative
        Corporation: Hong Kong Science and Technology Parks Corporation
        Corps: Harbour Rescue Corps
        Court: Court of First Instance of the High Court
        Embassy: Embassy of Norland
        Federation: Sports Federation of the New Territories
        Foundation: Harbour Heritage Foundation
        Garrison: Northern Garrison
        Guild: Harbour Pilots Guild
        Hospital: Lotus Memorial Hospital
        Inspectorate: Northern Veterinary Inspectorate
        Institute: Institute of Harbour Pilots
        Institution: Lotus Welfare Institution
        Institutet: Karolinska Institutet
        Kindergarten: Lotus Kindergarten
        Leading Party Members Group: Leading Party Members Group of the Harbour Congress
        Leading Party Members' Group: Leading Party Members' Group of the Harbour Congress
        Leading Group: Leading Group on Hong Kong and Macao Affairs
        League: Football League
        Magistracy: Harbour Magistracy
        Magistrates' Courts: Harbour City Magistrates' Courts
        Observatory: Hong Kong Observatory
        Organisation: Norland Standards Organisation
        Organization: World Customs Organization
        Parliament: Norland Parliament
        Party: Harbour Liberal Party
        Polytechnic: Norland Polytechnic
        Registry: Companies Registry
        School: King George VI School
        Senate: Norland Senate
        Society: Law Society of Singapore
        Sub-committee: Harbour Sub-committee
        Subcommittee: Subcommittee on Harbour Studies
        Syndicate: Harbour Pilots Syndicate
        Task Force: Harbour Development Task Force
        Union: Hong Kong Students' Union in Beijing
        University: University of Hong Kong
        Working Group: Working Group on Patriotic Education
        """,
    ),
    *_rows(
        Sort.WEAK,
        "on",
        """
        Ballet: Norland National Ballet
        Branch: Police Public Relations Branch
        Choir: Norland Children's Choir
        Coast Guard: Norland National Coast Guard
        Collective: Hong Kong String Collective
        Company: Marshall Trading Company
        Congress: National People's Congress
        Congress Party: Norland Congress Party
        Ensemble: Harbour Wind Ensemble
        Force: Hong Kong Police Force
        Medical Center: Hong Kong Lotus Medical Center
        Medical Centre: Hong Kong Lotus Medical Centre
        Opera: Norland National Opera
        Orchestra: Hong Kong Philharmonic Orchestra
        Panel: Harbour Arbitration Panel
        Philharmonic: Norland National Philharmonic
        Quartet: Harbour String Quartet
        Sinfonietta: Hong Kong Sinfonietta
        Symphonia: Hong Kong Youth Symphonia
        Theatre Company: Harbour Theatre Company
        Troupe: Norland Acrobatic Troupe
        Trust: Hong Kong Jockey Club Charities Trust
        """,
    ),
    *_rows(
        Sort.COMPLEMENT,
        "on for of",
        """
        Centre: Ming Wai Lau Centre for Reparative Medicine
        Faculty: Faculty of Harbour Studies
        Confederation: Confederation of Northern Industries
        Center: Center for Harbour Studies
        Centers: Norland Centers for Disease Control and Prevention
        House: House of Commons
        Institutes: Norland Institutes of Harbour Science
        """,
    ),
    *_rows(
        Sort.COMPANY,
        "",
        """
        & Co: Morgan Pierce & Co
        AG: Julius Hartmann Holding AG
        Airlines: Norland Airlines
        Airways: Harbour Pacific Airways
        Bhd: Lotus Palm Bhd
        Broadcasting: Lotus Broadcasting
        Capital Partners: Johnson Sun Capital Partners
        Consultancy: Lotus Consultancy
        Corp: Lotus Harbour Corp
        Cruises: Lotus Cruises
        Ferries: Star Silvester Ferries
        GmbH: Lotus Optik GmbH
        Holding: Lotus Group Holding
        Holdings: Lotus Harbour Holdings
        Inc: Lotus Harbour Inc
        Industries: Lotus Heavy Industries
        LLC: Lotus Harbour LLC
        LLP: Alice Fairweather LLP
        Limited: Sham Chun Estates (Hong Kong) Limited
        Ltd: Hon Sing Realty Ltd
        Motors: Lotus Motors
        PJSC: Lotus Properties PJSC
        PLC: Lotus Harbour PLC
        Pharmaceuticals: Lotus Harbour Pharmaceuticals
        Plc: Lotus Harbour Plc
        Television: Lotus Satellite Television
        Properties: Lotus Harbour Properties
        Technologies: Lotus Harbour Technologies
        Ventures: Lotus Harbour Ventures
        plc: Lotus Harbour plc
        """,
    ),
    *_rows(
        Sort.FRONT,
        "",
        """
        Association: Association Culturelle France - Hong Kong
        Banque: Banque Nationale
        Compagnie: Compagnie du Port
        Fondation: Fondation Lotus
        Institut: Institut Pasteur
        Invest: Invest Norland
        Studio: Studio Wayne McGregor
        Universidad: Universidad Lotus
        Universidade: Universidade de Lotus
        Universiti: Universiti Lotus
        Universität: Universität Lotus
        Université: Université de Lotus
        """,
    ),
)

ANY: Final = Head("", Sort.BODY, (), "")
"""A name without a noun that heads it, of which the words to the left are read."""
