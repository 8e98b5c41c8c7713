"""Tables about personal names in English releases. Every row is a fact of the language, none a person."""

from __future__ import annotations

from typing import Final

MALE: Final = frozenset(
    {
        *("Mr", "Sir", "Lord", "Father", "Brother", "Prince", "King", "Sheikh", "Dato'", "Datuk", "Tun", "Viscount"),
        *("Monsignor", "Tengku", "Tunku", "Shri", "His"),
    }
)
PEERS: Final = frozenset({"Lord", "Lady", "Baroness", "Viscount"})
"""Before a name of one word they make it whole: "Lord Livingston"; a place may belong to it: "of Harbourton"."""
FEMALE: Final = frozenset(
    {
        *("Mrs", "Ms", "Miss", "Madam", "Madame", "Mme", "Dame", "Lady", "Baroness", "Sister", "Princess", "Queen"),
        *("Datin", "Her"),
    }
)

# Words that make what follows a personal name. Each with an example of what it takes.
HONORIFICS: Final[dict[str, str]] = {
    "Mr": "Mr John Lee",
    "Mrs": "Mrs Carrie Lam",
    "Ms": "Ms Sun Meijun",
    "Miss": "Miss Rosanna Law",
    "Madam": "Madam Leung Ho Sau-lan",
    "Madame": "Madame Christine Lagarde",
    "Mme": "Mme Anne Petit",
    "Messrs": "Messrs Chan and Wong",
    "Dr": "Dr Choi Yuk-lin",
    "Professor": "Professor Zhang Xiang",
    "Prof": "Prof Lo Chung-mau",
    "Ir": "Ir Dr Hon LOK Wai-hung",
    "Sr": "Sr Wong Bay",
    "Eng": "Eng Turki Al-Mansour",
    "Sir": "Sir Alistair Boothe",
    "Dame": "Dame Mary Hill",
    "Lord": "Lord Hoffmann",
    "Lady": "Lady Hale",
    "Baroness": "Baroness Antonia Fairleigh",
    "Hon": "Hon KWAN Tat-cheong",
    "Honourable": "the Honourable Andrew Cheung",
    "H.E.": "H.E. Yerzhan Baimukhanov",
    "HE": "HE Khalil bin Saud Al-Harbi",
    "Reverend": "the Most Reverend Thomas Quirke",
    "Rev": "Rev Peter Koon",
    "Father": "Father Paul O'Grady",
    "Sister": "Sister Margaret Kiely",
    "Venerable": "Venerable Kuan Yun",
    "Maestro": "Maestro Kenji Okabe",
    "Dato'": "Dato' Sri Hamzah bin Rosli",
    "Dato’": "Dato’ Sri Hamzah bin Rosli",
    "Datuk": "Datuk Seri Ali Hassan",
    "Datin": "Datin Siti Aminah",
    "Sheikh": "Sheikh Ahmed bin Saeed",
    "Tan Sri": "Tan Sri Dato' Hamid Rosli",
    "Tun Dr": "Tun Dr Ahmad Rosli",
    "Viscount": "Viscount Hailsham",
    "Monsignor": "Monsignor Paul Kwan",
    "HRH": "HRH Prince Carl Philip",
    "YB": "YB Tengku Ahmad Rosli",
    "YAB": "YAB Dato' Hamid Rosli",
    "Tengku": "Tengku Ahmad Rosli",
    "Tunku": "Tunku Ahmad Rosli",
    "Shri": "Shri Anand Krishnan",
    "Sheikha": "Sheikha Mariam bin Saeed",
    "His Royal Highness": "His Royal Highness Saud bin Saeed",
    "Her Royal Highness": "Her Royal Highness Mariam bin Saeed",
    "His Highness": "His Highness Sheikh Saud bin Saeed",
    "Her Highness": "Her Highness Sheikha Mariam bin Saeed",
    "Your Royal Highness": "Your Royal Highness Prince Saud bin Saeed",
    "Your Highness": "Your Highness Sheikh Saud bin Saeed",
    "His Excellency": "His Excellency Anders Holm",
    "Her Excellency": "Her Excellency Ida Holm",
}

# Parts of a chain of honorifics that stand between or after the words above.
CHAINED: Final = frozenset(
    {
        *HONORIFICS,
        "the",
        "Canon",
        "Most",
        "Right",
        "Rt",
        "Very",
        "Sri",
        "Seri",
        "Justice",
        "SC",
        "Emeritus",
        "Tan",
        "Tun",
        "Haji",
        "Prince",
        "Princess",
    }
)

