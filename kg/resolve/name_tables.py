"""How common names are, and what honorifics say: tables for comparing names. Every row is a fact of the language.

Surnames of Hong Kong: Chan 10.11 %, Wong 7.78 %, Lee 6.02 % and Tang 1.93 % (the 15th) of 400,000 entries of
residential telephone directories (South China Morning Post, "Chan rules in name game", 9 February 1995). Those
between and after are set in bands from these anchors. Surnames of the Mainland: the shares published for the first ten
(Yuan Yida, Chinese Academy of Sciences, 2006); the others in bands. For given names there is no count: the most usual
syllables and English names are listed and share one figure. Only the order of magnitude matters: a share that is wrong
by a factor of two moves a score by one of some thirty points.
"""

from __future__ import annotations

from typing import Final

SURNAME_SHARES: Final[dict[str, float]] = {
    "chan": 0.101, "wong": 0.078, "lee": 0.060, "leung": 0.045, "cheung": 0.043, "lam": 0.040, "cheng": 0.035,
    "ng": 0.032, "ho": 0.030, "lau": 0.028, "yeung": 0.026, "chow": 0.024, "lo": 0.022, "yip": 0.020, "tang": 0.019,
    "li": 0.079, "wang": 0.074, "zhang": 0.071, "liu": 0.054, "chen": 0.045, "yang": 0.031, "zhao": 0.023,
    "huang": 0.022, "zhou": 0.021, "wu": 0.020,
}  # fmt: skip
"""Surname to its share among the people of Hong Kong (the first two rows) or of the Mainland."""

USUAL_SURNAME: Final = 0.01
"""Share of a surname of :data:`SURNAMES` without a figure: the median of the hundred most usual lies below it."""

RARE_SURNAME: Final = 0.0005
"""Share of any other surname, such as one from Europe, among the people whom releases name."""

SURNAMES: Final = frozenset(
    "au au-yeung auyeung bai bak bao bian bo but cai cao cha chai cham chan chang chao char chau chaw che chen"
    " cheng cheong cheuk cheung chi chick chim chin ching chiu cho choi chong chou chow choy chu chui chuk chun"
    " chung cong cui dai dang deng ding dong du duan fan fang fei feng fok fong foo fu fung gan gao ge gong gu guo"
    " ha han hao hau he heung ho hon hong hou hsu hu hua huang hui hung ip jao ji jia jiang jin kam kan kang kao kei"
    " keung kiang ko kok kong koo kot ku kuan kung kuo kwan kwok kwong kwun lai lam lan lau law lee lei leong leung"
    " li liang liao lien lim lin ling liu lo loh lok long loo lou lu lui luk lum lun lung luo ma mak man mang mao"
    " mau mei meng mo mok mong mui mung nam ng ngai ngan ngau ning niu or ou ouyang pak pan pang pau pei peng ping"
    " po pong poon pui pun qian qiao qin qiu qu ren seto sham shangguan shao shea shek shen sheung shi shih shing"
    " shiu shu shui shum shyy si sima sin sit siu so song soo su suen suet sum sun sung sze szeto tai tam tan tang"
    " tao tau teng tian tin ting to tong tou tsang tsao tse tseng tseung tsien tsim tso tsoi tsou tsui tsung tu tuan"
    " tuen tung ung wai wan wang wat wei wen wong woo wu xi xia xiang xiao xie xin xiong xiu xu xue yam yan yang yao"
    " yau ye yeh yen yeoh yeow yeung yi yick yim yin ying yip yiu yong you yu yuan yue yuen yung zee zeng zhang zhao"
    " zheng zhong zhou zhu zhuge zou zung".split()
)
"""Chinese surnames, in the spelling of Hong Kong or in Pinyin."""

USUAL_SYLLABLES: Final = frozenset(
    "ka wai wing siu chi kwok man yin kin ming hung fai keung tak kit ho chun lai mei yuk yee pui sze tsz hoi lok"
    " hin long yan kei kwong cheung shing sing shun yiu tat hong chung wah wan wei jun hua guo jian xiao li ping"
    " yong hui jie xin zhi wen bin jing lin qiang hai dong yu feng tao fang lei".split()
)
USUAL_SYLLABLE: Final = 1 / 35
OTHER_SYLLABLE: Final = 1 / 120
"""Share of a syllable of a given name: one of the usual ones, or another. The usual ones make up more than half."""

JOINED_GIVEN: Final = 1 / 1500
"""Share of a Mainland given name written in one word, such as "Jinping": about two syllables."""

USUAL_ENGLISH: Final = frozenset(
    "alan albert alex alice amy andrew angela anna annie anthony benny betty carol catherine charles chris"
    " christine clement daniel david dennis donald dorothy eddie edmund edward elizabeth emily eric esther eva"
    " florence francis frank fred gary george grace helen henry irene james jane jason jenny jimmy john joseph joyce"
    " karen kelvin kenneth kevin linda lisa margaret maria martin mary matthew michael michelle nancy nicholas"
    " patrick paul pauline peter philip rachel raymond rebecca richard rita robert ronald rosanna sally samuel"
    " sandra sarah shirley simon sophia stephen susan teresa terence thomas tony victor vincent vivian walter wendy"
    " william wilson winnie yvonne".split()
)
USUAL_ENGLISH_NAME: Final = 1 / 60
OTHER_ENGLISH_NAME: Final = 1 / 300
"""Share of a given name that is not Chinese: one of those usual in Hong Kong, or another."""

INITIAL: Final = 1 / 8
"""Share of an initial: romanised names begin with some letters (K, S, W, C, M, Y) far more often than with others."""

GENDERS: Final[dict[str, str]] = {
    "Mr": "m", "Sir": "m", "Lord": "m", "Father": "m", "Brother": "m", "Prince": "m", "King": "m", "Sheikh": "m",
    "Dato": "m", "Datuk": "m", "Messrs": "m",
    "Mrs": "f", "Ms": "f", "Miss": "f", "Madam": "f", "Madame": "f", "Mme": "f", "Dame": "f", "Lady": "f",
    "Baroness": "f", "Sister": "f", "Princess": "f", "Queen": "f", "Datin": "f",
}  # fmt: skip
"""Word of an honorific to what it says of its bearer: "m" or "f"."""

RANKS: Final[dict[str, str]] = {
    "Professor": "Professor", "Prof": "Professor", "Dr": "Dr", "Hon": "Hon", "Honourable": "Hon", "Justice": "Justice",
}  # fmt: skip
"""Word of an honorific to the rank it tells, the highest first; without any of these it is plain."""

PARTICLES: Final = frozenset(
    "van von der den de del della di da dos das do du la le bin binti binte ibn ben al el d/o s/o a/l a/p y e ter"
    " ten zu zur st".split()
)
"""Words between the parts of a name that tell nobody apart."""

ONE_SPELLING: Final[dict[str, str]] = {
    "tze": "tsz", "tsze": "tsz", "tzu": "tsz", "chee": "chi", "yi": "yee", "hwa": "wah", "hua": "wah", "foo": "fu",
    "soo": "so", "yeu": "yiu", "siew": "siu", "kiet": "kit", "ngo": "ngor", "lap": "lup", "kuok": "kwok",
}  # fmt: skip
"""Syllables that are two spellings of one sound in given names, by the usual one. Different sounds are not here:
"sing" and "shing" are different characters, and so different names."""
