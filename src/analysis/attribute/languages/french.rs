//! French. Participles and the forms that stand in print are listed; auxiliaries are passed over.

use super::Cues;

pub(super) const CUES: Cues = Cues {
    said: "dit | disent | disait | déclaré | déclare | déclarent | déclarait | affirmé | affirme | affirment | \
           affirmait | assuré | assure | assurent | ajouté | ajoute | ajoutent | expliqué | explique | expliquent | \
           expliquait | indiqué | indique | indiquent | indiquait | précisé | précise | précisent | souligné | \
           souligne | soulignent | soulignait | averti | avertit | avertissent | prévenu | prévient | annoncé | \
           annonce | annoncent | rappelé | rappelle | rappellent | répondu | répond | répondent | répété | répète | \
           répètent | estimé | estime | estiment | jugé | juge | jugent | noté | notent | relevé | relève | \
           reconnu | reconnaît | admis | admet | confirmé | confirme | confirment | démenti | dément | démentent | \
           nié | nie | nient | accusé | accuse | accusent | insisté | insiste | insistent | martelé | martèle | \
           soutenu | soutient | soutiennent | prétendu | prétend | rapporté | rapporte | rapportent | révélé | \
           révèle | écrit | écrivent | qualifié | qualifie | évoqué | évoque | évoquent | promis | promet | \
           regretté | regrette | déploré | déplore | dénoncé | dénonce | dénoncent | conclu | conclut | confié | \
           confie | résumé | résume | raconté | raconte | parle de | parlé de | parle d | parlé d | réaffirmé | \
           réaffirme | rétorqué | rétorque | objecté | mis en garde | met en garde | fait savoir | fait valoir | \
           clame | clamé | exprimé | exprime | décrit",
    shown: "proposé | propose | demandé | demandent | réclamé | réclame | réclament | exigé | exige | exigent | \
            appelé | appelle | appellent | suggéré | suggère | exhorté | exhorte | plaidé | plaide | menacé | \
            menacent | salué | salue | condamné | condamne | rejeté | rejette | refusé | refuse | refusent | \
            souhaité | souhaite | espère | abordé | soulevé | énuméré | illustré | cité | cite | craint | \
            craignent | critiqué | redoute | redoutent | pense",
    uttered: "lancé | lance | plaisanté | plaisante | poursuivi | poursuit | ironisé | ironise | commenté | \
              commente | s'est félicité | conclut | interrogé | tonne | glissé | glisse | souffle | reprend",
    according: "selon | d'après | d’après | aux dires de | de l'avis de | de l’avis de | aux yeux de | de source | \
                citant",
    according_to_him: "à ses yeux | à l'en croire",
    according_to_her: "",
    after_source: "",
    roles: "porte-parole | conseiller | conseillère | ministre | vice-ministre | secrétaire | ambassadeur | \
            ambassadrice | diplomate | diplomates | responsable | responsables | haut responsable | fonctionnaire | \
            source | sources | expert | experts | analyste | analystes | député | sénateur | chef | cheffe | \
            patron | numéro deux | émissaire | négociateur | négociateurs | homologue | représentant | \
            représentante | observateurs | proche | alliés",
    collectives: "ministère | département | délégation | côté | partie | administration | autorités | armée | \
                  renseignement | services | service de presse | présidence | exécutif | entourage",
    groups: "homologues | présidents | dirigeants | parties | deux | chefs | pays | côtés | ministres | hommes | interlocuteurs",
    documents: "communiqué | déclaration | texte | document | compte rendu | compte-rendu | rapport | message | lettre",
    he: "il | lui",
    she: "elle",
    they: "ils | elles",
    it: "celui-ci | ce dernier | dernier",
    that: "que | qu | si",
    who: "qui | dont | lequel | laquelle | où",
    breaks: "quand | lorsque | lorsqu | après | avant | parce | car | alors | bien | puisque | faute",
    and: "et | ou",
    but: "mais | pourtant",
    skipped: "on | a | ont | avait | avaient | est | s | l | t | aussi | également | ensuite | encore | déjà | \
              toujours | ainsi | enfin | notamment | pour sa part | de son côté | à son tour | en outre | \
              en réponse | mardi | lundi | mercredi | jeudi | vendredi | samedi | dimanche | même | plusieurs fois | \
              ne | lui | leur | se | ouvertement | clairement | en revanche | quant à lui | quant à elle | \
              par ailleurs | y | en",
    definite: "le | la | les | l | son | sa | ses | leur | leurs | ce | cette | ces",
    indefinite: "un | une | des | plusieurs | certains | d'autres | quelques",
    prepositions: "de | du | d | des | pour | à | au | aux | en | dans | par | sur | avec | chez | contre | sous | \
                   vers | entre | devant | lors",
    at: "à | au | aux | chez | dans",
    be: "est | été | sont | était | être",
    as_said: "comme | ainsi que",
    participles: "conclu | promis | admis | mis en garde | averti | prévenu | démenti | reconnu | soutenu | confirmé | \
                  exigé | proposé | évoqué | annoncé | dénoncé | cité | critiqué | condamné | rejeté | refusé | souhaité | \
                  salué | abordé | soulevé | exprimé | résumé | indiqué | précisé | demandé | réclamé | promis | menacé",
    phoned: "appelé | appelle",
    unreal: "ne | n | pas | pourrait | peut | doit | devrait | pour | à | de",
    titles: "m | mme | monsieur | madame | mm",
    questions: "question | journaliste | q",
    answers: "réponse",
    own_word: "déclaration de | communiqué | discours de | allocution | point de presse | entretien téléphonique | \
               conférence de presse | compte rendu",
    joint: "déclaration commune | communiqué conjoint | déclaration conjointe",
};
