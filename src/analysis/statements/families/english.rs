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
restriction limit limitation curb
troop force army soldier military
buildup build amass mass concentrate concentration gather presence
border frontier
vicinity close
measure step
sanction penalty reprisal repercussion punish
consequence cost
respond response react reaction answer reply
warn threaten threat threatening
expand expansion enlarge enlargement widen
east eastern eastward
guarantee assurance
deploy deployment place placement station
weapon arms
concern worry alarm anxiety
private closed
line channel link
residence home
adviser aide assistant advisor
readout communique release
agree agreement accord
instruct direct task order
representative delegation team
invade invasion attack offensive aggression incursion march
exclude rule prevent ban preclude prohibit reject rejection bar
legal law legally
fix enshrine binding bind
fulfil implement implementation fulfill comply compliance observe
sabotage violate violation dismantle undermine breach disrupt
main chief key mainly predominant prevail dominate primary mostly
vow promise pledge
hope hopeful
real reality
press media newspaper journalist
severe serious huge strong decisive decisively harsh tough unprecedented robust sharp
large massive
video online virtual
cooperate cooperation
solution settlement settle resolve resolving
discuss raise touch
accept acceptable
brief debrief inform
plan intend intention prepare
consult consultation
support back
expel expulsion
property estate
telephone phone
escalate escalation
difficult difficulty problem
mission embassy
poor unsatisfactory bad
alliance ally
business businesslike
frank candid
dialog dialogue
commitment commit
refute deny denial
economic economy financial
progress advance
recall remember remind
diplomatic diplomat
speak spoke spoken
reach arrive
start begin launch commence
propose suggest offer proposal suggestion
satisfied satisfaction satisfactory satisfactorily pleased happy
picture footage photo image photograph
participate join attend participant
demand insist require
want seek wish request
keep continue remain maintain
chance opportunity possibility
remark comment
visit trip",
    frame: "said says say told tell president presidents press secretary spokesman spokesperson spokeswoman statement \
        note add stress according accord describe emphasize emphasise clarify official leader reporter express issue \
        state",
};
