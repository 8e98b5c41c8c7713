"""Frequent English words that are written in lower case in running text.

They tell a personal name from other capitalised words after a rank ("General Logistics Academy"), and restore the
case of releases set in capitals. Compiled by counting: words met at least six times inside sentences of official
speeches, at least three times as often in lower case as with a capital.
"""

from __future__ import annotations

from typing import Final

COMMON: Final = frozenset(
    """
    a ability able about above abroad absolutely abundance abundant academia academic academics academy
    accelerate accelerating accepted access accommodate accompanied accordance accorded according account
    accountable accounted accounting achieve achieved achievement achievements achieving across act actions
    active actively activities acts actually actuaries adapt add added addition additional addressed addressing
    administering adopt adopted adopting adoption advance advanced advances advantage advantages advice advisory
    advocating affected affluent affordable after afternoon again against age aged ageing agencies agenda ago
    agree agreed ahead aim aiming aims air all alleviate alleviation allocate allocated allocation allow
    allowance allowing almost alone along already also alternative although alumni always ambitions ambitious
    amended amendment amendments amid amidst among amongst amount amounted amounting ample an analytics and
    announced announcement annual annually another answer anti-corruption anti-epidemic anticipated any anywhere
    apart applicants application applications apply applying appoint appointed appreciation approach approaching
    appropriate approval approved arbitration are areas arising around arrangements artificial as aside ask
    asked aspect aspects aspiration aspirations asset assets assist assisting associated associations assure
    assured at athletes attacks attempt attend attended attending attends attention attitude attract attracted
    attracting attractive audience autonomy available average awarded awardees aware awareness away back
    background balance banking banks banquet barriers base based basis batch be became because become becoming
    been before began begin beginning begun behalf behind being belief believe believes below beneficial
    beneficiary benefit benefited benefiting benefits benefitted best better between beyond big bigger biggest
    bilateral biomedical biotech biotechnology birth bit blessed blockchain boards bodies body bold bolster
    bonds boost boosting border borne borrowing both boundary boundless brand-new break breakfast breastfeeding
    briefed bright brilliant bring bringing brings broad broadly brought build building buildings built burden
    bureaux busiest business business-friendly businesses but buy by call called calling calls came campaign
    campus can cancer cannot canvass capabilities capability capable capacity capita capital capitalise carbon
    care career careers cargo caring carry carrying cars case cases cash cater cause caused ceiling celebrate
    celebrating cent centres century ceremony certain certainly chain chaired chairing challenge challenges
    chambers chance change changed changes changing channels chaos characteristics charge child children choice
    choosing chosen circle circulation circumstances cities citizens city class clean clear clearly clinical
    close closely cloud cluster clusters co co-operation co-ordinate coal codes collaborate collaboration
    collaborative colleagues collect collection collective combating combined come comes coming commence commend
    commercial commissioned commissioning commissions commitment committed committees common communication
    communications communities community companies company compared compassionate compelling competition
    competitive complaints complement complementarity complete completed completion complicated comprehensively
    comprises comprising compulsory conceived concept concern concerned concerns concert concerted concessions
    concluded concrete condition conditions conducive conduct conducted conducting conference confidence
    confident confirmed conflicts congratulate congratulations connected connecting connection connections
    connectivity connects consensus conservation consider considerable consideration considerations considering
    consistently consolidate consolidating constitutional constraints construction constructive consultation
    container context continue continued continues continuing continuous continuously contracts contribute
    contributed contributing contribution contributions control convenience convenient conviction cope core
    cornerstone corporate corporations corridors cost costs could count counterparts countries counts couple
    coupled course courses cover coverage covered covering covers create created creates creating creation
    creative creativity crime crisis criteria critical cross-border cross-boundary cross-sector cruise culture
    cultures currency current current-term currently curriculum customers daily data date daunting day days deal
    debate decade decades decarbonisation decided decision decisions dedicated dedication deduction deductions
    deep deepen deeper deeply definitely degree delegation delighted deliver delivered delivering delivery
    demand demands demonstrate demonstrated demonstrates departments described designed despite destination
    destinations destined detailed details determination determined develop developed developers developing
    developments devices devote devoted did difference differences different difficult difficulties digital
    dinner direct direction directions directly disadvantaged disciplines discuss discussion discussions disease
    diseases dispute dispute-resolution disputes distinct distinguished districts diverse diversified diversify
    do doctors does doing domestic don done double doubled doubt down draw drawing drawn drive driven drivers
    driving dropped drug drugs due during duties duty dynamic each eager earlier early earmarked ease easier
    easily eastern easy economies economy ecosystem edge edition education educational effect effective
    effectively effectiveness efficiency efficient effort efforts eight either elderly electoral electricity
    electronic element elements eligible elite embrace embraces embracing emerge emerged emerging emissions
    emphasis employees employment enable enabled enables enabling enacted enactment encourage encouraged
    encouragement encourages encouraging end endanger endeavour endeavours energy enforcement engage engaged
    engagement engaging engine engineering engineers enhance enhanced enhancement enhances enhancing enjoy
    enjoyable enjoyed enjoys enormous enough enrich enrolled ensure ensuring enter entering enterprises
    entertainment enthusiastic entire entirely entrepreneurs entry environment environmental epidemic equally
    equipment equity equivalent era escalating especially essential establish established establishing
    establishment estimated etc ethnic even evening event events ever every everyone everything exactly examine
    example examples exceeded excel excellence excellent exception exchanged excited exciting exhibitions
    existing expand expanded expanding expansion expect expected expedite expediting expenditure expenses
    experience experienced experiences expert expertise experts explain explore exploring export expressed
    extend extending extends extensive external extra extraordinary extreme extremely face faced facilitate
    facilitating facilitator facilities facility facing fact factor factors facts fair familiar families family
    far far-reaching fashion fast fast-growing fast-track favourable feasibility features featuring feedback
    feel fellow female few field fields fifth fight fighting figures filled finally finance financial financing
    find finding findings finished firms first first-hand fiscal flagship flat flats fleet flexible flight floor
    flourish flourishing flow flows focus focused focusing follow followed following for forces foremost forging
    formal former forms formulate formulating formulation forward foster fostering foundations founded founding
    four fourth framework free freedoms freest fresh friends from front fronts fruit fruitful fuel fulfil full
    fully function functions fund-raising fundamental funded funding fundraising funds further future gain
    gained gaining gains gap gateway gathering generally generate generation generations genetic gentlemen
    geographical get getting give given gives giving glad global globalisation globally globe go goal goals goes
    going gone good goods got governance governments gradually graduates grasp grateful gratifying gratitude
    great greatly green grew ground groundbreaking group groups grow growing grown growth guests guidance
    guidelines guiding had half hand handle handling hands happen happiness happy hard hardly harmonious harmony
    has have having he headquarters healthcare healthy hear heard heart heightened heights held help helped
    helping helps her here high high-end high-level high-quality high-speed higher highest highlight highlights
    highly him his historic history hit hold holding holidays holistic home honour honoured hope hopefully
    hospitals host hosted hosting hosts hours household households housing how however hub huge human hundreds
    idea ideal ideas identified identify identity if illustrious immediate immediately immense impact imperative
    impetus implement implementation implemented implementing importance important impressed impressive improve
    improved improvement improvements improving in in-depth inaugural incentives inception include included
    includes including inclusion inclusive inclusiveness income increase increased increases increasing
    increasingly incurred indeed independence independent indicated indispensable individual individuals
    industrial industries industry inevitably information infrastructural infrastructure initial initiatives
    inject innovation innovation-driven innovations innovative insight insights inspiration inspire inspired
    inspiring installation instead institutes institutional institutions instrumental insurance insurer insurers
    integral integrate integration integrity intelligence intensity interact interaction interactive interest
    interested interests interference internal internationalisation internationally into introduce introduced
    introducing invaluable invested investing investment investments investor investors invite invited inviting
    involved involvement involving inward is issuance issue issued issuers issues it its itself job jobs join
    joined joining joins joint jointly journey judges judicial jurisdictions just keen keep key keynote kids
    kilometres kind kindergarten kindergartens know knowledge known laboratories labour ladder ladies lady laid
    land landmark landscape language large large-scale largely larger largest last late later latest latter
    launch launched launching laws lead leader leaders leadership leading leads learn learning lease least leave
    led left legal legislation legislature legitimate leisure less let level levels leverage leveraging
    liberalisation licences lie lies life light like limit limits line lines linking links listed listen listing
    little live liveable livelihood lives living local locally located location logistics long long-standing
    long-term longer longstanding look looking looks lost lot love low low-carbon lower lowest lunch luncheon
    made maiden maintain maintained maintaining major majority make makes making manage managed management
    mandate mankind manner manpower manufacturing many map mark market markets marks matching maternity matter
    mature me mean meaningful means measure measures mechanism mechanisms media medical medium meet meeting
    meetings meets mega member members memorable men mental mention mentioned merchandise merely message met
    metres mid middle might milestone million mind minds ministries minorities minority minutes mission mix
    mobile model models modern moment momentum money monitor monitoring month monthly months more morning most
    mothers motion move moved moving much multi-disciplinary multi-pronged multilateral multinational multiple
    music must mutual mutually my myself name named namely nation natural naturally nature near nearly necessary
    need needed needs negative net network networks never new newly news next night nine no non non-governmental
    noon normal not notable notably note noted now number numbers numerous nursing nurture nurturing oath
    objective objectives obtaining occasion occasions of off offer offered offering offerings offers officers
    offices official officials officiated officiates offshore often old on on-site once one one-stop one-third
    online only open opened opening opening-up opens operate operating operation operational operations
    operators opportunities opportunity options or order organisations organise organised organiser organisers
    organising original other others our ourselves out outcomes outlined outlook outside outstanding over
    overall overcome overcoming overseas overwhelming own owners paid pandemic parent parents parks part
    participants participate participating participation particular particularly parties partner partners
    partnerships parts passed passenger passengers passion past patent paternity patient patients pay payments
    people people-to-people per percentage perfect perform performance performing perhaps period person personal
    personally persons perspective pharmaceutical phase phases philosophy physical piece pillar pilot pioneered
    pioneering pivotal place placed places planned planning plans platform platforms play played players playing
    plays pleasant please pleased pleasure pledge pledged plenary plenty point pointed points policies
    policymakers political politicians politics pool poor popular population ports posed position positioned
    positioning positions positive possible post-secondary potential poverty power practical practice practices
    practitioners pre-profit pre-revenue pre-school precious preferred premises premium preparation preparatory
    prepare prepared presence present presented presenting presents press pressing pressure prestigious prevent
    prevention previous prices pride primary principle principles priorities priority private proactive
    proactively problem problems procedures process processes procurement produce produced production
    productivity products profession professional professionalism professionals profits profound programmes
    progress progressive progressively project projects prominent promise promising promote promoted promoter
    promoting promulgated promulgation proper proposal proposals proposed prospects prosperity prosperous
    protect protected protecting protection protectionism proud provide provided provider providers provides
    providing provinces provision provisions prowess proximity public publication publicity publicly published
    purpose purposes pursue pursuing pursuit push put putting qualifications quality quarantine quarter question
    questions quite raise raised raising range ranging ranked ranking ranks rapid rapidly rate rated rather
    ratio reach reached reaching read ready real real-time realisation realise realised realising reality really
    reason reasons receive received receives receiving recent recently reception recipients reclamation
    recognise recognised recognition recommendation recommendations record recovery recruit recurrent
    redevelopment reduce reduced reducing reduction reflect reflected reflects regard regarded regime regional
    regions registered registration regulation regulations regulators regulatory rehabilitation reinforce
    reinforced reinforcing related relations relationship relatively released relevant reliable relief remain
    remained remaining remains remarkable remarks remember renewable renowned rental replace reporter reporters
    represent representatives represented representing represents reputation require required requirement
    requirements requires research researchers reserve residential residents resilience resolute resolution
    resolve resource resources respect respected respective respectively respond responded responding response
    responsibility responsible rest restore restored restrictions result results resume retail retirement return
    returning returns revamped revenue review reviewing revitalisation rewarding rewards rich ride right rights
    rise rising risk risk-management risks roads robotics robust role roles rolled room rose round row rule
    rules run running runs runway safe safeguard safest safety said sale same sanctions save say saying scale
    scene schedule scheduled schemes scholars schools scientific scientists scope scrutiny sea second
    second-largest secondary sector sectors see seeing seek seeking seen seize seizing select self-financing
    selling seminar senior sense separately series serious seriously servants serve served serves service
    services serving session sessions set setting seven seventh several severe severely shall shape share shared
    sharing shift ship ships short shortage shorten shortly should show showcase showcasing showing shown shows
    side sides sign signed significance significant significantly signing signs similar simple simply since
    sincere single singular site sites situation six sixth size skills small smooth so social society solid
    solution solutions some something sometimes soon sophisticated sort sound source sources southern
    sovereignty space spared speak speakers speaking speaks specific speech speed spend spending spent spirit
    spoke spokesman spokeswoman sports spotlight spread stability stable staff stage stakeholders stand standard
    standards stands start start-up start-ups started starting state-of-the-art stated statement status
    statutory staunch stay steadfast steadfastly steam steer step still stimulate stood stop storm strategic
    strategies streamlining streets strength strengthen strengthened strengthening strengths stress stringent
    strive striving strong stronger strongly structure student students studies study studying style subject
    subjects subsidies subsidise substantial substantive succeed success successful successfully such sufficient
    suggestions suitable super supply support supported supporter supporting supports sure surely surged
    surprisingly survey sustain sustainable synergy system tackle take taken takes taking talent talented
    talents talk talking tangible tap target targeted targets tax teachers teaching team teams tech technical
    technological technologies technology tell temporary ten tenure term terms terrorist test testimony testing
    textiles than thank thanked thanks that the their them thematic theme themselves then there thereby
    therefore these they thing things thinking third this thorough those thoughts thousands threats three
    three-runway thrilled thrive thriving through throughout throughput thus ties time timely times to toast
    today together told tomorrow tonight tonnes too took top top-notch topic topics topped total totally tour
    toured tourists tours towards track trading tradition traditional traffic train trained training
    transactions transform transformation transformed transforming transition transitional translation transport
    transportation travel travelling treatment tree tremendous trend trends trial trials trip trips true truly
    trusted try turn turned turning twice two-day two-way types ultimately uncertainties under underline
    undermined underpinned understand understanding undertaken unemployment unequivocal unimpeded unique units
    universities unprecedented unrest until unwavering up uphold upholding upon us use used users using usual
    vaccination vaccines valuable value value-added values variety various vast vehicles venture ventures venue
    very via vibrant video view views violence virtual virus vision visionary visit visited visiting visitors
    visits vital voices volume vote waiting want warm warmest was waste water waterfront wave way ways we wealth
    weather week weeks welcome welcomed welcoming well well-being went were what whatever when where whether
    which while who whole whole-person whom whose why wide wide-ranging wider will willing win-win winners
    wisdom wish with within without witness witnessed women won wonderful words work worked workers workforce
    working workplace works world world-class world-renowned worldwide worries worth would year year-on-year
    years yesterday yet you young younger your zero
    """.split()
)
