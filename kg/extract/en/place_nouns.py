"""Words that make and unmake names of places in English: the tables behind the rules of places.py."""

from __future__ import annotations

from typing import Final


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


# Nouns that end the name of a venue: "Casa Garden Ballroom".
VENUES: Final = _words(
    """
    Academy Airport Arena Atrium Auditorium Ballroom Barracks Base Beach Botanical Boulevard Bridge Building
    Bypass Campus Castle Cathedral Cemetery Center Centre Chamber Chapel Church Clinic Clubhouse Club College
    Complex Compound Concourse Consulate Corner Court Courtyard Depot Estate Embassy Farm Foyer Gallery Garden
    Gardens Gateway Ground Guesthouse Hall Halls Harbourfront Headquarters Hospital Hostel Hotel House Hub
    Institute Lab Laboratory Library Lodge Lobby Lounge Mall Mansion Market Memorial Monastery Museum
    Observatory Office Offices Palace Park Parliament Pavilion Pier Place Playground Plaza Podium Pool Port
    Precinct Promenade Racecourse Reservoir Residence Resort Restaurant Room Ruins School Seminary Square
    Stadium Station Street Studio Studios Suite Temple Terminal Terrace Theatre Theater Tower Towers Track
    Tunnel University Velodrome Village Villa Wharf Wing Yard Zoo Point Zone Secretariat
    """
)
# Parts of the address of a venue that are no venue by themselves: "2/F, West Wing".
ADDRESS: Final = _words("Avenue Boulevard Lane Level Phase Road Street Tower Wing Floor Block")
# Those of them that teach something and something else: "Institute of Training and Development".
PLACES_OF_LEARNING: Final = _words("Academy College Institute School University")
# Those of them that say behind a dash what a name is that of: "TOUCH - Support Service Centre for Carers".
CENTRES: Final = _words("Center Centre Gallery Hall House Hub Library Museum Park Pavilion Theatre")
# Nouns that end the name of an occasion, a law, a document, not of a place.
OCCASIONS: Final = _words(
    """
    Law Segment Constitution Act Address Agenda Agreement Anniversary Assembly Award Awards Banquet Bill
    Briefing Budget Camp Carnival Celebration Celebrations Ceremony Championship Championships Colloquium
    Competition Conference Congress Convention Cup Day Development Dialogue Dinner Event Exhibition Expo
    Exposition Fair Festival Finale Forum Fund Gala Game Competitions E-Prix Games Gathering Initiative
    Inauguration Lecture Luncheon Marathon Meeting Meetings Night Opening Ordinance Parade Party Plan Premiere
    Presentation Programme Project Race Rally Reception Regatta Report Roundtable Scheme Seminar Session Show
    Memorandum Speech Strategy Summit Understanding Symposium Talk Tournament Week Workshop Year
    Biennale Biennial Triennale Triennial Concert Recital Olympics Paralympics Olympiad Hackathon Convocation Finals
    Masterclass Prix Sessions Webinar Retreat
    """
)
# Capitalised words after "in", "at" or "to" that are no place.
NOT_PLACES: Final = _words(
    """
    A An Phase Photo Annex Appendix Part Chapter Government President Council Parliament Members Secondary
    Primary Form Public Private Addition I
    """
)
# Zones of a city, whose name may stand behind theirs: "Nansha, Guangzhou".
ZONES: Final = _words("Futian Hengqin Luohu Nansha Qianhai Shekou Yantian")
# Languages: "in English", but "at the English Schools Foundation Hall".
LANGUAGES: Final = _words(
    "Arabic Cantonese Chinese English French German Japanese Korean Mandarin Portuguese Putonghua Russian Spanish Thai"
)
# Months and days: a name ends before them.
CALENDAR: Final = _words(
    """
    January February March April May June July August September October November December Monday Tuesday
    Wednesday Thursday Friday Saturday Sunday Christmas Easter
    """
)
# Capitalised words that begin a person or an office: an address ends before them.
ROLES: Final = _words(
    """
    Mr Mrs Ms Miss Dr Professor Prof Sir Madam Dame Lord Ir HE Hon Honourable Chairman Chairperson Chief
    Secretary Director Commissioner Minister Deputy Vice Acting Permanent Under President Consul Ambassador
    Governor Mayor Premier Prime Members Member Representatives Officials Photo Assistant Financial Judge
    """
)
# Islands whose name does not say that they are: "on Cheung Chau".
ISLANDS: Final = ("Cheung Chau", "Lamma", "Lantau", "Ma Wan", "Peng Chau", "Tap Mun", "Tsing Yi")
# Bodies whose seat stands behind "in": "Consul General of France in Hong Kong" tells no place of an event.
SEATED: Final = _words(
    """
    Affairs Association Chamber Commerce Commission Consul Consulate Embassy Federation General
    Government Industry Office Society Union Representative
    """
)
# Words between a preposition and a venue: "at our newly renovated Museum of Art".
BEFORE_VENUE: Final = (
    "the", "The", "THE", "a", "an", "his", "her", "its", "their", "our", "this", "new", "newly", "renovated", "nearby",
    "iconic", "historic", "beautiful", "magnificent", "opened", "completed", "wonderful", "revitalised", "splendid",
)  # fmt: skip
# Parts of the world larger than a country.
PARTS_OF_THE_WORLD: Final = (
    "Africa", "Asia", "Asia-Pacific", "Central Asia", "Chinese Mainland", "East Asia", "Eastern Europe", "Europe",
    "Gulf", "Latin America", "Mainland", "Mainland China", "Middle East", "North America", "Northern Europe", "Oceania",
    "South America", "South Asia", "Southeast Asia", "Western Europe",
)  # fmt: skip
# States and provinces behind a city, and short names of countries: "San Francisco, California".
STATES: Final = frozenset(
    {
        *("DC", "USA", "UK", "UAE", "China"),
        *("Arizona", "California", "Colorado", "Florida", "Georgia", "Hawaii", "Illinois", "Maryland", "Massachusetts"),
        *("Michigan", "Minnesota", "Missouri", "Nevada", "New Jersey", "New York", "North Carolina", "Ohio", "Oregon"),
        *("Pennsylvania", "Tennessee", "Texas", "Utah", "Virginia", "Washington", "Wisconsin"),
        *("Alberta", "British Columbia", "Manitoba", "Nova Scotia", "Ontario", "Quebec", "Saskatchewan"),
        *("New South Wales", "Queensland", "South Australia", "Tasmania", "Victoria", "Western Australia"),
        *("Bavaria", "Hesse", "Saxony"),
    }
)
# Lower-case words that may follow a place; before any other noun the name only describes it: "Hong Kong schools".
FOLLOWERS: Final = _words(
    """
    a about adjacent after again along also although amid among an and are around as at attended because before being
    beside between but by can could celebrating did do during earlier featuring focusing for from had has have he held
    here his hosted how if in including into is it its just last later led marking may must near next nor not now of on
    one onwards opposite or organised our outside over she should since so soon specialising still than the their then
    there they this through time to today together tomorrow tonight towards under until upon via was we were when
    where whether which while who whose will with within without would yesterday yet you
    """
)
# What is opened, launched or completed: "at the Grand Opening of the Kai Tak Campus".
OPENINGS: Final = _words("Opening Inauguration Completion Commissioning Ceremony Unveiling")
# Rooms in lower case before the building they are in: "at the ballroom of Government House".
ROOMS: Final = (
    "atrium",
    "auditorium",
    "ballroom",
    "chamber",
    "courtyard",
    "foyer",
    "garden",
    "lawn",
    "lecture theatre",
    "lobby",
)
# What may stand before them: "at the ground floor lobby of the Central Government Offices".
WHICH_ROOM: Final = (
    *("ground floor", "first floor", "ground-floor", "main", "grand", "front", "back", "east", "west", "open-air"),
    *("concert", "entrance"),
)
# The word before a preposition that makes it lead to a place: "visit to", "left for", "opening of".
LEADING: Final = {
    "to": _words(
        """
        visit visits trip trips mission missions delegation tour travel travels travelled travelling go goes going went
        proceed proceeds proceeding proceeded head heads headed fly flew flies came coming moved drove VISIT VISITS
        TRIP
        """
    ),
    "for": _words(
        "ceremony depart departs departed departing leave leaves left leaving head heads headed off LEAVE LEAVES LEFT"
    ),
    "of": _words("opening Opening inauguration Inauguration ceremony Ceremony completion site sites")
    | {*ROOMS, "theatre"},
}
