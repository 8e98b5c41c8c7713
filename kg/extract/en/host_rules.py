"""The ways in which a release tells an occasion by its hosts, officiating guests, or those who speak there."""

from __future__ import annotations

import re
from typing import Final

from kg.extract.en.gathering_rules import NOT_ANOTHER
from kg.extract.en.patterns import rule

OFFICIATING: Final = rule(
    "officiating",
    r"\b[Oo]fficiating (?:guests )?at (?:the )?(?P<what>[^.;\ue000]{3,120}?),? (?:were|was|are|is|will be|included?) "
    r"<P:who>",
    ("officiating",),
    "Officiating at the opening ceremony were Mr Lau Kam-wing and Ms Kitty Sham",
)
ALSO: Final = re.compile(r"(?:[Aa]lso|[Oo]ther) $")
GIVEN_FOR: Final = rule(
    "host-banquet",
    r"\b(?:will host|hosted|hosts|is to host|gave|will give) (?:an? )"
    r"(?P<what>[^.;\ue000]{0,40}?(?:banquet|dinner|reception|luncheon|lunch)) (?:for|in honour of) {ADV}<P:who>",
    ("host", "gave", "will give"),
    "Mr Poon will host a banquet for the Governor, Mr Xu Song",
)
HOST: Final = rule(
    "role-host",
    rf"\b[Tt]he {NOT_ANOTHER}(?P<what>(?:\w+ )?(?:dinner|lunch"
    r"|luncheon|reception|banquet|ceremony|forum|conference|seminar)),? "
    r"[^.;\ue000]{0,80}?(?:hosted|held|given|chaired)[^.;\ue000]{0,60}? by (?:<P:who>)",
    ("hosted", "held", "given", "chaired"),
    "The dinner was hosted by the Consul General, Mr Olav Brekke",
)
AT_WHICH: Final = rule(
    "at-which",
    r"(?:\b(?:an? |the |this year's |its )|^(?:The |An? )(?=[^.;,\ue000]{3,90}, at which))(?P<what>[^.;,\ue000]{3,90}?)"
    r"(?: (?:organised|held|hosted|staged|given)\b[^.;\ue000]{0,140}?)?,?"
    r" (?:at which|where) <P:who>,? (?:(?:together|along|accompanied|joined)(?: with| by) <P:with>,? )?{ADV}"
    r"(?P<verb>spoke|delivered|gave|addressed|officiated|presented|handed out|shared|announced|introduced|briefed"
    r"|explained|outlined|elaborated|highlighted)",
    ("at which", "where"),
    "The day ended with a reception organised by the office, at which Ms Lam-Drury and Mr Shum spoke",
)
JOINED_AT: Final = rule(
    "joined-at",
    r"<P:who>,? {ADV}(?P<verb>join(?:ed|s)|welcom(?:ed|es)|greet(?:ed|s)) {ADV}"
    r"(?:<P:other>|(?:him|her|them)\b),? at (?:the |an? )"
    r"(?P<what>[^.;,\ue000\ue002]{3,90})",
    ("join", "welcom", "greet"),
    "Mr Lau Kam-wing joined the Mayor of Norland, Ms Kitty Sham, at the ribbon-cutting ceremony",
)
PASSIVE_HOST: Final = rule(
    "passive-host",
    r"\b(?:[Aa]n? |[Tt]he )(?P<what>[^.;,\ue000]{3,90}?) (?P<verb>(?:was|is|will be) (?:moderated|chaired"
    r"|hosted|led|held|given"
    r"|conducted)) {ADV}by <P:who>",
    (" moderated", " chaired", " hosted", " led ", " held", " given", " conducted"),
    "A separate legal seminar was moderated by Ms Kitty Sham",
)
AT_START: Final = rule(
    "at-occasion",
    r"^(?:At|During|As (?:the |an? )?(?:guest of honour|(?:officiating|chief) guest|(?:keynote|guest) speaker|host"
    r"|moderator) (?:at|of|for)) (?:the (?!(?:time|request|invitation|expense|suggestion|height|age) of )|an? |this "
    r"|(?:today|<D>)['’]s (?:\([^()]{3,20}\) "
    r")?)(?P<what>[^.;\ue000]{3,140}?)"
    r"(?: (?:hosted|given|held) (?:in (?:his|her|their) honour )?by (?:the )?<P:host>[^.;\ue000]{0,60}?)?, "
    r"{ADV}<P:who>,? {ADV}(?:(?P<gives>reviewed|inspected|took the salute|presented(?! an? (?:paper|report))"
    r"|officiated|conferred|handed out)"
    r"|said|spoke|addressed|remarked"
    r"|announced|moved(?= the )|tabled|explained|elaborated|stated|stressed|emphasised|reiterated|added|told"
    r"|unveiled|briefed|urged"
    r"|appealed|expressed|thanked|welcomed|highlighted|pointed out|noted|shared|delivered|introduced"
    r"|(?P<there>(?:was|were) (?:presented with|given|joined by)|received)|paid tribute|commended|praised|congratulated"
    r"|encouraged"
    r"|called (?:on|for)|described|recalled|mentioned|updated|promised|revealed|disclosed|proposed a toast|took "
    r"questions"
    r"|presented an? (?:paper|report)|outlined|gave an? (?:\w+ )?(?:speech|talk|presentation|address))\b",
    ("^at ", "^during ", "^as "),
    "At the opening session of the Forum, the Director, Ms Mok-Tan, welcomed over 200 film-makers",
)
FEATURED: Final = rule(
    "featured",
    r"^(?:The|An?) (?P<what>[^.;\ue000]{3,160}?),? (?:featured|heard (?P<heard>(?:speeches|remarks"
    r"|presentations|addresses) (?:by|from))) {ADV}<P:who>"
    r"(?P<as>,? as (?:the )?(?:[a-z]+ )?(?:speakers?|panell?ists?)\b)?",
    ("featured", "heard "),
    "The seminar heard speeches from Mr Lau Kam-wing and Ms Kitty Sham",
)
POSTPONED: Final = rule(
    "postponed",
    r"\b[Tt]he (?P<what>[A-Z][^.;\ue000]{2,80}?) by <P:who>[^.;]{0,200}?\b(?:postponed|rescheduled|put off) "
    r"(?:to|until) <D:to>",
    ("postponed", "rescheduled", "put off"),
    "The Lecture by General Haidar Aziz, originally scheduled for tomorrow, has been postponed to October 20",
)
