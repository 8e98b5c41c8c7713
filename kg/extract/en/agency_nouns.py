"""Words that make and unmake names of organisations in English: the tables behind the rules of agencies.py."""

from __future__ import annotations

from typing import Final


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Heads behind which "in" and a place belong to the name.
PLACED: Final = _words(
    """
    Association Chamber Consulate Consulate-General Court Embassy Office Union
    """
) | {"Consulate General"}
# Words before "Office" that make it one of several, in different places.
POSTED: Final = _words("Branch Commercial Cultural Liaison Promotion Regional Representative Trade")
# What stands before "Party" where it is an occasion: "Queen's Birthday Party".
CELEBRATED: Final = _words(
    "Anniversary Beach Birthday Carnival Christmas Cocktail Colour Costume Countdown Dance Dinner Farewell Flag Garden"
    " Halloween Pool Street Tea Welcome"
)
# Heads whose complement may be a list: "Ministry of Industry and Information Technology".
ENUMERATING: Final = _words(
    """
        Administration Ministry Department Directorate-General Chamber Federation Academy Institute Association Panel
    Committee Commission Bureau Society Office Council Board College School Subcommittee Centre Centers Faculty
    Institutes Corporation University Alliance Agency Foundation Coalition Directorate Division
    """
) | {"Leading Group", "Task Force", "Working Group"}
# Heads whose complement may itself be an organisation: "Office of the Government of ...".
NESTING: Final = frozenset(
    {"Office", "Court", "Directorate-General", "Unit", "Leading Party Members Group", "Leading Party Members' Group"}
)

# Heads of a part of the organisation named before them: "West Kowloon Cultural District Authority Board".
PARTS: Final = frozenset(
    {"Board", "Panel", "Committee", "Branch", "Group", "Working Group", "Task Force", "Subcommittee", "Sub-committee"}
)
# Nouns of organisations that begin the name of one of their parts: "Senate Finance Committee", and those that do so
# without a name of their own: "University Grants Committee".
CHAMBERS_BEFORE: Final = _words("Senate House Parliament")
SCHOOLS_BEFORE: Final = _words("College Hospital School University")
# Titles of people whom schools are called after: "Po Leung Kuk Madam Chan Wai Chow Memorial School".
PATRON_TITLES: Final = frozenset({"Madam", "Sir", "Lady", "Mrs", "Dr"})
# Heads that need more than a place before them: not "Hong Kong Bureau Chief".
NOT_JUST_PLACED: Final = _words(
    """
    Administration Board Branch Bureau Committee Company Department Group Party School
    """
)
# Words of laws and papers that a body may be for: "Centre for Medical Products Regulation".
TAUGHT: Final = _words("Code Framework Index Regulation Regulations Rules Survey System")
# Subjects that two of them name a university by: "University of Science and Technology".
SUBJECTS: Final = _words(
    "Aeronautics Agriculture Arts Business Economics Education Finance Law Medicine Politics Science Sciences Studies"
)
# Names of occasions: the body before them is still one.
OCCASIONS: Final = _words("Expo Exhibition Fair Session")
# Parts of a university whose name may end in its seat: "Faculty of Engineering at the University of Hong Kong".
SCHOOLS: Final = _words("Centre Department Faculty Institute School")
# What follows "House of".
CHAMBERS: Final = _words("Assembly Commons Councillors Delegates Lords Representatives")
# What stands before a noun of sites when it names a body all the same: "Marine Rescue Co-ordination Centre".
MISSIONS: Final = {
    noun: _words(
        "Adjudication Arbitration Co-ordination Coordination Mediation Rescue Resolution Response Research Warning"
    )
    for noun in ("Centre", "Center")
}
# What stands before a head noun that is an ordinary word otherwise: "Wong Tai Court" is a housing estate.
BEFORE: Final = {
    "Court": _words(
        """
        High District Supreme Federal Family Criminal Civil Commercial County Crown Juvenile Appeal
        Constitutional Coroner's Coroners' Magistrates' Children's People's Labour Maritime Patent Small
        """
    ),
    "Chamber": frozenset(),
    "Chambers": _words("Attorney-General's General's"),
    "Command": _words("Airport Boundary Cargo Fire Intelligence Investigation Maritime Operations Support Theatre"),
    "Exchange": _words(
        """
        Stock Emissions Metal Futures Mercantile Commodity Securities Options Gold Diamond Bullion
        """
    ),
    "Service": _words(
        "Aid Ambulance Customs Fire Flying Forest Health Immigration Inspection Intelligence Meteorological Police"
        " Postal Prison Protection Revenue Secret Security"
    ),
    "Force": _words("Air Border Defence Patrol Police"),
    "Unit": _words(
        """
        Affairs Analysis Appeal Assessment Audit Checking Command Compliance Complaints Coordination Co-ordination
        Crime Detection Duties Education Efficiency Enforcement Enquiry Enquiries Forensic Identification Information
        Inspection Intelligence
        Investigation Investigations Liaison Licensing Management Monitoring Operations Planning Policy Prevention
        Promotion Protection Registration Relations Rescue Research Response Screening Security Services Support
        Surveillance Tactical Testing Traffic Training Vetting
        """
    ),
    "Headquarters": _words("Regional"),
    "Congress": _words("People's National Jewish Youth Workers' Party"),
    "Garrison": _words("Kong Macao PLA Army Northern"),
    "Band": _words("Army Brass Central Customs Fire Immigration Military Navy Pipe Police Services Symphonic Wind"),
    "Club": _words(
        """
        Jockey Rotary Lions Football Golf Yacht Cricket Country Press Correspondents' Kong Kiwanis Athletic
        Rugby Sports Recreation Rowing Racing Automobile Turf Correspondents
        """
    ),
}
# Several bodies, which another one may follow.
SEVERAL_BODIES: Final = _words("Offices Departments Bureaux Councils Committees")
# What is named after a university and is none: "the Northern Metropolis University Town"
NEAR_UNIVERSITIES: Final = (" Town", " City", " Station", " Road")
# Names of companies that end in an ordinary plural: not behind "of" ("Minister of Plantation Industries").
PLURALS: Final = _words(
    """
    Airlines Airways Cruises Ferries Industries Motors Pharmaceuticals Properties Technologies Ventures
    """
)
# Roles that are also words of company names: "Hon Sing Realty Limited".
ROLES_IN_FIRMS: Final = _words(
    """
    Hon Principal Captain Governor Eng HE President Premier Permanent Chancellor
    """
)
# Lower-case words that may stand in front of a name and show that it begins there.
DETERMINERS: Final = _words("the The our its their former then an a THE this")

