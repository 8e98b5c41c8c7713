"""The weights of the evidence that two name forms are one person, in bits.

The model is that of Fellegi and Sunter ("A Theory for Record Linkage", JASA 64, 1969): each comparison adds
log2(m / u), where m is how often it comes out so for one person and u for two; the sum with the prior is the log odds
that the two are one. The weight of a name is log2(1 / share of the people who bear it), from the tables of
:mod:`kg.resolve.name_tables`. The others are what a logistic regression of one
person or two on the outcomes gives over made-up archives of 2,000 to 100,000 releases (``tests/benchmarks``; other
seeds than those reported), rounded, and held back where careers are freer in truth; they are constants. Only how usual
a name is and the prior go by the build too (:mod:`kg.resolve.frequency`): a verdict may change with it, a key never.
"""

from __future__ import annotations

from typing import Final

PRIOR: Final = -12.0
"""One in 4,000: so many people hold office in a generation under the names that releases use."""

FEW_NAMES: Final = 2000
"""Up to so many different names in a build the prior is as it is."""

DOUBLED: Final = -1.1
"""Beyond, for each doubling of the names: pairs of namesakes grow as the square of the people, those of one person as
the people. It goes by whole doublings, so that a few releases more seldom move it."""

IN_POST: Final = 0.8
"""... but that much less where both have a post in common: however many people a build names, as few hold it."""

IN_GOVERNMENT: Final = 0.5
"""... and where both are in the Government, whose officials a build of moderate size has nearly all."""

SAME: Final = 2.5
"""From here on two are one: between five and six to one."""

OPEN: Final = -4.2
"""Between this (one to eighteen) and :data:`SAME` the case is open."""

AGREED: Final = 1.6
"""What the best pair of two groups and the mean of all their pairs come to, halved, where the groups are one."""

AT_MOST: Final = -10.0
"""So much at most a pair speaks against its groups; what excludes one person does that by itself."""

MARGIN: Final = 3.0
"""How much better one namesake must fit than the next, where a form fits several: eight to one."""

OTHER_STYLE: Final = -5.5
"""Given names, but none in common ("John Lee", "Lee Ka-chiu"): m 0.02, as releases print a person in one style nearly
always."""

SINGLE_POST: Final = 12.0
"""A post in common that one person holds at a time: m 0.7; u 1 in 6,000, so many such posts a large build names."""

SHARED_POST: Final = 6.0
"""A post in common that many hold, such as Member of the Legislative Council: m 0.7; u 1 in 90."""

PLAIN_POST: Final = 2.0
"""A post in common whose body is not said, such as Chairman: m 0.5; u 1 in 8."""

TOGETHER: Final = 4.0
"""The post in common is seen under both forms in turn: successors do not alternate."""

WITHIN: Final = 5.5
"""... by more than a month on either end: a successor is not seen before, and a mistake is rare. m 0.5; u 1 in 90."""

NEAR: Final = 3.0
"""... or within a month of one another."""

APART: Final = -6.0
"""... or first only under the one, then only under the other, each more than once: a successor is as likely."""

SOON: Final = 3.0
"""... though within three months, as one who is confirmed in the post or is printed otherwise from then on."""

LONG_APART: Final = -5.0
"""... or more than eight years apart; hardly anybody holds a post for longer (Chief Executives: at most two terms)."""

HEAD: Final = 3.0
"""The one is called by the head of the other's post alone ("Commissioner"): m 0.5; u 1 in 16."""

ACTING_FOR: Final = -8.0
"""The one acts in the post of the other, who has it before and after: nobody acts for themselves. A mistake at most."""

AGENCY: Final = 6.5
"""Different posts of one agency: m 0.4; u 1 in 250."""

LATER_AGENCY: Final = -3.0
"""... of the Government, and seen more than four years apart: who stays is seen there all along, and namesakes come."""

PRINCIPAL: Final = 4.0
"""Both are principal officials: m 0.7; u 1 in 23, as a good part of the mentions of officials are of them."""

ABROAD: Final = 4.0
"""Both serve one country that is not Hong Kong: m 0.9; u 1 in 18."""

MAINLAND: Final = 3.0
"""Both serve the Mainland: m 0.9; u 1 in 9, as who has a name in Pinyin mostly does."""

SAME_SPHERE: Final = 0.0
"""Both in the Government: most whom releases name are, one person or two; what services they are in tells more."""

POSTED: Final = 2.0
"""... and both of a service whose members are posted from one body to another: m 0.9; u 0.22."""

OFFICERS: Final = 3.0
"""... or both officers of bureaux, who are posted most: m 0.4; u 0.05."""

APPOINTED: Final = -1.0
"""... or an officer and a political appointee. In made-up careers it is rarer, in truth not."""

POLITICAL: Final = 6.0
"""... or both political appointees, of whom few are in office at a time: m 0.8; u 1 in 80."""

HEADS: Final = -1.5
"""... or both heads of departments, different ones: m 0.05; u 0.14. In made-up careers it is rarer, in truth not."""

STAYING: Final = -6.0
"""... or one of them an officer of a department, and the other of another: m 0.003; u 0.2."""

