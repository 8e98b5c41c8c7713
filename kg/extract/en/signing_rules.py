"""The ways in which a release tells that something was signed, by whom, and who saw it."""

from __future__ import annotations

from typing import Final

from kg.extract.en.patterns import rule

_PAPER: Final = (
    r"(?:MOUs?|MoUs?|[Mm]emorand\w+|[Aa]greements?|[Dd]ocuments?|[Dd]eclaration|[Pp]rotocol|[Cc]ontract"
    r"|[Ll]etter of [Ii]ntent|[Aa]rrangement|[Cc]ommuniqu[eé]|[Tt]reaty|[Aa]ccord|[Pp]act"
    r"|(?<=the )Supplement|(?<=the )Amendment|[Cc]o-operation [Pp]lan|[Ff]ramework|[Jj]oint [Ss]tatement|[Cc]harter"
    r"|[Mm]inutes of|[Rr]ecord of|[Ll]etters? of|[Cc]o-operation [Dd]ocuments?|[Pp]lan of action|[Cc]onvention on"
    r"|agreed [Mm]inutes|(?<=exchanged )(?:letters|notes))"
)

SIGNED_BY: Final = rule(
    "signed",
    r"\b(?:was|were|is|will be) {ADV}"
    r"(?:(?:co-)?signed|(?:concluded|initialled|sealed)(?= [^.;\ue000]{0,40}?between \ue000)) {ADV}(?:on <D> "
    r")?(?:(?:in|at) [^.;\ue000\ue002]{2,60}? )?{ADV}(?:by"
    r"|between) {ADV}<P:who>"
    r"(?:[^.;\ue000]{0,160}?,? and by {ADV}<P:also>"
    r"|(?:,? (?:on behalf of|representing|for) [^.;\ue000]{2,160}?)?[,;]? and {ADV}<P:and>)?",
    ("signed", "concluded", "initialled", "sealed"),
    "The agreement was signed by Mr Lau Kam-wing",
)
SIGNED_PLAIN: Final = rule(
    "signed",
    r"\b(?:Memorandum|Agreement|agreement|MOU|MoU|Arrangement|arrangement)\b[^.;]{0,200}? (?:was|were) "
    r"(?P<verb>signed|concluded)",
    ("signed", "concluded"),
    "A Memorandum of Understanding was signed",
)
SIGNED: Final = rule(
    "signed",
    r"\b(?P<verb>sign(?:ed|s)?|[Ss]igning(?! (?:of|ceremony))|initial(?:led|s)|ink(?:ed|s)|enter(?:ed|s) into"
    r"|put (?:his|her|their) signatures? to|put pen to paper on"
    r"|exchanged(?= (?:signed )?(?:letters|notes|agree|docu|memo|Memo|MO|Mo))"
    r"|concluded(?= (?:an?|the) (?:[\w-]+ ){0,3}?(?i:agree|memo|arrange|treaty))),? {ADV}[^.;\ue000]{0,160}?{PAPER}",
    ("sign", "initial", "inked", "inks", "entered into", "enters into", "exchanged", "concluded", "pen to paper"),
    "Mr Lau Kam-wing signed a Memorandum of Understanding",
    PAPER=_PAPER,
)
SIGNING_SEEN: Final = rule(
    "signing-seen",
    r"\bwitness(?:ed|es)? (?P<verb>the signing of) [^.;\ue000]{3,200}? (?:by|between) {ADV}<P:who>"
    r"(?: and (?:by )?<P:also>)?",
    ("the signing of",),
    "He witnessed the signing of a letter of intent by Mr Noh Jin-kyu and Mr Woo",
)
SIGNED_WITH: Final = rule(
    "role-signatory",
    r"\b(?:[Ss]ign(?:ed|s|ing)?|initial(?:led|s)|ink(?:ed|s)|enter(?:ed|s) into|signatures? to|exchanged"
    r"|concluded) [^.;\ue000]{0,200}? with "
    r"(?:(?:the |his |her )?(?=[A-Z])[^.;\ue000\ue002]{3,120}?, )?<P:who>(?!,? as (?:an? |the )?witness)",
    ("sign", "initial", "inked", "inks", "entered into", "enters into", "exchanged", "concluded"),
    "Mr Lau Kam-wing signed an agreement with Ms Kitty Sham",
)
REPRESENTED: Final = rule(
    "role-signatory",
    r"represented by {ADV}<P:who>",
    ("represented by",),
    "The bureau was represented by Mr Lau Kam-wing",
)
SIGNS_TOO: Final = rule(
    "role-signatory",
    r"(?:and|while|whilst),? <P:who>,? {ADV}signed (?:it |the [\w ]{3,40}? )?(?:for|on behalf of)\b",
    ("signed",),
    "Mr Lau Kam-wing signed the agreement for Harbour Customs, while Ms Kitty Sham signed on behalf of Norland",
)
SIGNS_FOR: Final = rule(
    "role-signatory",
    r"<P:who>,? {ADV}(?P<verb>represented) [^.;\ue000]{3,120}? (?:at|in) the (?:signing|ceremony)",
    ("represented",),
    "Mr Lau Kam-wing and Ms Kitty Sham represented the two administrations at the signing ceremony",
)
WITNESSED: Final = rule(
    "role-witness",
    r"\b(?:[Ww]itnessed by|[Ii]n the presence of|[Uu]nder the witness of) {ADV}<P:who>",
    ("witnessed by", "in the presence of", "under the witness of"),
    "Witnessed by Ms Kitty Sham, the agreement was signed",
)
