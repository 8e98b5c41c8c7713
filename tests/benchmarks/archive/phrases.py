"""What fills the releases beside names: occasions, places, topics and plain sentences of the house style, made up.

Plain sentences are put together from so many parts that few are twice in an archive: in the real releases that were
counted 1 in 25 is.
"""

from __future__ import annotations

from random import Random

PLACES = (
    "Government House",
    "the Central Government Offices",
    "the Hong Kong Convention and Exhibition Centre",
    "the Hong Kong City Hall",
    "the Hong Kong Cultural Centre",
    "Sha Tin Town Hall",
    "Tsuen Wan Town Hall",
)
OCCASIONS = (
    "Harbour Forum",
    "Annual Conference on Ageing",
    "Clean Shores Campaign",
    "Youth Skills Competition",
    "Book Week",
    "Green Building Conference",
    "Community Sports Day",
    "Logistics Seminar",
    "Road Safety Campaign",
    "Science Carnival",
)
TOPICS = (
    "strengthening co-operation in trade and logistics",
    "exchanges between young people of both places",
    "the development of green transport",
    "the prevention of floods in low-lying areas",
    "co-operation in health care and medical research",
    "the promotion of arts and sports in the community",
    "the recycling of waste and the saving of energy",
    "training for people who change their jobs",
)
_LEADS = (
    *("In addition, ", "Moreover, ", "During the period, ", "On the whole, ", "Apart from this, ", "To this end, "),
    *("In the first phase, ", "For most districts, ", "As in other places, ", "At the same time, ", "Meanwhile, "),
    *("Among these, ", "Over the past three years, ", "In the long run, ", "Under the plan, ", "Where needed, "),
)
_SUBJECTS = (
    *("the Government", "the working group", "the new facility", "the report", "the programme", "the study team"),
    *("the scheme", "a special task force", "the two funds", "the District Service Centres", "the Pilot Scheme"),
    *("the Youth Skills Programme", "the contractors concerned", "the Smart Harbour Blueprint", "the consultant"),
    *("each of the projects", "the number of cases", "the Green Fund", "the Action Plan", "some 40 organisations"),
    *("a total of 1 250 applications", "more than 60 per cent of the respondents", "the Hong Kong economy"),
    *("the Guangdong-Hong Kong-Macao Greater Bay Area", "the industry", "the Harbour Talent Scheme"),
)
_TELLING = (
    *("will continue to improve", "will step up", "will make full use of", "will further expand", "will look into"),
    *("has received comments on", "has held ten workshops on", "presents", "organised a campaign on"),
    *("will start to take forward", "is committed to the effective use of", "will join hands to enhance"),
    *("exchanged views with the trade on", "has called for greater care in", "will be in charge of"),
)
_PLAIN = (
    *("has completed a review of", "aims at raising", "attaches great importance to", "has earmarked funds for"),
    *("provides support for", "is collecting views on", "covers", "amounted to one-third of", "has strengthened"),
    *("sets out the arrangements for", "takes account of", "has put in place a mechanism for", "is closely related to"),
    *("has been a key part of", "monitors", "offers a wide range of", "has made good progress in", "works on"),
    *("has kept under review", "brings about", "was the main reason for", "is among the first to adopt"),
)
_QUALITIES = (
    *("high-quality", "people-based", "basic", "major", "cross-boundary", "long-term", "digital", "large-scale"),
    *("professional", "green", "innovative", "traditional", "low-carbon", "regional", "diversified", "modern"),
    *("additional", "temporary", "new", "essential", "local", "advanced", "practical", "affordable"),
)
_THINGS = (
    *("services", "transport interchanges", "training places", "measures", "maintenance works", "courses"),
    *("lifts", "business opportunities", "air quality standards", "technologies", "green spaces", "clinics"),
    *("learning materials", "community facilities", "financial products", "public housing estates", "markets"),
    *("guidelines", "data centres", "sports grounds", "food products", "cargo routes", "research projects"),
    *("care homes", "building plans", "water pipes", "library services", "art exhibitions", "job fairs", "licences"),
)
_FOR = (
    *("for elderly people", "for small and medium enterprises", "near schools", "in old buildings", "in Kowloon East"),
    *("for nurses and carers", "along busy roads", "in daily life", "for young people", "in the New Territories"),
    *("before the rainy season", "across the border", "of the Mainland and Hong Kong", "in Tuen Mun and Yuen Long"),
    *("for members of the public", "of the Belt and Road", "for the trade", "in the 18 districts", "in Tsuen Wan"),
)
_TAILS = (
    *(", so that more members of the public can benefit", ", in view of the comments made by the public"),
    *(", and details are available on the website", ", while keeping the cost at a reasonable level"),
    *(", in accordance with the established mechanism (see Annex)", ", an increase of 4.5 per cent over the past year"),
    *(" with a view to completing the work by the end of next year", ", as in the past few years"),
    *(" under the National 14th Five-Year Plan", ", which accounts for some $3.2 billion of the total"),
    *(" and the supply of land in the Northern Metropolis", ", in particular those with special needs"),
    *(", taking into account the needs of different groups", " through the Hong Kong Innovation Week"),
    *(", and of these about 70 per cent came from overseas", " in a safe, orderly and cost-saving manner"),
    *(', known as "Harbour Plus"', " on a trial basis for 12 months", ", including the use of electric vehicles"),
    *(" as one of the country's gateways", ", and the Government's policy on this is clear"),
)
_WITH_BODY = (
    *(" with the support of the ", ", according to the ", ", in collaboration with the ", " under the purview of the "),
    *(", after consulting the ", " as advised by the ", ", based on the figures of the ", " in partnership with the "),
)
_DATED = (
    *(" by {later}", " since {year}", " from {day} to {end}", " on {day}", " before {later}", " in {month}"),
    *(", as at {day}", ", from {later} onwards", " between {day} and {end}"),
)
_SHORT = (
    *("Admission is free", "Background", "Details are as follows", "The results are set out below", "Way forward"),
    *("The public may call 1823 for enquiries", "This is the third of its kind", "The figures are provisional"),
)
_SAID = (
    *("said that the work would go on as planned", "noted that much remained to be done"),
    *("expressed his thanks to all who had taken part", "hoped that more people would make use of the services"),
    *("added that the results were encouraging", "pointed out that the figures were better than expected"),
    *("stressed that safety came first", "thanked the staff for their hard work", "wished the programme every success"),
)
_FIRST_WORDS = (
    *("Harbour", "Lotus Bay", "Pacific", "Eastern", "Unity", "Victoria", "Silver Strand", "Lion Rock", "Bauhinia"),
    *("Dragon", "Phoenix", "Kowloon", "New Territories", "Pearl River", "South China", "Asian", "Hong Kong", "Global"),
    *("Golden", "Oriental", "Sunrise", "Evergreen", "Prosperity", "Cheung Hing", "Tai Fung", "Kwong Wah", "Wing Lok"),
)
_MIDDLE_WORDS = (
    *("Welfare", "Trade", "Youth", "Marine", "Environmental", "Nursing", "Engineering", "Heritage", "Logistics"),
    *("Education", "Sports", "Insurance", "Tourism", "Art", "Music", "Aviation", "Food", "Textile", "Medical"),
    *("Accounting", "Design", "Property", "Electronics", "Film", "Science", "Jewellery", "Catering", "Toys"),
)
_LAST_WORDS = (
    *("Association", "Federation", "Council", "Foundation", "Institute", "Society", "Limited", "Company Limited"),
    *("Chamber of Commerce", "Centre", "Committee", "University", "Union", "Holdings Limited", "Alliance", "Board"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)


def plain(random: Random, *, telling: bool, dated: bool, body: bool) -> tuple[str, str]:
    """A sentence that names nobody, without its full stop: what stands before the name of a body, and after it.

    ``telling`` has a word that events are told with, ``dated`` a date; without a ``body`` the second part is empty.
    """
    pick = random.choice
    if not (telling or dated or body) and random.random() < 0.25:
        return pick(_SHORT), ""
    leads = body and random.random() < 0.5
    before = pick(_LEADS) if random.random() < 0.25 else ""
    subject = "the " if leads else pick(_SUBJECTS)
    rest = f" {pick(_TELLING if telling else _PLAIN)} {pick(_QUALITIES)} {pick(_THINGS)} {pick(_FOR)}"
    if random.random() < 0.5:
        rest += f", {pick(_QUALITIES)} {pick(_THINGS)} and {pick(_QUALITIES)} {pick(_THINGS)} {pick(_FOR)}"
    if random.random() < 0.85:
        rest += pick(_TAILS)
    when = _dated(random) if dated else ""
    if leads:
        return _opened(before + subject), rest + when
    whole = _opened(before + subject) + rest
    return (whole + pick(_WITH_BODY), when) if body else (whole + when, "")


def said(random: Random, woman: bool) -> str:
    """What somebody said, after the name."""
    words = random.choice(_SAID)
    if random.random() < 0.5:
        words += random.choice(_TAILS)
    return words.replace(" his ", " her ") if woman else words


def made_up_body(random: Random) -> tuple[str, str]:
    """A body that no reference data know, and its abbreviation."""
    name = " ".join(random.choice(words) for words in (_FIRST_WORDS, _MIDDLE_WORDS, _LAST_WORDS))
    return name, "".join(word[0] for word in name.split() if word[0].isupper())


def _opened(words: str) -> str:
    return words[0].upper() + words[1:]


def _dated(random: Random) -> str:
    month, later = random.randrange(12), random.randrange(12)
    day, year = random.randrange(1, 15), random.randrange(1998, 2022)
    return random.choice(_DATED).format(
        day=f"{_MONTHS[month]} {day}",
        end=f"{_MONTHS[month]} {day + random.randrange(1, 14)}",
        later=f"{_MONTHS[later]} {random.randrange(1, 29)}, {year + 1}",
        month=f"{_MONTHS[later]} {year}",
        year=f"{_MONTHS[month]} {year}",
    )
