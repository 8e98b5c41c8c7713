"""Tables about offices: the nouns that head a post, the words that may stand before and inside one."""

from __future__ import annotations

from typing import Final

# Nouns that head the name of an office, each with an example. Plurals are formed by rule.
HEADS: Final[dict[str, str]] = {
    "Secretary": "Secretary for Security",
    "Undersecretary": "Undersecretary of the Ministry of Culture",
    "Under-Secretary": "Under-Secretary of State for Trade",
    "Under-Secretary-General": "Under-Secretary-General of the United Nations",
    "Secretary-General": "Secretary-General of the Asia Infrastructure Forum",
    "Minister": "Minister of Commerce",
    "Vice-Minister": "Senior Vice-Minister of Economy, Trade and Industry",
    "Minister-in-charge": "Minister-in-charge of the Civil Service",
    "Counsellor": "Minister Counsellor of the Embassy",
    "Counselor": "Political Counselor of the Embassy",
    "Publisher": "Publisher of the Harbour Daily",
    "Attaché": "Commercial Attaché",
    "Commandant": "Commandant of the Fire Services Training School",
    "Chemist": "Government Chemist",
    "Supervisor": "School Supervisor",
    "Chaplain": "Police Chaplain",
    "Imam": "Imam of the Kowloon Mosque",
    "Premier": "Premier of New South Wales",
    "Vice-Premier": "Vice-Premier of the State Council",
    "Councillor": "State Councillor",
    "Councilor": "State Councilor",
    "Director": "Director of Marine",
    "Director-General": "Director-General of Trade",
    "Commissioner": "Commissioner of Police",
    "Commissioner-General": "Commissioner-General of the section",
    "Chairman": "Chairman of the Hong Kong Bar Association",
    "Chairwoman": "Chairwoman of the Board",
    "Chairperson": "Chairperson of the Women's Commission",
    "Chairlady": "Chairlady of the Federation",
    "Chair": "Vice Chair",
    "Co-Chairman": "Co-Chairman of the Summit",
    "Co-Chair": "Co-Chair of the Committee",
    "Vice-Chairman": "Vice-Chairman of the Sham Shui Po District Council",
    "Vice-Chairperson": "Vice-Chairperson of the Committee",
    "Vice-Chair": "Vice-Chair of the Board",
    "President": "President of the Law Society",
    "Vice-President": "Vice-President of the Society",
    "Governor": "Governor of Yunnan Province",
    "Vice-Mayor": "Vice-Mayor of Shanghai",
    "Vice-Director": "Vice-Director of the Office",
    "Vice-Governor": "Vice-Governor of Guangdong Province",
    "Mayor": "Vice Mayor of Shanghai",
    "Ambassador": "Ambassador of France to China",
    "Ambassador-at-large": "Ambassador-at-large",
    "Consul": "Honorary Consul of Chile",
    "Consul-General": "Consul-General of Japan in Hong Kong",
    "Envoy": "Special Envoy for Climate Change",
    "Representative": "Permanent Representative of China to the WTO",
    "Officer": "Law Officer (International Law)",
    "Manager": "General Manager",
    "Head": "Head of Asia Strategy",
    "Dean": "Dean of Engineering of HKU",
    "Provost": "Provost of HKUST",
    "Principal": "Principal of the college",
    "Headmaster": "Headmaster of French International School",
    "Headmistress": "Headmistress of the school",
    "Chancellor": "Chancellor of the Exchequer",
    "Vice-Chancellor": "Vice-Chancellor of HKU",
    "Pro-Chancellor": "Pro-Chancellor of OUHK",
    "Pro-Vice-Chancellor": "Pro-Vice-Chancellor of CUHK",
    "Rector": "Rector of the University of Macau",
    "Judge": "Chief Judge of the High Court",
    "Justice": "Chief Justice of the Court of Final Appeal",
    "Magistrate": "Chief Magistrate",
    "Recorder": "Recorder of the Court of First Instance",
    "Coroner": "Coroner",
    "Registrar": "Registrar of the Court of Final Appeal",
    "Administrator": "Judiciary Administrator",
    "Controller": "Controller, Centre for Health Protection",
    "Convenor": "Convenor of the Non-official Members of the Executive Council",
    "Convener": "Convener of the group",
    "Coordinator": "Northern Metropolis Coordinator",
    "Co-ordinator": "Northern Metropolis Co-ordinator",
    "Member": "Member of the Executive Council",
    "CEO": "Group CEO of the Lotus Corporation",
    "CFO": "CFO of the Lotus Corporation",
    "COO": "COO of the Lotus Corporation",
    "Founder": "Chairlady and Founder of Yidu Tech",
    "Co-Founder": "Co-Founder of the firm",
    "Partner": "Managing Partner",
    "Counsel": "General Counsel of Daehan Heavy Marine",
    "Commander": "Commander of the Garrison",
    "Commander-in-Chief": "Commander-in-Chief",
    "Commissar": "Political Commissar of the General Logistics Academy",
    "Chief-of-Staff": "Chief-of-Staff of the Garrison",
    "Chief-of-Office": "Chief-of-Office of the Mayor's Office",
    "Economist": "Government Economist",
    "Advisor": "Senior Advisor",
    "Adviser": "Chief Adviser",
    "Assistant": "Political Assistant to the Secretary for Justice",
    "Spokesman": "Spokesman of the Ministry",
    "Spokesperson": "Spokesperson for the Commission",
    "Archbishop": "Archbishop of Hong Kong",
    "Bishop": "Bishop of Hong Kong",
    "Archivist": "Archivist",
    "Curator": "Chief Curator (Art)",
    "Librarian": "Chief Librarian",
    "Surveyor": "Surveyor of Ships",
    "Treasurer": "Treasurer of the Heung Yee Kuk",
    "Superintendent": "Senior Superintendent of Police",
    "Inspector": "Chief Inspector of Police",
    "Constable": "Chief Constable",
    "Trustee": "Trustee of the Fund",
    "Ombudsman": "Ombudsman",
    "Senator": "New York State Senator",
    "Congressman": "Congressman for Washington",
    "Speaker": "Speaker of the House of Commons",
    "Leader": "Leader of the House",
    "Delegate": "Chief Delegate",
    "Auditor": "Auditor",
    "Attorney-General": "Attorney-General",
    "Solicitor-General": "Solicitor-General",
    "Governor-General": "Governor-General of Norland",
    "Postmaster-General": "Postmaster-General",
    "Auditor-General": "Auditor-General",
    "Solicitor": "Crown Solicitor",
    "Comptroller": "Comptroller of the Currency",
    "Engineer": "Chief Engineer",
    "Architect": "Government Chief Architect",
    "Physician": "Consultant Physician",
    "Consultant": "Consultant in Community Medicine",
    "Conductor": "Chief Conductor",
    "Editor": "Chief Editor",
    "Editor-in-Chief": "Editor-in-Chief",
    "Captain": "Captain Superintendent",
    "Steward": "Steward of the Jockey Club",
    "Analyst": "Chief Analyst",
    "Draftsman": "Law Draftsman",
    "Bailiff": "Chief Bailiff",
    "Prosecutor": "Chief Prosecutor",
    "Procurator-General": "Procurator-General",
    "Executive": "Chief Executive",
    "General": "Consul General of Sweden in Hong Kong",
    "Prosecutions": "Director of Public Prosecutions",
    "Professor": "Associate Professor of the Department of Social Work",
    "Patron": "Patron of the Lotus Foundation",
    "Chef de Mission": "Chef de Mission of the Delegation",
    "Chargé d'Affaires": "Chargé d'Affaires of the Embassy",
    "Chargé d’Affaires": "Chargé d’Affaires of the Embassy",
    "Chargé d'affaires": "Chargé d'affaires of the Embassy",
    "Charge d'Affaires": "Charge d'Affaires of the Embassy",
    "Aide-de-Camp": "Aide-de-Camp to the Governor",
    "Doyen": "Doyen of the Consular Corps",
    "Clerk": "Clerk to the Executive Council",
    "Warden": "Warden of the hall",
    "Prefect": "Prefect of the region",
    "Procurator": "Chief Procurator",
    "Statistician": "Chief Statistician",
    "Pathologist": "Chief Forensic Pathologist",
    "Actuary": "Government Actuary",
    "Sheriff": "Sheriff of London",
    "Marshal": "Chief Marshal",
    "Nuncio": "Apostolic Nuncio",
    "Strategist": "Chief Strategist",
    "Scientist": "Chief Scientist",
    "Academician": "Academician of the Harbour Academy of Sciences",
    "Accountant": "Chief Treasury Accountant",
    "Adjudicator": "Principal Adjudicator",
    "Biologist": "Chief Biologist",
    "Designer": "Chief Designer of the lunar programme",
    "Ecologist": "Chief Ecologist",
    "Geologist": "Chief Geologist",
    "Instructor": "Chief Instructor of the school",
    "Interpreter": "Chief Court Interpreter",
    "Lecturer": "Senior Lecturer of the Department of Law",
    "Master": "Chief Master",
    "Meteorologist": "Chief Meteorologist",
    "Minister-President": "Minister-President of Lower Norland",
    "Negotiator": "Chief Negotiator",
    "Nurse": "Chief Nurse",
    "Pastor": "Senior Pastor of the Harbour Church",
    "Pharmacist": "Chief Pharmacist",
    "Planner": "Chief Town Planner",
    "Printer": "Government Printer",
    "Producer": "Executive Producer",
    "Psychologist": "Senior Clinical Psychologist",
    "Rapporteur": "Special Rapporteur",
    "Referee": "Chief Referee",
    "Researcher": "Chief Researcher",
    "Scout": "Chief Scout",
    "Specialist": "Principal Specialist",
    "Technologist": "Chief Technologist",
    "Therapist": "Advanced Practice Occupational Therapist of the hospital",
    "Translator": "Chief Translator",
    "Vice-Consul": "Vice-Consul of Norland",
}