# Ranks that introduce a name only when what follows is one beyond doubt ("General Sima Qiang" but "General
# Administration"): at least two name words, none a word of an office or organisation.
RANKS: Final[dict[str, str]] = {
    "General": "General Sima Qiang",
    "Lieutenant General": "Lieutenant General Peng Jingtang",
    "Major General": "Major General Wang Zhaobing",
    "Lieutenant-General": "Lieutenant-General Xiong Ziren",
    "Major-General": "Major-General Wang Jitang",
    "Vice Admiral": "Vice Admiral Wang Hai",
    "Vice-Admiral": "Vice-Admiral Wang Hai",
    "Rear-Admiral": "Rear-Admiral Lau Ruxin",
    "Lieutenant Colonel": "Lieutenant Colonel Tan Zhiwei",
    "Senior Colonel": "Senior Colonel Tan Zhiwei",
    "Commodore": "Commodore Robert Ashdown",
    "Admiral": "Admiral Samuel Paparo",
    "Rear Admiral": "Rear Admiral Lau Ruxin",
    "Brigadier": "Brigadier Robert Ashdown",
    "Brigadier General": "Brigadier General Robert Ashdown",
    "Brigadier-General": "Brigadier-General Robert Ashdown",
    "Lieutenant": "Lieutenant Robert Ashdown",
    "Lieutenant Commander": "Lieutenant Commander Robert Ashdown",
    "Commander": "Commander Robert Ashdown",
    "Major": "Major Robert Ashdown",
    "Senior Captain": "Senior Captain Tan Zhiwei",
    "Chief Constable": "Chief Constable Robert Ashdown",
    "Colonel": "Colonel Tan Zhiwei",
    "Captain": "Captain Olav Brekke",
    "Sergeant": "Sergeant Gurdial Singh",
    "Senator": "Senator Eleanor McBride",
    "Congressman": "Congressman Rick Larsen",
    "Congresswoman": "Congresswoman Ada Larsen",
    "Representative": "Representative Rick Larsen",
    "Assemblyman": "Assemblyman Rick Larsen",
    "Councillor": "Councillor Ada Quill",
    "Alderman": "Alderman Robert Ashdown",
    "Governor": "Governor Anand Krishnan-Pillai",
    "Ambassador": "Ambassador Jean-Maurice Ripert",
    "Archbishop": "Archbishop Andrew Chan",
    "Bishop": "Bishop Stephen Chow",
    "Cardinal": "Cardinal John Tong",
    "Prince": "Prince Carl Philip",
    "Princess": "Princess Anne Marie",
    "Judge": "Judge Susana D'Almada",
    "Justice": "Justice Rowland Keir",
    "Minister": "Minister Li Changming",
    "President": "President Xi Jinping",
    "Premier": "Premier Li Qiang",
    "Vice-Premier": "Vice-Premier Ding Xuexiang",
    "Vice-Minister": "Vice-Minister Sheng Qiuping",
    "Vice-Governor": "Vice-Governor Zhang Hu",
    "Vice-Mayor": "Vice-Mayor Zhou Muyao",
    "Mayor": "Mayor Gong Zheng",
    "Commissioner": "Commissioner Cui Jianchun",
    "Director": "Director Zheng Yanxiong",
    "Consul General": "Consul General Gregory May",
    "Consul-General": "Consul-General Brian Davidson",
    "Secretary General": "Secretary General Kim Hak-su",
    "Secretary-General": "Secretary-General Kim Hak-su",
    "Director General": "Director General Pascal Lamy",
    "Director-General": "Director-General Pascal Lamy",
    "CEO": "CEO Ada Larsen",
    "Chairman": "Chairman Fred Ma",
    "Secretary": "Secretary Paul Chan",
    "Attorney General": "Attorney General Ada Larsen",
    "Attorney-General": "Attorney-General Ada Larsen",
    "Minister of State": "Minister of State Ada Larsen",
    "Prime Minister": "Prime Minister Mark Rutte",
    "Secretary of State": "Secretary of State Rick Larsen",
    "Speaker": "Speaker Ada Quill",
    "Chairman Emeritus": "Chairman Emeritus Robert Lauder",
    "President Emeritus": "President Emeritus Robert Lauder",
    "Senior Minister": "Senior Minister Teo Wee Hock",
    "Minister Mentor": "Minister Mentor Lee Kam-fai",
}

