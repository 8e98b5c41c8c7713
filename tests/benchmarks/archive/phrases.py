"""What fills the releases beside names: occasions, places, topics and plain sentences of the house style, made up."""

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
_SUBJECTS = (
    "The Government",
    "The department",
    "The bureau",
    "The scheme",
    "The working group",
    "The new facility",
    "The report",
    "The programme",
)
_VERBS = (
    "will continue to improve",
    "has completed a review of",
    "aims at raising",
    "attaches great importance to",
    "is collecting views on",
    "has earmarked funds for",
    "will step up",
    "provides support for",
)
_OBJECTS = (
    "services for elderly people in all districts",
    "the quality of public transport interchanges",
    "measures against illegal parking near schools",
    "the maintenance of drains before the rainy season",
    "training places for nurses and carers",
    "the safety of lifts in old buildings",
    "the supply of land for small businesses",
    "air quality along busy roads",
    "the use of technology in daily services",
    "the number of trees along the waterfront",
)
_ENDS = (
    "so that more members of the public can benefit",
    "in view of the comments received during the consultation",
    "and details will be announced in due course",
    "while keeping the cost at a reasonable level",
    "in accordance with the established mechanism",
    "and some 3 000 applications have been received so far",
    "with a view to completing the work by the end of next year",
    "as in the past few years",
)
_SAID = (
    "said that the work would go on as planned",
    "noted that much remained to be done",
    "expressed his thanks to all who had taken part",
    "hoped that more people would make use of the services",
    "added that the results were encouraging",
)


def plain(random: Random) -> str:
    """A sentence that names nobody, without its full stop."""
    return " ".join(random.choice(words) for words in (_SUBJECTS, _VERBS, _OBJECTS)) + ", " + random.choice(_ENDS)


def said(random: Random, woman: bool) -> str:
    """What somebody said, after the name."""
    words = random.choice(_SAID)
    return words.replace(" his ", " her ") if woman else words
