//! English. Verbs stand in their first form, with the past where it is irregular ("say said").

use super::Cues;

pub(super) const CUES: Cues = Cues {
    said: "say said | tell told | warn | add | note | stress | explain | announce | claim | deny | declare | \
           insist | emphasize | emphasise | reiterate | respond | reply | argue | maintain | contend | assert | \
           acknowledge | concede | admit admitted | clarify | remark | report | recall | repeat | confirm | \
           stated stated | affirm | allege | assure | caution | comment | complain | conclude | counter | cite | \
           disclose | estimate | inform | indicate | mention | observe | point_out pointed_out | predict | \
           quip quipped | read read | recount | refute | remind | retort | reveal | specify | tweet | underline | \
           underscore | vow | write wrote | elaborate | summarize | summarise | rule_out ruled_out | dismiss | \
           object | testify | lament | interject | posit | make_clear made_clear | answer | restate | reaffirm | \
           let_it_be_known let_it_be_known | put_it put_it | describe | hint | accuse | spell_out spelt_out | \
           speculate | narrate | characterize | characterise | promise | pledge | deem",
    shown: "express | propose | suggest | urge | demand | ask | illustrate | outline | raise | criticize | \
            criticise | voice | call | praise | welcome | condemn | reject | blame | appeal | list | offer | \
            speak_of spoke_of | speak_about spoke_about | regret regretted | highlight | question | convey | \
            request | stand_by stood_by | set_out set_out | lay_out laid_out | signal | refer_to referred_to | \
            talk_about talked_about | advise | recommend | believe | hope | expect | decline | refuse | \
            prefer preferred | bring_up brought_up | touch_on touched_on | point_to pointed_to",
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
            advisor | aide | aides | advisers | advisors | official | officials | diplomat | diplomats | minister | \
            ministers | deputy minister | deputy foreign minister | secretary | assistant | envoy | ambassador | \
            senator | senators | congressman | congresswoman | lawmaker | lawmakers | general | commander | chief | \
            head | director | deputy | chairman | chairwoman | chair | governor | mayor | negotiator | negotiators | \
            representative | representatives | analyst | analysts | expert | experts | source | sources | person | \
            people | counterpart | professor | economist | scholar | researcher | fellow | author | critic | \
            critics | observer | observers | lawyer | attorney | candidate | nominee | manager | strategist | \
            reporter | journalist | editor | writer | columnist | historian | speaker | host | judge | justice | \
            officer | opponent | opponents | supporters | allies | senior administration official | \
            administration official | presidential aide | presidential spokesman | national security adviser | \
            national security advisor | deputy secretary | undersecretary | rep | sen | gov | gen",
    collectives: "ministry | department | office | bloc | alliance | press service | press office | delegation | \
                  side | administration | authorities | military | intelligence | embassy | mission | agency | \
                  agencies | website | site | portal | campaign | police | troops",
    groups: "leaders | presidents | parties | sides | heads of stated stated | men | countries | capitals | \
             ministers | both | two | interlocutors | each",
    documents: "statement | statements | readout | read-out | press release | release | document | communique | \
                communiqué | report | transcript | summary | note | text | tweet | post | letter | message | \
                account | article | poll | survey | study | memo | memorandum | email | filing | ad | footage | \
                indictment | complaint",
    he: "he | him | latter",
    she: "she | her",
    they: "they | one | another | them",
    it: "it",
    that: "that | whether | if | how | why | what",
    who: "who | which | whose | whom",
    breaks: "than | when | after | because | since | although | though | before | until | unless | where",
    and: "and | or",
    but: "but | yet",
    skipped: "has | have | had | is | was | were | be | been | also | later | then | again | now | repeatedly | \
              explicitly | bluntly | publicly | previously | recently | already | earlier | once | often | always | \
              never | further | only | even | just | still | flatly | clearly | simply | openly | directly | \
              reportedly | specifically | separately | meanwhile | too | however | first | additionally | himself | \
              herself | themselves | today | yesterday | monday | tuesday | wednesday | thursday | friday | \
              saturday | sunday | famously | angrily | sarcastically | jokingly | falsely | wrongly | correctly | \
              rightly | strongly | quickly | all | both | twice | did | does | do",
    definite: "the | this | his | her | its | their | these | those | our | my",
    indefinite: "a | an | one | another | some | several | many | two | three | other | unnamed | anonymous | most | \
                 few | top | any",
    prepositions: "of | for | to | at | on | in | by | with | from | about | against | under | over | within | \
                   into | near | between | during | as | toward | towards | amid | through | via | around",
    at: "",
    be: "is | was | were | are | be | been | being | am | gets | got",
    as_said: "as",
    participles: "",
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
};
