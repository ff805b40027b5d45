//! English words. See [`super::Background`].

use super::Background;

pub(super) const ENGLISH: Background = Background {
    stop: "a about above after again against ago all almost along already also although always am among an and another \
        any are around as at away be became because been before being below between both but by came can could did do \
        does doing done down during each either else even ever every few for from further get got had has have having \
        he her here hers herself him himself his how however i if in into is it its itself just last least less let \
        like made make many may me might more most mr mrs ms much must my myself near now of off often on once one only \
        or other our ours out over own per quite rather s same second see she should since so some still such t take \
        than that the their theirs them themselves then there these they this those though through thus to too under \
        until up upon very was we well went were what when where whether which while who whom whose why will with \
        within would yet you your",
    negations: "not no never nor cannot without neither none nobody nothing",
    numbers: "two second-largest,three third,four fourth,five fifth,six sixth,seven seventh,eight eighth,nine ninth,\
        ten tenth,eleven eleventh,twelve dozen twelfth",
    parties: &[
        ("us", "us, usa, america, american, washington, united states"),
        ("russia", "russia, russian, moscow, russians"),
        ("ukraine", "ukraine, ukrainian, kiev, kyiv"),
        ("nato", "nato"),
        ("eu", "eu, european union"),
        ("kremlin", "kremlin"),
        ("white house", "white house"),
    ],
    families: "talk negotiation conversation call discussion meeting meet teleconference videoconference summit
lift cancel reset nullify remove revoke scrap waive ease annul abolish
restriction limit limitation curb constrain constraint
troop force army soldier military personnel serviceman
buildup build amass mass concentrate concentration gather presence
border frontier
vicinity close
measure step
sanction penalty reprisal repercussion punish punishment
consequence cost
respond response react reaction answer reply
warn threaten threat threatening
expand expansion enlarge enlargement widen grow growth
east eastern eastward
guarantee assurance guaranteed
deploy deployment place placement station install
weapon arms armament missile
concern worry alarm anxiety fear afraid
private closed
line channel link
residence home
adviser aide assistant advisor
readout communique release
agree agreement accord pact treaty deal
instruct direct task order
representative delegation team staff envoy
invade invasion attack offensive aggression incursion assault
exclude rule prevent ban preclude prohibit reject rejection bar dismiss refuse refusal unacceptable
legal law legally
fix enshrine binding bind
fulfil implement implementation fulfill comply compliance observe
sabotage violate violation dismantle undermine breach disrupt
main chief key mainly predominant prevail dominate primary mostly
vow promise pledge undertaking
hope hopeful
real reality
press media newspaper journalist
severe serious huge strong decisive decisively harsh tough unprecedented robust sharp
large massive
video online virtual
cooperate cooperation
solution settlement settle resolve resolving
discuss raise touch mention
accept acceptable
brief debrief inform
plan intend intention prepare
consult consultation
support back endorse
expel expulsion
property estate
telephone phone
escalate escalation
difficult difficulty problem
mission embassy consulate consular
poor unsatisfactory bad
alliance ally coalition
business businesslike
frank candid
dialog dialogue
commitment commit
refute deny denial
economic economy financial
progress advance
recall remember remind
diplomatic diplomat
speak spoke spoken rang
reach arrive
start begin launch commence
propose suggest offer proposal suggestion
satisfied satisfaction satisfactory satisfactorily pleased happy
picture footage photo image photograph
participate join attend participant
demand insist require
want seek wish request ask
keep continue remain maintain
chance opportunity possibility
remark comment
visit trip
breakdown break broke broken rupture sever collapse
mistake error blunder
withdraw withdrew withdrawal pull pullback retreat
hack hacker cyber cyberattack ransomware cybercrime cybercriminal cybersecurity
reduce reduction cut cutback
rise rose risen increase climb jump surge
fall fell fallen drop decline slide slip decrease
win won victory triumph
lose lost loss defeat
kill dead death die
arrest detain detention custody
resign resignation quit
buy bought purchase acquire acquisition
sell sold sale
injure injury wound hurt
lawsuit sue suit
firm company corporation
share stock equity
halt stop cease suspend suspension
delay postpone
approve approval
oppose opposition
reinforce strengthen fortify bolster boost
estimate assess assessment
evidence proof
tone mood atmosphere
useful productive constructive
leave left depart departure
publish publication unveil
document paper
give gave given provide supply deliver delivery
built construct construction
show showed shown demonstrate
believe belief
job employment
worker employee
child children kid
car vehicle automobile
doctor physician
big enormous
quick swift fast rapid",
    frame: "said says say told tell president presidents press secretary spokesman spokesperson spokeswoman statement \
        note add stress according accord describe emphasize emphasise clarify official leader reporter express issue \
        state thank question hi hello okay ok yeah yes sure sorry please everybody everyone folk guy welcome afternoon \
        morning evening attribute attributable attribution embargo briefing senior administration speaker reminder \
        characterize characterise detail specific pm am inaudible applause laughter crosstalk mean thing lot going know \
        think guess",
    acts: "propose warn promise agree discuss insist want refute instruct support hope concern recall keep reject lift speak accept",
    days: "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december",
    pronouns: "it its this that these those they them their he she his her such there so",
    stage: "question thank thanks embargo attribute attributed attributable attribution background awareness turn item glad",
    speakers: "i you we me us my your our i'm i'll i'd i've we're we'll we've you're let's",
    common: [
        "people year time work national first want use called party political back government don't country day come \
         right way support need us look reported group world trying week change including law candidate election good \
         part end show asked city home campaign point following month public vote case different",
        "court place major long really live person interest name put help night lead general turn move remain continue \
         talking decision members former provide representative become million based start find course business system \
         close added better plan life little build job run race give far next feel high important tax didn't workers \
         today kind number attacks cut keep set action security voters something open union win early health found \
         information best response friends center women convention force suggested fact recent hope believe final large \
         left several power face reason office old war you're care school black direct manager interview given meeting \
         man economic hand appeared seemed problem development results later policy author raised clear program created \
         criticism students pay big past cause actually they're spending term research community we're act company \
         matter position great view increasingly proposed class full percent particularly responded enough debate \
         related certain special efforts presidential strong happened idea leave governor fear took money history real \
         effect considered line known men doesn't understand hold speaking technology side polls international thought \
         possible stop experience current watch success growing order play step example level half expected focus joke \
         discuss primary language area allowed father family top industry address fight commitment limited social \
         figure initiative learned decades stand across instead love offer process head read wrote space together study \
         rules present federal announced deal received seen required outside nominee small products hard island free \
         words return served children constitutional control media challenge active bring able share documents \
         beginning hours th anything billion performance audience book economy form college decided can't liberal hear \
         released opportunity additional stay town future car organization minutes population short favor claim border \
         human individual oh global lost speech front seeking protect improve standard lose role spent story completely \
         judge cost rate natural post taken comments service probably room project event game conservative operations \
         trade mother period crisis woman published citizens energy respect private chief gave involved minority water \
         serious isn't record loss reach behind air labor video education held everything defend independent",
        "prepared image attention existing network endorsed passed argued measures visit executive failed referring \
         military self evidence choice super push sitting late main billionaire sound ties earlier local land voice \
         killed bit account age entering especially won't young declined foreign ground democracy whole benefits \
         opinion dangerous dropped common middle appeal adviser agenda similar sense sign answer wasn't explained \
         source immigration check writing politicians agreed summer board quickly practice attract century previous \
         strength draw establishment bad lack overall corporate despite approach basically letter test maybe charge \
         dollars professor thousands training perhaps civil soon toward traditional death began file promise bank \
         beyond rest eyes food capital region wait amount someone racial argument exchange walk cover track refused \
         prove wrong prevent host article died fair parents target mind engage market remarks correct opposition mark \
         director met list residents sort break exactly surprise accept consistently saw sometimes compared online \
         retired we've data growth joined single remember choose entire produced team aides attempt discrimination \
         higher participate travel available pick vice damage hundreds price missing deep greater staff usually access \
         generation mention advantage gains situation carried digital types lie pretty value body income task plant \
         culture struggled whatever lower wage peace society denied drive potential born editor message risk gonna \
         property longer original concerns rise declared launched page popular contests financial hall ignored material \
         modern sent divided green phone widely victory alone defense designed mass mixed average climate star anyone \
         key observers achieve al recognize site arrived celebrated nomination touch wish connection goal immediately \
         reduce legal credit divisive intended moment regarding soldiers wouldn't fund solutions cast opposed element \
         various collected content affect fix principles color supposed total simply worth apparently combined door \
         relationship true expand fit ready chance medical path send goes encourage fall hit table estate violence \
         central moderate attended confirmed influence ahead apply led art card light inside maintained neighborhood \
         piece paper daughter count shift wave condition secret employees subject forward gone machine oil terrorism ad \
         diverse flight location murder reform roots email couple huge skills trail district repeatedly ultimately \
         built hurt nuclear request survey trust occur commander bear anti computers finish music red shop stake \
         wearing investment low depending rock warned background except tool dead degree freedom platform wealth \
         compete founder definitely experts heard hot science structure crowd estimates affairs captured demand double \
         separate truth violation registered agency competition firm samples expensive blue difficult enforcement \
         fellow leaning listen pledged regularly relief save chemical details determined environment floor gathering \
         proud block child radio treated behavior contained kept protesters tour contributions trial consequences \
         husband latest partners provisions stood appointed classic doubt replaced sell date disappointed fire criminal \
         safe destroyed acknowledged budget intelligence assistant code heart leadership photo due extreme ability \
         alternative career construction de experienced manufacturing title weekend broad brown review witness suffered \
         deeply unlikely urged conference purpose sentence assembly categories chair enjoyed equal fast knowledge \
         picture ranks substantial rally academic aggressive borrowing doctor fly heat non sessions spoke theory wonder \
         identify movement allies basis implemented loan native professional scale apart attorney factory conducted \
         restrictions shooting wife convicted elite fun fundamental historic honor instance larger match object pull re \
         season spot style knew survive written communications debt hate trouble ensure selected stock consumers \
         invited biggest chairman confidence conversation linked proceed sensitive simple trip volunteer absolutely \
         army boy constantly customers extends newspaper shown throughout classified promoting series colleagues \
         illegal inspired mission owners adult eat fuel identity indicated miles multiple player reality recommended \
         resources sustainable violent you'll worried adopted assume advanced aware employers scores spring worst field \
         transition typically wind biased edge era excitement factors perfect recalled scheduled exposure church \
         necessarily obviously offensive chapter treatment overwhelming contact shouldn't size gun abuse advice \
         appreciated dominated filled fine revealed revenue seeds conclusion dinner gap laugh lay noticed rose shape \
         striking unless percentage assault coverage eventually somebody admitted clean convinced emotional range seats \
         twice box dancing easily display essentially you've yourself battle conflict crossed emergency normal reflects \
         teaching tribe website progressive animals channel indeed map poor reputation safety surge weapons narrow \
         avoid minister pressure duties sexual significant suited wash aren't beautiful buy comfortable core couldn't \
         crucial function imposing method spread stupid hiring disaster camp infrastructure screening square easier \
         heavy http lock prison purchase revolution road runner ban television bridge evolved failure familiar famous \
         lift meant physical tomorrow topic village investigation stuff terrorist anybody earned inevitable prominent \
         quality rejected replied slow joint loud rapidly balanced fully honest necessary slightly affordable contrast \
         hasn't negotiations roughly airport concluded fighters kids logic obtained provocation removed threat tired \
         adjustments bar bought delay description driven formally frequently haven't accurate accused admiral cheers \
         female hospital pilot pocket wake shuttle analysis defined gas trend younger behalf burn confront outcome \
         religion wild strategy alarm combat comprehensive easy entertainment favorite highlighting railed ill \
         incredible rare surrounding variety atoms complex crime emerged ideological store therefore clothes earth \
         examined pattern succeed twenty approval profit troops police pro brain contract cool cooperation editing \
         guilty imagine mining net ongoing passion prior qualified status terrible twist angry delivered felt greatest \
         plenty solid son aimed cycle feet hair introduced label legislation preserve sales station chosen randomly \
         theater complicated consultant defeat massive nationalist ran repair restaurants waiver",
    ],
};
