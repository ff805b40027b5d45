//! English. Verbs stand in their first form, with the past where it is irregular ("say said").

use super::Cues;

pub(super) const CUES: Cues = Cues {
    said: "say said | tell told | warn | add | note | stress | explain | announce | claim | deny | declare | \
           insist | emphasize | emphasise | reiterate | respond | reply | argue | maintain | contend | assert | \
           acknowledge | concede | admit admitted | clarify | remark | report | recall | repeat | confirm | \
           stated stated | affirm | allege | assure | caution | comment | complain | conclude | counter | cite \
           | disclose | estimate | inform | indicate | mention | observe | point_out pointed_out | predict | \
           quip quipped | read read | recount | refute | remind | retort | reveal | specify | tweet | underline \
           | underscore | vow | write wrote | elaborate | summarize | summarise | rule_out ruled_out | dismiss \
           | object | testify | lament | interject | posit | make_clear made_clear | answer | restate | \
           reaffirm | let_it_be_known let_it_be_known | put_it put_it | describe | hint | accuse | spell_out \
           spelt_out | speculate | narrate | characterize | characterise | promise | pledge | deem | lambast | \
           counsel counselled | bristle | stipulate | pronounce | rebut rebutted | swear swore | signal \
           signalled | denounce | decry | deplore | attest | opine | pour_cold_water_on \
           poured_cold_water_on | play_down played_down | hit_out hit_out | push_back pushed_back | \
           hold_out held_out | do_not_believe do_not_believe | does_not_believe does_not_believe | \
           did_not_believe did_not_believe | do_not_think do_not_think | does_not_think does_not_think | \
           did_not_think did_not_think | do_not_rule_out do_not_rule_out | does_not_rule_out does_not_rule_out \
           | did_not_rule_out did_not_rule_out | do_not_see do_not_see | does_not_see does_not_see | \
           did_not_see did_not_see | do_not_expect do_not_expect | does_not_expect does_not_expect | \
           did_not_expect did_not_expect | has_not_ruled_out has_not_ruled_out | would_only_say would_only_say \
           | grumble | gripe | demur demurred | made_plain made_plain | makes_plain makes_plain | made_it_clear \
           made_it_clear | makes_it_clear makes_it_clear | was_clear_that was_clear_that | was_adamant \
           was_adamant | is_adamant is_adamant | are_adamant are_adamant | was_blunt was_blunt | spelled_out \
           spelled_out | took_issue took_issue | takes_issue takes_issue | put_on_notice put_on_notice | \
           gave_assurances gave_assurances | gave_an_assurance gave_an_assurance | let_slip let_slip | \
           sought_to_reassure sought_to_reassure | sounded_a_note sounded_a_note | struck_a_note struck_a_note \
           | shrug_off shrugged_off | wave_away waved_away | brush_aside brushed_aside | brush_off brushed_off \
           | bat_away batted_away | laugh_off laughed_off | sum_up summed_up \
           | portray | liken | concur concurred | admonish | venture | surmise | profess | avow \
           | aver averred | foresee foresaw | would_not_be_drawn would_not_be_drawn \
           | declined_to_say declined_to_say | left_no_doubt left_no_doubt | made_no_secret made_no_secret \
           | let_on let_on | stop_short_of stopped_short_of | recap recapped | enumerate \
           | pin_blame_on pinned_blame_on \
           | would_not_confirm would_not_confirm | would_not_say would_not_say \
           | would_not_comment would_not_comment | could_not_confirm could_not_confirm",
    shown: "express | propose | suggest | urge | demand | ask | illustrate | outline | raise | criticize | \
            criticise | voice | call | praise | welcome | condemn | reject | blame | appeal | offer | speak_of \
            spoke_of | speak_about spoke_about | regret regretted | highlight | question | convey | request | \
            stand_by stood_by | set_out set_out | lay_out laid_out | signal | refer_to referred_to | talk_about \
            talked_about | advise | recommend | believe | hope | expect | decline | refuse | prefer \
            preferred | bring_up brought_up | touch_on touched_on | point_to pointed_to | press pressed | thank \
            | assure | pledge | commit committed | threaten | rebuff | spurn | applaud | commend | salute | \
            castigate | object | protest | dispute | contest | decry | defend | renew | endorse | tell_off \
            told_off | plead pleaded | call_on called_on | call_for called_for | hail | denounce | rebuke | \
            scold | counsel | cast_doubt cast_doubt | vow | implore | estimate | reckon | put_forward \
            put_forward | scorn | remonstrate | apologise | prod prodded | lobby lobbied | warn_off warned_off | \
            hit_back hit_back \
           | beg begged | think thought | doubt | forecast forecast \
           | anticipate | upbraid | berate | chastise | entreat | exhort",
    uttered: "joke | laugh | shout | yell | whisper | cry | exclaim | snap snapped | fire_back fired_back | \
              shoot_back shot_back | hit_back hit_back | muse | opine | chide | implore | plead | intone | thunder | \
              boast | brag bragged | demur demurred | gush | fume | scoff | sneer | wonder | inquire | continue | \
              go_on went_on | begin began | conclude | proclaim | preach | rail | chant | sing sang | post | \
              declare | reason | offer | proceed | suggest | blast | slam slammed | mock | attack | defend | label | \
              dub dubbed | term | denounce | decry | tout | charge | hail | learn | find found | show | see saw | \
              think thought | feel felt | want | consider | quote | echo | deadpan deadpanned | chime_in chimed_in | \
              lash_out lashed_out | address | challenge | criticise | know knew | decide | argue | discuss | \
              detail | publish | hear heard | plan planned | refuse | pray | invite | threaten | encourage | \
              instruct | order | warn | swear swore | apologize | agree agreed | exhort | press | push | \
              rip ripped | ridicule | tease | bemoan | bristle | cheer | deride | lambast | lambaste | advocate | \
              acknowledge | recite | relay | sum_up summed_up | weigh_in weighed_in | crow | marvel | plead pled | \
              pronounce | propose | rant | reckon | reflect | rejoin | reminisce | sigh | snarl | stipulate | \
              theorize | volunteer | write wrote | feature | include",
    according: "according to | in the words of | as reported by | as reported on | as reported in | as noted by | \
                as stated by | as stated in | as described by | as told by | as announced by | per | \
                in the opinion of | in the view of | in the assessment of | words of | account by | as explained by",
    according_to_him: "in his words",
    according_to_her: "in her words",
    after_source: "",
    roles: "spokesman | spokeswoman | spokesperson | spokespeople | spokesmen | press secretary | adviser | \
            advisor | aide | aides | advisers | advisors | official | officials | diplomat | diplomats | \
            minister | ministers | deputy minister | deputy foreign minister | secretary | assistant | envoy | \
            ambassador | senator | senators | congressman | congresswoman | lawmaker | lawmakers | general | \
            commander | chief | head | director | deputy | chairman | chairwoman | chair | governor | mayor | \
            negotiator | negotiators | representative | representatives | analyst | analysts | expert | experts \
            | source | sources | person | people | counterpart | professor | economist | scholar | researcher | \
            fellow | author | critic | critics | observer | observers | lawyer | attorney | candidate | nominee \
            | manager | strategist | reporter | journalist | editor | writer | columnist | historian | speaker | \
            host | judge | justice | officer | opponent | opponents | supporters | senior \
            administration official | administration official | presidential aide | presidential spokesman | \
            national security adviser | national security advisor | deputy secretary | undersecretary | rep | \
            sen | gov | gen | envoys | special envoy | emissary | emissaries | mediator | coordinator | \
            negotiating team | deputy chief | defence chief | defense chief | foreign policy chief | top \
            diplomat | chief negotiator | lead negotiator | delegate | delegates | chargé d'affaires | head of \
            delegation | vice president | president-elect | legislator | legislators | strategists | press \
            officer | consul | inspector general | chancellor | premier | colleague | colleagues \
           | boss | bosses | spies | spymaster | confidant | economists | spy chief | security chief \
           | number two | hawks | technocrat | politician | politicians | leader | veteran",
    collectives: "ministry | department | office | bloc | alliance | press service | press office | delegation | side \
                  | administration | authorities | military | intelligence | embassy | mission | agency | agencies | \
                  website | site | portal | campaign | police | troops | intelligence agencies | intelligence services \
                  | intelligence service | security service | foreign office | high command | general staff | \
                  parliament | negotiating team | consulate | treasury | secretariat | presidency | diplomacy",
    groups: "leaders | presidents | parties | sides | heads of stated stated | men | countries | capitals | \
             ministers | both | two | interlocutors | each \
           | allies",
    documents: "statement | statements | readout | read-out | press release | release | document | communique | \
                communiqué | report | transcript | summary | note | text | tweet | post | letter | message | account \
                | article | poll | survey | study | memo | memorandum | email | filing | ad | footage | indictment | \
                complaint | reply | paper | demarche | draft | drafts | draft treaty | draft treaties | factsheet | \
                fact sheet | dispatch | briefing | joint letter",
    he: "he | him | latter",
    she: "she | her",
    they: "they | one | another | them",
    it: "it",
    that: "that | whether | if | how | why | what",
    who: "who | which | whose | whom",
    breaks: "than | when | after | because | since | although | though | before | until | unless | where \
           | while | whereas",
    and: "and | or",
    but: "but | yet",
    skipped: "has | have | had | is | was | were | be | been | also | later | then | again | now | repeatedly | \
              explicitly | bluntly | publicly | previously | recently | already | earlier | once | often | always \
              | never | further | only | even | just | still | flatly | clearly | simply | openly | directly | \
              reportedly | specifically | separately | meanwhile | too | however | first | additionally | himself \
              | herself | themselves | today | yesterday | monday | tuesday | wednesday | thursday | friday | \
              saturday | sunday | famously | angrily | sarcastically | jokingly | falsely | wrongly | correctly | \
              rightly | strongly | quickly | all | both | twice | did | does | do | for its part | for his part | \
              for her part | for their part | in turn | by contrast | at the same time | in the meantime | on the \
              other hand | in response \
           | nevertheless | nonetheless | likewise | afterwards | subsequently | instead | therefore | thus \
           | indeed | of course | after all | in addition | on friday | on monday | on tuesday \
           | on wednesday | on thursday | on saturday | on sunday | last night | this week | last week \
           | the next day | a day earlier \
           | has long | have long | had long | long since",
    definite: "the | this | his | her | its | their | these | those | our | my",
    unnamed: "source | sources | insider | insiders",
    owners: "his | her | its | their",
    indefinite: "a | an | one | another | some | several | many | two | three | other | unnamed | anonymous | most | \
                 few | top | any",
    prepositions: "of | for | to | at | on | in | by | with | from | about | against | under | over | within | \
                   into | near | between | during | as | toward | towards | amid | through | via | around",
    at: "",
    be: "is | was | were | are | be | been | being | am | gets | got",
    as_said: "as",
    participles: "",
    split: "spoke | speaks | ruled | rules | played | plays | laughed | waved | brushed",
    particles: "of | out | down | off | away",
    speaks: "spoke | speaks",
    about: "of",
    experts: "expert | experts | analyst | analysts | professor | scholar | scholars | historian | researcher | researchers | economist | political scientist | fellow | think tank \
           | think-tank | institute | university | foundation | former | formerly \
           | observers | observer | commentator | commentators | specialist | specialists \
           | critics",
    generic: "official | diplomat | politician | leader | officials | counterpart | colleague",
    one: "",
    have: "",
    reported: "would | could | might",
    accounts: "account | telling | view | reading | estimate | assessment | words | version | description | in his \
               view | in her view | in his opinion",
    by_account: "by | in",
    cites: "quoted | cited | quotes | cites | quoting",
    phoned: "call | calls | called | calling",
    unreal: "to | not | would | could | can | may | might | must | should | will | cannot | didn't | doesn't | \
             don't | won't | wouldn't | couldn't | can't | nor | let's",
    titles: "mr | mrs | ms | dr | sir | lord | gen | sen | rep | gov | prof | lt | col | maj | sgt | amb",
    questions: "q | question | questions | reporter | moderator | journalist | host | interviewer | operator",
    answers: "a | answer",
    own_word: "readout of | readout from | statement by | statement from | statement of | remarks by | address by | \
               background press call | background press gaggle | press briefing by | press gaggle by | \
               press release | press conference by | briefing by | comment by | speech by | fact sheet | speech of | \
               foreign minister | message from | letter from | op-ed by",
    joint: "joint statement | joint communique | joint communiqué | joint declaration | joint readout",
    points_back: "that is according to | that's according to | that was according to",
    counterparts: "counterpart | opposite number",
};
