"""Tables of surnames and given names, with how common they are, and where each figure comes from.

Only parts of names are kept; whole names are put together at random, so that nobody here is real.

- Surnames of Hong Kong: Chan 10.11 %, Wong 7.78 %, Lee 6.02 % and Tang 1.93 % (the 15th) of 400,000 entries of
  residential telephone directories ("Chan rules in name game", South China Morning Post, 9 February 1995); the
  first six hold 36.75 % together (cnphk.com, list of the hundred surnames of Hong Kong). Between these anchors, and
  after the 15th, the shares fall evenly; the order there is a guess.
- Surnames of the Mainland: the ten shares published for Han Chinese (Yuan Yida, Chinese Academy of Sciences, 2006;
  Li 7.94 % ... Wu 2.05 %); then they fall evenly in the order of the Ministry of Public Security's list of 2007.
- English names: two of 102 people with a surname of Hong Kong, counted in 192 real releases and speeches, have the
  same one with a chance of 0.0039 (20 of 5,151 pairs). The share of the n-th in a table is taken as 1 / (n + 25), a
  flattened law of Zipf, which gives that chance; :meth:`Table.collision` computes it and a test holds it.
- People from elsewhere: of 89 with a given name and a surname, counted in 168 real releases and speeches, 18 of the
  3,916 pairs have the same given name (0.0046) and two the same surname (0.0005; at 95 % below 0.0019). The shares
  give 0.0049 for given names, and 0.0021 for surnames: more than counted, since in truth both parts of a name are of
  one country, here not. A test holds both.
- Syllables of Chinese given names: no source says how often each is chosen; 1 / (n + 8), by which the commonest is
  eight times as frequent as the sixtieth.
- 64.1 % of Hong Kong's people go by an English name (survey of 2,049: Bacon-Shone, Bolton, Luke, "Language use,
  proficiency and attitudes in Hong Kong", University of Hong Kong, 2015).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from random import Random

WITH_ENGLISH_NAME = 0.641
_FALL = 0.955  # each surname after the last published one beside the one before it; so all of Hong Kong's are 100 %
_FLAT = 8  # the larger, the more alike the shares of given names
_LONG_TAIL = 25
_FOREIGN_GIVEN, _FOREIGN_SURNAME = 46, 400


@dataclass(frozen=True, slots=True)
class Table:
    """Words, and the running total of their shares."""

    words: tuple[str, ...]
    totals: tuple[float, ...]

    def one(self, random: Random) -> str:
        """One of the words, as often as it is common."""
        return random.choices(self.words, cum_weights=self.totals)[0]

    def collision(self) -> float:
        """The chance that two words drawn are the same."""
        return sum(self.share(word) ** 2 for word in self.words)

    def share(self, word: str) -> float:
        """The share of a word among all."""
        at = self.words.index(word)
        return (self.totals[at] - (self.totals[at - 1] if at else 0)) / self.totals[-1]


def _surnames(words: str, known: Sequence[float]) -> Table:
    """The first words have the known shares; after them the shares fall evenly."""
    found = tuple(words.split())
    rest = (known[-1] * _FALL**step for step in range(1, len(found) - len(known) + 1))
    return Table(found, tuple(accumulate((*known, *rest))))


def _given(words: str, flat: int = _FLAT) -> Table:
    """The share of the n-th word is as 1 / (n + flat)."""
    found = tuple(words.split())
    return Table(found, tuple(accumulate(1 / (rank + flat) for rank in range(1, len(found) + 1))))


def hong_kong_surnames() -> Table:
    """Surnames as Hong Kong spells them; the share in per cent."""
    known = (10.11, 7.78, 6.02, 4.5, 4.3, 4.04, 3.5, 3.25, 3.0, 2.8, 2.6, 2.4, 2.2, 2.05, 1.93)
    return _surnames(
        "Chan Wong Lee Leung Cheung Lam Cheng Ng Ho Lau Yeung Chow Lo Yip Tang Kwok Tsang Mak Fung Tse Chu Hui "
        "Kwan So Yu Ma Poon Choi Yuen Li Tam Siu Law Lai Wu Ip Chung Mok Tong Fok Pang Hung Kong To Lui Chui Luk "
        "Liu Yau Shum Sin Chiu Man Au Suen Lung Ko Tsui Kan Wan Yim Koo Fan Hon Kam Shek Lok Szeto Au-Yeung Mui "
        "Ling Tso Wai Sung Ting Chong Kwong Tsoi Ngai Hau Woo Loh Cheuk Pak Yung Tung Kung Yan Sze Lin Chin Sham "
        "Keung Chick Hsu Kao",
        known,
    )


def mainland_surnames() -> Table:
    """Surnames in Pinyin; the share in per cent."""
    known = (7.94, 7.41, 7.07, 5.38, 4.53, 3.08, 2.29, 2.23, 2.12, 2.05)
    return _surnames(
        "Li Wang Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song "
        "Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren "
        "Shen Yao Zhong Cui Tan Fan Liao Shi Jin Jia Xia Fu Fang Zou Xiong Bai Meng Qin Qiu Hou Yin Xue Yan Duan "
        "Lei Long Tao Gu Hao Mao Shao Wan Qian Dai Mo Kong Xiang Chang Kang Wen Niu Fan Ge",
        known,
    )


def hong_kong_syllables() -> Table:
    """Syllables of Cantonese given names as Hong Kong spells them."""
    return _given(
        "ka wai wing siu chi kwok man yin kin ming hung fai keung tak kit ho chun lai mei yuk yee pui sze tsz hoi "
        "lok hin long yan kei kwong cheung shing shun yiu tat hong chung pak lap king on po ping fung wah wan kam "
        "kwan kuen lun lung mo mun nam nga ngai nok oi sang sau shan shuk suet sum tai tim tin ting to tong wang "
        "wo yat yau ying yu yuen yung ching chiu cho choi chuen fan fat fong hang hei him hon kai kan ki kiu ko "
        "kong kui kwai lan leung lik lim lin ling mui sing tung wun yeung"
    )


def mainland_syllables() -> Table:
    """Syllables of given names in Pinyin."""
    return _given(
        "wei jun ming hong hua guo jian xiao li ping yong hui jie xin yan zhi wen bin jing lin qiang hai dong yu "
        "feng tao fang lei na min juan gang chao bo liang peng hao xiang ying mei yun sheng long zhong qing guang "
        "cheng rong chun ze shan yi ning rui jia bao lan dan xue qi kun zhen de shu yang kai tian song hang mao "
        "ren shi rui an chen he heng ji ke le man nan pei qin run shuo teng xu yuan zhao zu"
    )


def english_names(sex: str) -> Table:
    """English names taken in Hong Kong; ``sex`` is "m" or "f"."""
    if sex == "f":
        return _given(
            "Mary Amy Annie Alice Angela Christine Janet Teresa Betty Carol Catherine Cindy Clara Connie Doris "
            "Elaine Eliza Ellen Emily Esther Eva Florence Grace Helen Irene Ivy Jane Jenny Jessica Joyce Judy "
            "Julia Karen Kitty Linda Lisa Lucy Maggie Margaret Maria May Michelle Monica Nancy Olivia Pauline "
            "Peggy Queenie Rachel Rebecca Rita Rosanna Rose Ruby Sally Salina Sandra Sarah Shirley Sophia Stella "
            "Susanna Sylvia Vivian Wendy Winnie Yvonne Bernadette Candy Daisy Dorothy Fanny Gloria Joanna "
            "Josephine Mabel Phoebe Polly Priscilla Vanessa Ada Adeline Agnes Anita Anna Ann Anne Annette Anissa "
            "Aubrey Barbara Beatrice Bella Belinda Bonnie Brenda Candice Caroline Cecilia Charlotte Cherry Chloe "
            "Christina Claire Cora Cynthia Dawn Deborah Debbie Diana Eleanor Elizabeth Elsa Elsie Emma Erica "
            "Eugenia Eunice Evelyn Fiona Flora Frances Geraldine Gigi Gillian Hannah Harriet Hazel Heidi Hilda "
            "Ida Imelda Iris Isabel Jacqueline Jasmine Jennifer Joan Joanne Joey Judith Kathy Katherine Kelly "
            "Laura Leona Lilian Lily Lorna Louise Lydia Mandy Marina Marion Martha Maureen Melissa Minnie Miranda "
            "Myra Natalie Nora Pamela Pansy Patricia Penny Phyllis Regina Rhoda Roberta Rosemary Ruth Sabrina "
            "Selina Sharon Sheila Sonia Starry Stephanie Susan Susie Tammy Tina Trixie Ursula Vera Veronica "
            "Virginia Vicky Viola Yolanda Zoe",
            flat=_LONG_TAIL,
        )
    return _given(
        "David Peter John Michael Patrick Paul Raymond Stephen Thomas Tony William Alan Albert Alex Andrew "
        "Anthony Benny Bernard Billy Bosco Bruce Charles Chris Clement Daniel Danny Dennis Derek Dominic Donald "
        "Eddie Edmund Edward Edwin Eric Ernest Eugene Francis Frank Frankie Fred Gary George Gilbert Gordon Henry "
        "Herman Jack Jackson James Jason Jeffrey Jimmy Joe Johnny Joseph Kelvin Ken Kenneth Kevin Lawrence Leo "
        "Leslie Louis Mark Martin Matthew Nelson Nicholas Norman Philip Ricky Robert Roger Ronald Samson Samuel "
        "Simon Stanley Terence Timothy Victor Vincent Walter Wilson Wallace Algernon Byron Cecil Duncan Ivan "
        "Keith Lincoln Rex Sunny York Aaron Adrian Alfred Allan Allen Alvin Ambrose Andy Antony Archie Arnold "
        "Arthur Augustine Barnabas Barry Bartholomew Basil Ben Benedict Benjamin Bill Brian Calvin Carl Carlson "
        "Carlton Caspar Chester Christopher Clarence Clifford Colin Conrad Constantine Cyril Cyrus Dave Davy "
        "Denis Desmond Dick Douglas Eden Edgar Elvis Elton Eliot Erick Ferdinand Felix Fergus Gabriel Gavin "
        "Geoffrey Gerald Gerry Godfrey Graham Gregory Gregg Harold Harris Harry Hector Horace Howard Hubert Hugo "
        "Humphrey Ian Ignatius Isaac Jacky Jacob Jasper Jeff Jeremy Jerry Joel Jonathan Johnson Julian Justin "
        "Kaiser Kenny Kim Larry Leonard Leon Lewis Lionel Lloyd Luke Malcolm Marco Marcus Mario Maurice Max "
        "Maximilian Melvin Mike Miles Moses Nathan Neil Nigel Oliver Oscar Otto Percy Perry Quentin Ralph Randy "
        "Randolph Raphael Rayson Rico Rock Roland Ronnie Ronson Roy Rudolf Russell Sam Sebastian Sidney Silas "
        "Spencer Steve Steven Stewart Ted Theodore Titus Tommy Trevor Vernon Wesley Wilfred Winston Zachary",
        flat=_LONG_TAIL,
    )


def foreign_names(sex: str) -> Table:
    """Given names of officials from elsewhere; ``sex`` is "m" or "f"."""
    if sex == "f":
        return _given(
            "Anna Maria Julia Sofia Elena Claudia Laura Ingrid Helga Camille Chloé Isabelle Márta Katarzyna Olga Yuki "
            "Haruka Ji-woo Soo-jin Priya Anjali Fatima Leila Amina Siti Dewi Linh Rosa Carmen Inés Lucía Birgit "
            "Astrid Emma Charlotte Victoria Jacinta Moana Zanele Ngozi Amara Beatriz Joana Renata Irina Svetlana "
            "Daniela Angela Helena Ruth Monika Dorothy Diana Sarah Susan Jennifer Margaret Alison Fiona Heather "
            "Kirsten Annelies Françoise Nathalie Giulia Paola Marta Ewa Zuzana Tatiana Keiko Naoko Min-seo Lakshmi "
            "Meera Shalini Aisha Noor Nguyet Thuy Sri Wulan Chipo Wanjiru Marisol Paulina Valentina Aurora Solveig",
            flat=_FOREIGN_GIVEN,
        )
    return _given(
        "Peter Thomas Michael John David Andrew James Robert Paul Richard Martin Stephen Mark William Robin Philip "
        "Andreas Stefan Jürgen Pierre Laurent François Marco Giuseppe Luca Carlos José Miguel Pedro Jan Piotr Tomáš "
        "László Ivan Dmitri Sergei Kenji Hiroshi Takeshi Min-ho Sung-jin Rajesh Sanjay Vikram Ahmed Mohammed Omar "
        "Hassan Bambang Agus Somchai Minh Lars Erik Anders Mikko Graham Duncan Alistair Kofi Kwame Thabo Tiago João "
        "Ricardo Mehmet Emre Nikolaos Dragan Bogdan Luis Jorge Patrick Brendan Oliver Marcus Tobias Henrik "
        "Christopher Daniel Edward George Simon Jonathan Nicholas Matthew Gordon Kevin Brian Steven Jeffrey Gregory "
        "Alexander Wilhelm Franz Klaus Dieter Wolfgang Jean-Marc Olivier Thierry Philippe Paolo Stefano Antonio "
        "Fernando Javier Rafael Paulo Krzysztof Jiří Gábor Andrei Mikhail Vladimir Taro Kazuo Yoshio Jae-hyun "
        "Dong-wook Arun Ravi Suresh Ashok Khalid Ibrahim Yusuf Abdul Rizal Budi Wirat Tuan Quang Bjørn Jens Mats "
        "Pekka Willem Hendrik Chidi Babajide Sipho Tendai Murat Kostas Zoran Ion Esteban Gustavo",
        flat=_FOREIGN_GIVEN,
    )


def foreign_surnames() -> Table:
    """Surnames of officials from elsewhere."""
    return _given(
        "Miller Brown Harris Thompson Walker Bennett Fraser Murray Kelly Doyle Smith Jones Taylor Williams Davies "
        "Evans Johnson Roberts Robinson Wright Hughes Edwards Green Hall Wood Jackson Clarke Turner Hill Cooper "
        "Morris Ward Moore Clark Baker Harrison Morgan Allen Scott Watson Parker Price Young Mitchell Cook Richardson "
        "Carter Ellis Collins Bell Shaw Murphy Cox Mason Hunt Marshall Simpson Webb Rogers Gray Mills Barnes Knight "
        "Palmer Stevens Holmes Butler Fisher Barker Gibson Pearson Graham Fletcher Howard Andrews Reynolds Ford Cole "
        "Fox Dixon West Lawrence Owen Burton Stone Armstrong Hudson Hawkins Spencer Payne Perkins Lawson Harding "
        "Rhodes Lambert Briggs Austin Chambers Thornton Norton Goddard Hobbs Whitfield Langley Ashworth Crawford "
        "Sinclair Buchanan McDonald McLeod McGregor McKenzie Campbell Stewart Ross Ferguson Henderson Paterson "
        "Cameron Drummond O’Brien O’Neill O’Connor Gallagher Brennan Nolan Quinn Byrne Sullivan Fitzgerald Anderson "
        "Peterson Hoffman Coleman Washington Jefferson Hayes Sanders Bryant Griffin Wallace Sawyer Hammond Whitaker "
        "Schmidt Weber Fischer Hoffmann Krüger Müller Schneider Meyer Wagner Becker Schulz Koch Bauer Richter Klein "
        "Wolf Schröder Neumann Schwarz Zimmermann Braun Hartmann Lange Werner Krause Lehmann Köhler Herrmann König "
        "Walter Huber Kaiser Fuchs Vogel Roth Gruber Steiner Moser Berger Egger Keller Dubois Lefèvre Moreau Girard "
        "Martin Bernard Durand Petit Leroy Simon Laurent Michel Garcin Fournier Mercier Blanc Guérin Boyer Chevalier "
        "Gauthier Perrin Marchand Lemaire Renard Vidal Rossi Bianchi Ferrari Conti Russo Esposito Romano Colombo "
        "Ricci Marino Greco Bruno Gallo Costa Rizzo Lombardi Moretti Barbieri Fontana Mariani García Fernández "
        "Morales Vargas González Rodríguez López Martínez Sánchez Pérez Gómez Díaz Moreno Muñoz Álvarez Romero "
        "Navarro Torres Domínguez Ramos Gil Serrano Castillo Rojas Mendoza Aguilar Guzmán Salazar Herrera Silva "
        "Pereira Santos Ferreira Oliveira Rodrigues Almeida Carvalho Teixeira Moreira Barbosa Cardoso Azevedo Jansen "
        "Visser Peeters Bakker Smit Mulder Bos Dekker Brouwer Dijkstra Vermeulen Claes Wouters Larsen Hansen "
        "Lindqvist Virtanen Nielsen Berg Sørensen Jensen Pedersen Andersen Christensen Rasmussen Johansen Olsen "
        "Haugen Johansson Andersson Karlsson Nilsson Eriksson Lundgren Sandberg Korhonen Mäkinen Nieminen Heikkinen "
        "Novák Kowalski Nagy Horváth Popescu Petrov Ivanov Sokolov Svoboda Dvořák Černý Kučera Wiśniewski Wójcik "
        "Kamiński Lewandowski Zieliński Szabó Tóth Varga Kiss Molnár Ionescu Popa Stan Dumitru Georgiev Dimitrov "
        "Smirnov Kuznetsov Popov Volkov Morozov Kovalenko Shevchenko Bondarenko Jovanović Marković Petrović Nikolić "
        "Horvat Kovačić Papadopoulos Georgiou Nikolaidis Tanaka Suzuki Watanabe Kobayashi Sato Takahashi Ito Yamamoto "
        "Nakamura Kato Yoshida Yamada Sasaki Yamaguchi Matsumoto Inoue Kimura Hayashi Shimizu Saito Mori Abe Ikeda "
        "Hashimoto Ishikawa Ogawa Okada Goto Hasegawa Fujita Kondo Sakamoto Endo Aoki Kim Park Jung Kang Yoon Shin "
        "Hwang Seo Kwon Sharma Patel Gupta Rao Singh Kumar Verma Mehta Shah Joshi Desai Iyer Nair Menon Pillai Reddy "
        "Chopra Kapoor Malhotra Banerjee Mukherjee Chatterjee Bose Das Perera Fernando Jayawardena Khan Rahman "
        "Hussain Abdullah Ismail Ahmad Ali Hasan Malik Qureshi Siddiqui Chowdhury Haddad Mansour Khoury Nasser Farouk "
        "Al-Sayed Al-Rashid Aziz Karimi Hosseini Santoso Wijaya Suharto Hidayat Nugroho Setiawan Kusuma Gunawan Tran "
        "Pham Nguyen Vu Hoang Dang Bui Duong Chaiyasit Srisai Wongsa Thongchai Reyes Cruz Bautista Villanueva Aquino "
        "Mercado Okafor Mensah Dlamini Nkosi Adeyemi Eze Balogun Owusu Boateng Asante Kamau Mwangi Otieno Njoroge "
        "Banda Phiri Moyo Ndlovu Mokoena Khumalo Diallo Traoré Keita Sow Tesfaye Haile Yilmaz Kaya Demir Çelik Şahin "
        "Aydin Öztürk",
        flat=_FOREIGN_SURNAME,
    )