# Those of them that a surname alone may follow, and the Mainland surnames that it may be: "President Xi", "Mayor Gong".
BEFORE_SURNAME: Final = frozenset(
    {
        *("President", "Premier", "Vice-Premier", "Ambassador", "Minister", "Vice-Minister", "Governor"),
        *("Vice-Governor", "Mayor", "Vice-Mayor", "Commissioner", "Director", "Consul General", "Consul-General"),
    }
)
MAINLAND_SURNAMES: Final = frozenset(
    "Bai Cai Cao Chen Cui Dai Deng Ding Dong Du Duan Fang Feng Gao Gong Gu Guo Han Hao He Hou Hu Hua Huang Jia"
    " Jiang Jin Kong Lei Li Liang Liao Lin Liu Long Lu Luo Ma Meng Peng Qian Qiao Qin Qiu Ren Shao Shen Shi Song"
    " Sun Tan Tang Tao Tian Wan Wang Wei Wen Wu Xi Xia Xiao Xie Xing Xiong Xu Xue Yan Yang Yao Ye Yi Yin Yu Yuan"
    " Zeng Zhai Zhang Zhao Zheng Zhong Zhou Zhu".split()
)

# Titles before a given name with a realm: "Princess Anne of Norland".
ROYAL: Final = frozenset({"Prince", "Princess"})

# Titles in the plural before names that are joined: each name has the title in the singular.
PLURAL_TITLES: Final[dict[str, str]] = {
    "Justices": "Justice",
    "Senators": "Senator",
    "Representatives": "Representative",
    "Congressmen": "Congressman",
    "Ambassadors": "Ambassador",
    "Professors": "Professor",
    "Doctors": "Doctor",
    "Messrs": "Mr",
    "Judges": "Judge",
    "Mesdames": "Madame",
}

# Words that are no name behind a rank, but of an office or a body: "General Administration", "General Council".
NO_NAME_AFTER_RANK: Final = frozenset(
    "Administration Assembly Bureau Commission Council Committee Counsel Affairs Works Police Customs Administrator"
    " Justice Marine Labour Republic States Conference Board University Beijing Macao Mainland Union Club"
    " Association Society Academy People's Against Reserve Bank Court Authority Ministry Department Post Office Chamber"
    " Holiday Holidays Election Elections Insurance Support Services Service China Macao Station Line MTR Region"
    " Kowloon Territories District".split()
)

PARTICLES: Final = frozenset(
    "van von der den de del della di da dos das do du des la le bin binti binte ibn ben al el d/o s/o a/l a/p y e ter"
    " ten zu zur st".split()
)

POST_NOMINALS: Final = frozenset(
    "GBM GBS SBS BBS MH JP SC KC QC OBE CBE MBE KBE DBE GBE CMG KCMG GCMG CVO KCVO LVO PDSM PMSM CSDSM CSMSM FSDSM"
    " FSMSM IDSM IMSM CDSM CMSM GDSM GMSM MGO MP PhD FRS FREng DSM ISO QPM CPM QFSM CBS NDC PSM AO AM AC"
    " PJ NPJ JA".split()
)

# Words with a capital that never belong to a personal name although they may follow one, or stand after a rank.
NOT_IN_NAMES: Final = frozenset(
    "The At In On Of For From By With Also After Before During This That These Those His Her Its They Our My"
    " Their Your As While When Under Other Both All Today Yesterday Tomorrow January February March July September"
    " October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Reporter Question Reply"
    " Acting Deputy Vice Chief Executive Secretary Director Chairman Chairperson President Commissioner Minister"
    " Premier Member Members Permanent Government Photo Photos Thank Because Speaker Ambassador Governor Mayor"
    " Chair Chancellor Provost".split()
)

# What a name is attached to when it names no person there: "Sir Denys Calloway Memorial Lecture".
NAMESAKES: Final = frozenset(
    "Memorial Lecture Lectures Building Hall Halls House Medal Medals Award Awards Prize Prizes Pier Gallery"
    " Garden Gardens Centre Center Park Road Lane Street Avenue Path Foundation Fund School College University"
    " Hospital Clinic Library Museum Theatre Theater Auditorium Scholarship Scholarships Fellowship Cup Trophy"
    " Stadium Playground Court Estate Mansion Tower Plaza Square Bridge Tunnel Island Peak Chair Professorship"
    " Trust Institute Laboratory Limited Ltd LLP Company Group Holdings Bank Orchestra Ballet Studio Show Jubilee"
    " Day Night Exhibition Collection Complex Pavilion Wing Room Home Village Camp Swimming Sports Community"
    " Integrated Secondary Primary Technical Business Polytechnic Kindergarten Nursery Base Skin Care Shop"
    " Restaurant Hotel Lodge Chapel Church Temple Ward Unit Theme Series Festival Concert Trail Programme Pageant"
    " Station Plantation Competition Championship Championships Scheme".split()
)