# Lower-case words inside names.
PARTICLES: Final = _words("de du des la le van von der den bin al e y")
# Words that end a name in a text set in capitals.
CAPITAL_STOPS: Final = _words(
    """
        AND AT ATTENDS BY FOR FROM HAS HAVE IN IS ARE JOINS MEET MEETS NEW OF ON OPENS OR OVER SAID THAT TO
    VISIT VISITED     VISITS WAS WERE WILL WITH
    """
)
# Words that begin the name of an event behind the name of its host: "Institution of Surveyors Annual Dinner".
EVENT_OPENERS: Final = _words(
    """
    Annual Anniversary Biennial Distinguished Gala Inaugural Inauguration Opening Online Summer Spring Autumn Winter
    """
)
# Words before an "of" inside a name: "Prince of Wales Hospital".
PATRONS: Final = ("Prince", "Princess", "Duke", "Duchess", "Friends", "Sisters", "Daughters", "Heart", "Church")
MONTHS: Final = _words(
    """
    January February March April May June July August September October November December
    """
)
# Capitalised words that open a sentence or a phrase and are no part of a name.
OPENERS: Final = _words(
    """
        A After Also Although Among An And Apart As At Before Former Besides Both But By Chaired Commissioned During
    Each     Following For Founded From Funded Given Having Her Here His However If In Inside Into It Its
    Jointly Later     Led Like Many Meanwhile Moreover My Near No Of On Other Our Over Photo
    Since So Some     Supported That The Their Then These They This Those Through To Together Today Tomorrow
    Under Until Upon Visited Visits We     What When Where Whether While Why With Within Without Yesterday You
    Your Second
    Third Fourth Fifth Sixth     Seventh Eighth Ninth Tenth Term Q A Question Reply Reporter NOTE Note I
    """
)
# How many of a body act, where they open a sentence: "Five Legislative Council Members".
COUNTS: Final = _words("Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Some Several")
# Capitalised words that name an office or address a person: no part of the name behind them.
ROLES: Final = _words(
    """
        Mr Mrs Ms Miss Dr Prof Professor Sir Madam Dame Lord Ir Hon HE Eng Captain Judge Chairman Chairperson
    Chairwoman Chairlady Chair Vice-Chairman Vice-Chairperson Deputy-Chairman Vice-President President Director
    Director-General Secretary Secretary-General Minister Commissioner Convenor Convener Member Members
    Ambassador Consul Registrar Controller Superintendent Inspector Officer Governor Mayor Premier Headmaster
    Principal Vice-Chancellor Chancellor Founder CEO Representative Permanent Ombudsman's Spokesman Acting
    Deputy Assistant Speaker Vice
    """
)
# Those of them that only a personal name follows.
PERSONAL_TITLES: Final = _words("Mr Mrs Ms Miss Dr")
# Adjectives and nouns that leave a head noun as general as it was: "the Working Group", "a Primary School".
GENERIC: Final = _words(
    """
        Action Annual Consular Diplomatic Leading Standing Summit Advisory Area Bills Board Branch Business Central City
    Consultative Consulting Coordinating     Co-ordinating County Development District Editorial Election
    Electoral Executive Expert Finance First Focus     Foreign General Governing Government Graduate Head High
    Higher Independent Initial Interim International     Investment Joint Judging Kindergarten Law Legislative
    Liaison Local Mainland Main Management Medical Member     Ministerial Municipal National New Organising
    Organizing Other Overseas Panel Parent Party Planning Police     Policy Political Post Preparatory
    Presidential Primary Private Project Provincial Public Ranking Regional     Relevant Representative Research
    Scrutiny Secondary Select Selection Senior Special Staff State Statutory     Steering Sub Supervisory Task
    Technical Third Trade Training Vetting Ward Working Age Ethnic Old Young Youth
    """
)
# Whole names that are names although every word is general.
NAMES_AFTER_ALL: Final = frozenset(
    (
        "High Court", "District Court", "Legislative Council", "Executive Council", "Post Office", "Regional Council",
        "Development Bureau", "Trade Department", "State Council", "Labour Party", "Law Society", "Election Committee",
        "Planning Department", "Medical Council", "Foreign Ministry", "Tender Board",
        "International Finance Corporation", "Police Training School", "State Department", "Finance Ministry",
        "Finance Committee",
        "Federal Foreign Office", "Foreign Office", "Central Bank",
    )
)  # fmt: skip
# A capitalised word behind a head that makes the whole another thing: a law, a building, a prize, a fund.
OTHER_THINGS: Final = _words(
    """
        Act Agreement Amendment Arena Auditorium Avenue Award Awards Bill Block Bridge Building Bus Bylaw Campus
    Centre     Centres Complex Cup Drive Estate Expo Exhibition Fair Field Fund Garden Gallery Ground Hall Hotel
    House Hub     Lane Library Club Programme Project Mansion Market Master Medal Museum Offices Ordinance Park
    Path Pier     Pitch Playground Plaza Pool Prize Racecourse Region Regulation Regulations Road Rules Scheme
    Scholarship     Ranking Rankings Index Survey Report Yearbook Scholarships Session Stadium Station Street
    Theatre Tower Trail Tunnel Ward Wing Bond Bonds Arrangement Arrangements Protocol Treaty
    Capital Charter Code Facility Form Framework Gazette Guarantee
    Guidelines Hotline Initiative Loan Notes Plan Platform Portal
    Article Articles Clause Annex Rate Rates System Website
    """
)
# Words before "of" that show that an organisation follows, whatever its name: "Chairman of Airbus".
LEADERS: Final = (
    "Chairman", "Chairperson", "Chairwoman", "Chairlady", "Chair", "Vice-Chairman", "Secretary-General",
    "Secretary General", "Chief Executive Officer", "CEO", "Managing Director", "Executive Director",
    "General Counsel", "Chief Investment Officer", "Chief Financial Officer", "Chief Operating Officer",
    "General Manager", "Executive Chairman", "Co-founder", "Founder", "Honorary President", "Company Secretary",
    "Managing Partner", "Artistic Director", "Headmaster", "Headmistress", "Trustees", "Trustee", "Curator",
)  # fmt: skip
# Last words of what is no organisation but an occasion or an undertaking: "Chairman of the Belt and Road Summit".
EVENTS: Final = _words(
    """
        Award Awards Banquet Ceremony Conference Congratulation Convention Cup Dialogue Dinner Fellowship Games
    Gala Luncheon     Meeting Prize Programme Project Scheme Seminar Submission Summit Symposium Team
    """
)
# Bodies that hold an occasion, and what they hold: "Council of the Norland Forum".
HOLDING: Final = _words("Council Committee Secretariat")
HELD: Final = _words("Conference Convention Expo Forum Games Prize Summit")
# Last words of realms: "Chief Executive of the Hong Kong Special Administrative Region".
REALMS: Final = _words("City District Kingdom Province Region Republic State States")
# Lower-case nouns before a name that say what it is: "the technology company Yidu Tech".
KINDS_OF_COMPANY: Final = (
    "company", "firm", "bank", "start-up", "startup", "airline", "enterprise", "newspaper", "charity", "retailer",
    "factory", "importer", "supplier", "distributor", "contractor", "broadcaster", "publisher", "law firm",
)  # fmt: skip
# What such a noun says of the name before it: "FinTech Norland, a fintech industry organisation".
KINDS_OF_BODY: Final = (
    *(kind for kind in KINDS_OF_COMPANY if kind not in ("factory", "newspaper")),
    *("organisation", "organization", "association", "think tank", "think-tank", "institution", "non-profit"),
)
# Words that number one of several bodies of a kind, and what is numbered so: "the Second Circuit Court".
ORDINALS: Final = _words("First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth")
NUMBERED: Final = _words("Court Hospital School")
# What is called after a body, in lower case: "a Forest School programme".
UNDERTAKINGS: Final = (" concept", " course", " programme", " project", " scheme")
# Organisations that are one capitalised word behind "the", and their names in the reference data.
# Those that stand without "the" too where they do something, and their names in the reference data.
ALONE: Final = {"Police": "Hong Kong Police Force", "Customs": "Customs and Excise Department"}
AFTER_THE: Final = {"Police": "Hong Kong Police Force", "Judiciary": "Judiciary"}
