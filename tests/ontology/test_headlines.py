"""The posts that headlines of press releases name in short: each is one post of the reference facts on its day."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kg.reference import PostFact, Reference, load

LEAD = re.compile(
    r"(?:(?:Opening |Closing |Keynote |Welcome )?(?:Speech|Remarks|Address|Statement|Transcript of remarks) by )?"
    r"(?:Acting )?(?:the )?",
    re.IGNORECASE,
)
"""What stands before the post."""

HEADLINES = (
    # leaders
    ("CE meets Minister of General Administration of Customs", "2025-05-19", "chief-executive"),
    ("Speech by CE at opening of exhibition", "2001-03-05", "chief-executive"),
    ("CS conducts second day of visit in Washington, DC", "2016-06-07", "chief-secretary-for-administration"),
    ("FS to visit London", "2024-09-25", "financial-secretary"),
    ("SJ speaks on rule of law", "1999-06-01", "secretary-for-justice"),
    ("DCS attends forum in Guangzhou", "2023-04-12", "deputy-chief-secretary-for-administration"),
    ("DFS attends forum", "2023-04-12", "deputy-financial-secretary"),
    ("DSJ speaks at conference", "2023-04-12", "deputy-secretary-for-justice"),
    ("Transcript of remarks by Acting CE", "2013-08-20", "chief-executive"),
    # secretaries of 1997 to 2002
    ("SBCS opens festival", "1997-12-01", "secretary-for-broadcasting-culture-and-sport"),
    ("SPEL visits Fanling", "1999-11-01", "secretary-for-planning-environment-and-lands"),
    ("STI leaves for Geneva", "1999-11-01", "secretary-for-trade-and-industry"),
    ("SCI leaves for Geneva", "2001-11-01", "secretary-for-commerce-and-industry"),
    ("SCA on elections", "2001-11-01", "secretary-for-constitutional-affairs"),
    ("SEF on recycling", "2001-11-01", "secretary-for-the-environment-and-food"),
    ("SES speaks on tourism", "2001-11-01", "secretary-for-economic-services"),
    ("SFS speaks at seminar", "2001-11-01", "secretary-for-financial-services"),
    ("SHW on health care", "2001-11-01", "secretary-for-health-and-welfare"),
    ("SITB to visit Seoul", "2001-11-01", "secretary-for-information-technology-and-broadcasting"),
    ("SPL on urban renewal", "2001-11-01", "secretary-for-planning-and-lands"),
    ("S for T inspects new railway", "2001-11-01", "secretary-for-transport"),
    ("S for Tsy moves second reading", "2001-11-01", "secretary-for-the-treasury"),
    ("S for W on drainage", "2001-11-01", "secretary-for-works"),
    # secretaries of 2002 to 2007
    ("SCIT to attend trade ministers' meeting", "2004-05-01", "secretary-for-commerce-industry-and-technology"),
    ("SCA visits Guangdong", "2006-05-01", "secretary-for-constitutional-affairs"),
    ("SEDL visits airport", "2004-05-01", "secretary-for-economic-development-and-labour"),
    ("SEM visits schools", "2004-05-01", "secretary-for-education-and-manpower"),
    ("SETW to attend celebration", "2005-09-22", "secretary-for-the-environment-transport-and-works"),
    ("SHPL to visit Tokyo", "2005-09-22", "secretary-for-housing-planning-and-lands"),
    ("SHWF meets experts", "2003-05-01", "secretary-for-health-welfare-and-food"),
    # secretaries of 2007 to 2022
    ("SCED attends APEC meetings", "2019-06-12", "secretary-for-commerce-and-economic-development"),
    ("SCMA visits Taipei", "2012-06-12", "secretary-for-constitutional-and-mainland-affairs"),
    ("SDEV speaks to media on land sale", "2018-09-27", "secretary-for-development"),
    ("Transcript of remarks by SED", "2017-02-26", "secretary-for-education"),
    ("SEN attends climate conference", "2015-12-08", "secretary-for-the-environment"),
    ("SFH visits hospital", "2020-03-01", "secretary-for-food-and-health"),
    ("SFST meets regulators", "2012-03-01", "secretary-for-financial-services-and-the-treasury"),
    ("SHA attends opening", "2012-03-01", "secretary-for-home-affairs"),
    ("SLW visits Sham Shui Po", "2012-03-01", "secretary-for-labour-and-welfare"),
    ("S for IT visits science park", "2017-03-01", "secretary-for-innovation-and-technology"),
    ("SIT visits science park", "2019-03-01", "secretary-for-innovation-and-technology"),
    ("STH inspects express rail", "2015-03-01", "secretary-for-transport-and-housing"),
    ("Speech by S for S at exhibition", "2014-05-08", "secretary-for-security"),
    ("SCS visits department", "2014-05-08", "secretary-for-the-civil-service"),
    # secretaries since 2022
    ("SCST congratulates athletes", "2023-10-25", "secretary-for-culture-sports-and-tourism"),
    ("SEE meets ministry officials", "2025-05-19", "secretary-for-environment-and-ecology"),
    ("SHYA visits youth hostel", "2024-05-19", "secretary-for-home-and-youth-affairs"),
    ("Opening address by Acting SITI at summit", "2023-09-11", "secretary-for-innovation-technology-and-industry"),
    ("STL attends maritime week", "2023-11-20", "secretary-for-transport-and-logistics"),
    ("S for Housing to visit Singapore", "2023-08-21", "secretary-for-housing"),
    ("Transcript of remarks by S for Housing at media session", "2022-07-07", "secretary-for-housing"),
    ("Secretary for Health continues visit in Beijing", "2023-03-16", "secretary-for-health"),
    # under secretaries and permanent secretaries
    ("US(Ed) on appointment", "2017-08-02", "under-secretary-for-education"),
    ("US for S attends drill", "2019-08-02", "under-secretary-for-security"),
    ("USCED speaks at summit", "2012-08-02", "under-secretary-for-commerce-and-economic-development"),
    ("PS(FS) speaks at seminar", "2012-08-02",
     "permanent-secretary-for-financial-services-and-the-treasury-financial-services"),
    ("PS(W) opens exhibition", "2012-08-02", "permanent-secretary-for-development-works"),
    ("PSED speaks at graduation", "2021-12-09", "permanent-secretary-for-education"),
    # heads of departments and others
    ("C of C&E visits Beijing", "2025-05-19", "commissioner-of-customs-and-excise"),
    ("CP meets media", "2019-11-19", "commissioner-of-police"),
    ("C for Tourism on cruise terminal", "2010-05-19", "commissioner-for-tourism"),
    ("C for T on tunnel tolls", "2010-05-19", "commissioner-for-transport"),
    ("D of DS (designate) responds to his new appointment", "2002-05-21", "director-of-drainage-services"),
    ("DFEH visits market", "2010-05-19", "director-of-food-and-environmental-hygiene"),
    ("DHA opens community hall", "2010-05-19", "director-of-home-affairs"),
    ("DoH meets experts", "2010-05-19", "director-of-health"),
    ("DSW visits elderly home", "2010-05-19", "director-of-social-welfare"),
    ("DGIP leaves for Paris", "2001-03-01", "director-general-of-investment-promotion"),
    ("GCIO speaks at forum", "2010-05-19", "government-chief-information-officer"),
    ("CJ speaks at opening of legal year", "2010-01-11", "chief-justice-of-the-court-of-final-appeal"),
    ("Ombudsman joins conference", "2018-12-02", "ombudsman"),
    ("Director of CE's Office attends ceremony", "2018-12-02", "director-of-the-chief-executives-office"),
)  # fmt: skip
"""Headline, day, key of the post that it begins with."""

OUT_OF_TIME = (
    ("SCIT", "2007-07-01"),
    ("SETW", "2002-06-30"),
    ("SFH", "2022-07-01"),
    ("SEN", "2022-07-01"),
    ("SHYA", "2022-06-30"),
    ("S for Housing", "2022-06-30"),
    ("GCIO", "2024-07-25"),
    ("DCS", "2022-06-30"),
    ("US(Ed)", "2007-07-01"),
)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load()


def _posts(headline: str, day: date, reference: Reference) -> tuple[PostFact, ...]:
    """The posts that the longest beginning of a headline names, in short or in full."""
    start = LEAD.match(headline)
    words = headline[start.end() if start else 0 :].split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if found := reference.posts_abbreviated(name, day) or reference.posts_named(name, day):
            return found
    return ()


@pytest.mark.parametrize(("headline", "day", "key"), HEADLINES)
def test_a_headline_begins_with_one_post(reference: Reference, headline: str, day: str, key: str) -> None:
    assert [post.key for post in _posts(headline, date.fromisoformat(day), reference)] == [key]


@pytest.mark.parametrize(("abbreviation", "day"), OUT_OF_TIME)
def test_an_abbreviation_means_nothing_when_its_post_is_not(reference: Reference, abbreviation: str, day: str) -> None:
    assert reference.posts_abbreviated(abbreviation)
    assert reference.posts_abbreviated(abbreviation, date.fromisoformat(day)) == ()


def test_the_usual_abbreviation_comes_first(reference: Reference) -> None:
    police = reference.posts["commissioner-of-police"]
    assert (police.abbreviation, police.abbreviations) == ("CP", ("CP", "C of P"))
    assert reference.posts_abbreviated("C of P") == (police,)