# Given names and surnames that are also everyday words: "Prime Minister Mark Rutte".
COMMON_TOO: Final = frozenset(
    "Bill Christian Dale Dean Drew Earl Faith Frank Grace Grant Green Guy He Hope Jack Joy June Long Mark May Miles"
    " Miller Noble Pierce Rich Rob Rose Sue Will Wing Wood Young".split()
)

# Those of NAMESAKES that are surnames or given names too.
NAMES_TOO: Final = frozenset("Hall House Park Lane Street Bridge Tower Wing Day Church Temple Camp Banks".split())

# Romanised Cantonese surnames (single syllables as the Hong Kong government spells them), with the usual double ones.
SURNAMES: Final = frozenset(
    "Au Au-Yeung Auyeung Bao But Cha Chai Cham Chan Chang Chao Char Chau Chaw Che Chen Cheng Cheong Cheuk Cheung"
    " Chi Chim Chin Ching Chiu Cho Choi Chong Chou Chow Choy Chu Chui Chuk Chun Chung Dang Ding Fan Fang Fok Fong"
    " Foo Fu Fung Gao Go Ha Hau Heung Ho Hon Hong Hou Hsu Hu Hua Huang Hui Hung Ip Jao Kam Kan Kao Kei Keung King"
    " Ko Kok Kong Koo Kot Ku Kuan Kung Kuo Kwan Kwok Kwong Kwun Lai Lam Lan Lang Lau Law Lee Lei Leong Leung Li"
    " Liang Liao Lien Lim Lin Ling Liu Lo Loh Lok Long Loo Lou Lu Lui Luk Lum Lun Lung Ma Mak Man Mang Mao Mau Mei"
    " Mo Mok Mong Mui Mung Nam Ng Ngai Ngan Ngau Ning Or Ou Ouyang Pak Pan Pang Pau Pei Ping Po Pong Poon Pui Pun"
    " Sham Shea Shek Shen Sheung Shih Shing Shiu Shu Shui Shum Si Sin Sit Siu So Soo Su Suen Suet Sum Sun Sung Sze"
    " Szeto Tai Tam Tan Tang Tao Tau Teng Tin Ting To Tong Tou Tsang Tsao Tse Tseng Tseung Tsien Tsim Tso Tsoi"
    " Tsou Tsui Tsung Tu Tuan Tuen Tung Ung Wai Wan Wang Wat Wen Wong Woo Wu Yam Yan Yang Yao Yau Yeh Yen Yeow"
    " Yeung Yick Yim Yin Ying Yip Yiu Yong You Yu Yue Yuen Yung Zee Zhang Zhou Zung".split()
)

# Second syllables of Cantonese given names, which a text may print without their hyphen ("Cheng Yeuk wah"); those that
# are English words too end a name only before a mark.
SYLLABLES: Final = frozenset(
    "chai chak cham chau cheong cheuk cheung ching chiu cho choi chor chow choy chuen chui chun chung fai fong fook fu"
    " fuk fung hei heung hin hing hiu hoi hong hop huen ka kai kam kan kau kee kei keung kin kit kiu koon kuen kui kung"
    " kwai kwan kwok kwong kwun kyun lai lam lan lei leung lik lim lin lok lui lun lung mei mo mui mun ngai ngan ngor"
    " nin oi pak ping pik pok pong pui sai san sau sek shan sheung shing shiu shuen shui shuk shum shun sik sim"
    " sin siu suet sui sum suk sze tai tak tat tik tim ting tsun tsz tuen tung tze wa wah wai wan wing wo wong wun yan"
    " yau yee yeuk yeung yi yick yik yim yin ying yiu yuen yuk yung yun yui yu".split()
)
ENGLISH_SYLLABLES: Final = frozenset("fan hang him hung king lap ling long man mang nam pan sang sing sun tin".split())