RETIRED: Final = 0.0
"""First in the Government, then in a public body or council, as retired officials are: m 0.3; u 0.3."""

TO_PRIVATE: Final = -2.0
"""... or in a company, an association or a university: m 0.1; u 0.4."""

CALLED_IN: Final = -3.5
"""First outside the Government, then in it: m 0.03; u 0.35."""

OUTSIDE: Final = 1.5
"""Both outside the Government, and not of another country: m 0.9; u 0.32."""

GIVEN: Final = -2.5
"""A part of the name in common, and others that only one form has ("John Lee", "John Lee Ka-chiu"): m 0.03, as
releases print a person in one style nearly always; u 0.17."""

INITIALS: Final = -2.0
"""Initials for a given name that the other form spells out: m 0.25, as few people are known by them."""

MISPRINT: Final = -1.5
"""The names differ by one letter: m 1 in 250; u 1 in 90, as surnames and English names have near ones."""

TURNED: Final = -5.0
"""Surname and given name change places: m 1 in 200; u 1 in 6, as many short names can be read either way."""

STEPS: Final[dict[int, float]] = {-2: -4.5, -1: -2.0, 0: -1.0, 1: 1.6, 2: 1.9, 3: 1.2}
"""By how many grades the later office is higher, those beyond taken with the last ones: a step up m 0.6; u 0.2, such as
from Permanent to Deputy Secretary, two down, m 0.01; u 0.2."""

PAUSES: Final[tuple[tuple[int, float, float, float, float], ...]] = (
    (-32, -1.0, -0.3, 0.0, -4.0),
    (92, 2.7, 1.2, 1.7, 0.5),
    (365, 1.2, 0.6, 0.3, 0.5),
    (1461, 0.2, 0.0, 0.0, -0.5),
    (2922, -2.2, -1.0, -2.0, -3.2),
    (5844, -5.0, -1.8, -3.5, -5.0),
    (99999, -7.0, -2.2, -5.0, -6.5),
)
"""For up to so many days between the last that is seen of the one and the first of the other (negative where these
overlap): for two officials; where one is in a public body or a council, to which people are called back after years;
where one is in a company, an association or a university; and for two officials of another country, of whom releases
tell so little that the next office is hardly seen at once. Officials go from one office to the next: m 0.3 within
three months; u 0.05. After sixteen years m 0.002; u 0.2."""

ABROAD_AND_HOME: Final = -4.0
"""The one serves another country, the other is of Hong Kong: m 0.02; u 0.3."""

AT_ONCE: Final = -9.0
"""Two main offices held at one time: m 1 in 500, a mistake of a release or of ours."""

GENDER: Final = 1.0
"""Honorifics agree: m 0.99; u 0.5."""

OTHER_GENDER: Final = -8.0
"""Honorifics say a man and a woman: m 1 in 250, a misprint."""

RANK: Final[dict[str, float]] = {"Professor": 3.5, "Dr": 2.0, "Hon": 4.8, "Justice": 3.5, "plain": 0.0}
"""Honorifics of one rank: m 0.8; u the share of the rank, 1 in 14 for Professor, 1 in 5 for Dr, 1 in 35 for Hon."""

OTHER_RANK: Final = -2.5
"""Honorifics of different rank, such as Mr and Dr; people get degrees, and releases leave them out: m 0.04; u 0.23."""

COUNCILLOR: Final = 5.0
"""The Honourable, and a member of a council that has this style: m 0.9; u 1 in 35."""

NO_COUNCILLOR: Final = -2.0
"""The Honourable, and somebody with posts, but of no council: m 0.2; u 0.9."""

MEANT: Final[tuple[tuple[int, float, float, float], ...]] = (
    (92, 1.1, 1.1, 4.0),
    (365, -1.0, 1.0, 3.5),
    (731, -1.5, 1.0, 3.5),
    (1461, -3.5, -1.0, 2.0),
    (2922, -5.0, -1.0, 1.5),
    (99999, -5.0, -3.0, -0.5),
)
"""Of a mention without a post, for up to so many days between it and the time in which the other is seen: where the
other is seen in office, as hardly anybody is named so before or after it; where the other is a principal official, whom
releases recall; and where neither has a post, as with guests (m 0.25; u 1 in 25, the share of such mentions), who come
again for some years."""

PROMINENT: Final = 4.0
"""Named without a post, as only the well known are: principal officials have about a half of such mentions."""

SEEN: Final = 0.9
"""For each doubling of the number of releases that name a person who is in office then, or within three months: the
often named is more likely to be meant, in proportion, but for some chance that it is somebody else."""

LATELY: Final = 0.25
"""... or was so within two years: who is often named in office, and then is not, has left."""

RECALLED: Final = 0.5
"""... or has no post, or is a principal official, whom releases recall."""

COUNCILLORS: Final = 4.0
"""The Honourable, without a post: members of a council are mostly named so (m 0.55), others hardly ever (u 0.03)."""

MONTH: Final = 31
QUARTER: Final = 92
TWO_YEARS: Final = 731
FOUR_YEARS: Final = 1461
EIGHT_YEARS: Final = 2922
"""Days."""