# "Executive" and "General" head an office only behind one of these.
BOUND_HEADS: Final[dict[str, frozenset[str]]] = {
    "Accountant": frozenset({"Chief", "Senior", "Treasury"}),
    "Adjudicator": frozenset({"Chief", "Principal", "Senior"}),
    "Designer": frozenset({"Chief"}),
    "Instructor": frozenset({"Chief", "Senior"}),
    "Interpreter": frozenset({"Chief", "Court"}),
    "Lecturer": frozenset({"Senior", "Principal", "Honorary"}),
    "Master": frozenset({"Chief", "Taxing", "Harbour"}),
    "Nurse": frozenset({"Chief", "Consultant", "Practice"}),
    "Planner": frozenset({"Chief", "Town"}),
    "Printer": frozenset({"Government"}),
    "Producer": frozenset({"Chief", "Executive", "Senior"}),
    "Psychologist": frozenset({"Chief", "Clinical", "Educational"}),
    "Referee": frozenset({"Chief"}),
    "Researcher": frozenset({"Chief", "Principal", "Senior"}),
    "Scout": frozenset({"Chief"}),
    "Specialist": frozenset({"Chief", "Payload", "Principal", "Senior"}),
    "Therapist": frozenset({"Occupational", "Speech"}),
    "Translator": frozenset({"Chief"}),
    "Justice": frozenset({"Chief", "Lord", "Associate"}),
    "Solicitor": frozenset({"Crown", "Official", "Treasury"}),
    "Professor": frozenset(
        {"Associate", "Assistant", "Chair", "Adjunct", "Clinical", "Honorary", "Visiting", "Distinguished", "Emeritus"}
    ),
    "Executive": frozenset({"Chief", "Group", "Deputy"}),
    "General": frozenset(
        {
            "Consul",
            "Consuls",
            "Solicitor",
            "Attorney",
            "Postmaster",
            "Auditor",
            "Surveyor",
            "Director",
            "Secretary",
            "Inspector",
            "Comptroller",
            "Registrar",
            "Governor",
            "Accountant",
            "Crown",
        }
    ),
}
# Words that head an office only before another, and that word: "Chief of Staff", "Deputy to the People's Congress".
FOLLOWED: Final[dict[str, str]] = {"Chief": "of", "Deputy": "to", "deputy": "to", "Professor": "of"}
NOT_ALONE: Final = frozenset({"Prosecutions", "Executive", "General", "Justice", "Solicitor"})

# Words before which a head names what somebody does at an occasion or has attained, no office.
NO_OFFICE: Final[dict[str, frozenset[str]]] = {
    "Speaker": frozenset({"Keynote", "Guest", "Plenary", "Featured", "Distinguished", "Invited", "Main", "Opening"}),
    "Counsel": frozenset({"Senior", "Queen's", "King's"}),
}

# Heads that may be printed in lower case in running text.
LOWER_HEADS: Final = frozenset(
    "chairman chairperson chairwoman chair vice-chairman vice-chairperson president vice-president member director"
    " secretary-general spokesman spokesperson spokeswoman convenor principal captain headmaster dean head patron"
    " commissioner minister ambassador governor mayor judge partner founder co-founder manager conductor"
    " secretary person-in-charge".split()
)
LOWER_MODIFIERS: Final = frozenset(
    "deputy vice founding senior executive general managing chief assistant honorary permanent co-founding"
    " board non-executive non-official independent ex-officio lay committee council".split()
)

# Lower-case words that may stand inside the name of an office.
CONNECTIVES: Final = frozenset("of for the and in to on de du des la & attached against its under cum".split())

# Words behind which "with" or "at" stands inside a name: "Association for Friendship with Foreign Countries", "United
# Nations Office at Vienna".
BEFORE_JOINT: Final = {
    "with": frozenset(
        "Children Contact Contacts Cooperation Co-operation Exchange Exchanges Friendship Liaison Persons People"
        " Relations Students Trade Women Youth".split()
    ),
    "at": frozenset({"Mission", "Office"}),
}

# Common nouns in which a described body may end: "Founder of medical technology company Yidu Tech".
BODY_NOUNS: Final = frozenset(
    "company firm group panel organisation organization bank start-up platform enterprise institute committee team"
    " board council association corporation plc".split()
)

BODIES: Final = frozenset(noun.capitalize() for noun in BODY_NOUNS) | {
    "Authority",
    "Commission",
    "Federation",
    "Force",
    "Office",
}
"""The same at the end of a name."""

# Words of rank that may stand before a name without being part of it: "Senior Superintendent Tang Ping-ming".
RANK_WORDS: Final = frozenset(
    "Senior Chief Assistant Acting Deputy Vice Principal Honorary Police Divisional Probationary Woman Alderman".split()
)

# Words that end with a full stop inside the name of a body: "Hakata Shokuhin Co., Ltd."
ABBREVIATED: Final = frozenset({"Co", "Ltd", "Inc", "Corp", "St", "Bros"})

FORMER: Final = frozenset("former then ex late outgoing immediate-past past retired onetime previous first".split())
FORMER_HEAD: Final = frozenset({"Former", "Then", "Ex", "Past", "Outgoing", "Retired", "Late"})

# Offices that stand alone, so that what is joined to them by "and" is a second post.
SELF_STANDING: Final = frozenset(
    {
        "Prime Minister",
        "Deputy Prime Minister",
        "Vice President",
        "Vice-President",
        "Premier",
        "Vice Premier",
        "Vice-Premier",
        "State Councillor",
        "State Councilor",
        "Chief Executive",
        "Financial Secretary",
        "Chancellor",
        "Lord Chancellor",
    }
)

# Ranks that are offices, so that "Deputy Director Huang Lanfa" gives a post.
OFFICE_RANKS: Final = frozenset(
    {
        "Senator",
        "Congressman",
        "Governor",
        "Ambassador",
        "Archbishop",
        "Bishop",
        "Cardinal",
        "Judge",
        "Minister",
        "President",
        "Premier",
        "Vice-Premier",
        "Vice-Minister",
        "Vice-Governor",
        "Vice-Mayor",
        "Mayor",
        "Commissioner",
        "Director",
        "Consul General",
        "Consul-General",
        "Secretary General",
        "Secretary-General",
        "Director General",
        "Director-General",
        "Attorney General",
        "Attorney-General",
        "CEO",
        "Chairman",
        "Minister of State",
        "Secretary of State",
        "Secretary",
        "Speaker",
        "Prime Minister",
    }
)

# Nouns of bodies that keep a possessive before a head: "Women's Commission Chairperson".
POSSESSED: Final = frozenset(
    "Commission Association Federation Union Office Bureau Committee Congress Society League Party Court Council"
    " Government".split()
)

MONTHS: Final = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday".split()
)
