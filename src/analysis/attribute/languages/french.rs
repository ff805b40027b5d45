//! French. Participles and the forms that stand in print are listed; auxiliaries are passed over.

use super::Cues;

pub(super) const CUES: Cues = Cues {
    said: "dit | disent | disait | déclaré | déclare | déclarent | déclarait | affirmé | affirme | affirment | \
           affirmait | assuré | assure | assurent | ajouté | ajoute | ajoutent | expliqué | explique | \
           expliquent | expliquait | indiqué | indique | indiquent | indiquait | précisé | précise | précisent \
           | souligné | souligne | soulignent | soulignait | averti | avertit | avertissent | prévenu | \
           prévient | annoncé | annonce | annoncent | rappelé | rappelle | rappellent | répondu | répond | \
           répondent | répété | répète | répètent | estimé | estime | estiment | jugé | juge | jugent | noté | \
           notent | relevé | relève | reconnu | reconnaît | admis | admet | confirmé | confirme | confirment | \
           démenti | dément | démentent | nié | nie | nient | accusé | accuse | accusent | insisté | insiste | \
           insistent | martelé | martèle | soutenu | soutient | soutiennent | prétendu | prétend | rapporté | \
           rapporte | rapportent | révélé | révèle | écrit | écrivent | qualifié | qualifie | évoqué | évoque | \
           évoquent | promis | promet | regretté | regrette | déploré | déplore | dénoncé | dénonce | dénoncent \
           | conclu | conclut | confié | confie | résumé | résume | raconté | raconte | parle de | parlé de | \
           parle d | parlé d | réaffirmé | réaffirme | rétorqué | rétorque | objecté | mis en garde | met en \
           garde | fait savoir | fait valoir | clame | clamé | exprimé | exprime | décrit | ont insisté | \
           plaide | nuance | nuancé | tempère | tempéré | reproche | reprochent | reproché | martèlent | \
           réplique | répliqué | répliquent | concède | concédé | constate | constaté | constatent | observe | \
           observé | signale | signalé | signalent | avance | avancé | avancent | assène | se dit | se sont \
           dits | s'est dit | s'est dite | se disent | s'est déclaré | s'est déclarée | se déclare | dit \
           craindre | a dit espérer | a fait état | fait état | font état | faisait valoir | font valoir | \
           laisse entendre | a laissé entendre | laissé entendre | laissent entendre | décrivent | qualifient | \
           accusaient | affirmaient | indiquaient | rappelait | estimait | estimaient | jugeait | jugeaient | \
           soutenait | notait | ajoutait | promettent | reconnaissent | avertissait | mettent en garde | a \
           prévenu | prévenait | révèlent | tweeté | tweete | a tweeté | s'alarme | s'inquiète | s'inquiètent | \
           s'est inquiété | s'est inquiétée | se félicite | se félicitent | s'indigne | s'est indigné | dresse \
           | a chiffré | chiffre | résument | commente | ironise | confirmait | contredit | contestent | \
           conteste | contesté | réfute | réfutent | réfuté | balaie | balayé | écarte | écarté | écartent | \
           exclut | excluent | exclu | n'a pas exclu | n'exclut pas | n exclut pas | n a pas exclu | plaident | \
           énonce | énoncé | lit-on | martelait | professe | témoigne | explicite | détaille | détaillé | jure \
           | jurent | juré | comptent | dénombre | dénombrent | évalue | évaluent | chiffrent | tablent | parie \
           | tranche | tranché | résumait | soupire | lâche | lâché | pointe du doigt | affiche | fustige | \
           raille | prédit | prédisent | pronostique | s'étonne | s'étonnait | s'agace | confesse | croit \
           savoir | croient savoir | crie | a tenu à | tient à rappeler | font remarquer | fait remarquer | a \
           fait remarquer | fait observer | a fait observer | a fait part | ont fait part | fait part | font \
           part | se montre | se montrent | s'est montré | s'est montrée | se veut | s'est voulu | assurait | \
           assuraient | laissait entendre | a laissé planer | n'écarte pas | n'a pas écarté | n écarte pas | \
           rectifie | rectifié | complète | complété | a ouvert la porte | se défend | s'est défendu | se \
           défendent | répliquait | a tenté de rassurer | se plaint | se plaignent | s'est plaint | s'est \
           plainte \
           | prêche | proteste | maintient | maintiennent | maintenu | convient | convenu | argue \
           | argumente | argumenté | énumère | spécifie | spécifié | s'exclame | s'emporte | se réjouit \
           | se réjouissent | s'est réjoui | s'est réjouie | se désole | rassure | rassuré | renchérit \
           | renchéri | acquiesce | admettait | reconnaissait | soutenaient | répondait | promettait \
           | écrivait | prétendait | démentait | avertissaient | a mis en garde | mettait en garde \
           | a averti | dit redouter | disent redouter | dit espérer | disent espérer | dit vouloir \
           | disent vouloir | disent craindre | a dit craindre | a dit vouloir | a dit avoir | dit avoir \
           | ne croit pas | ne croient pas | ne croit plus | ne pense pas | ne pensent pas | ne voit pas \
           | ne voient pas | ne cache pas | n'a pas caché | n a pas caché | ne veut pas croire | se refuse à \
           | se refuse | s'est refusé | assené | minimise | minimisé | relativise | relativisé | vante \
           | vanté | compare | comparé | interprète | préconise | préconisé | accuse réception | riposte \
           | riposté | tonne | récuse | récusé | récusent | botte en touche | campe | persiste | persistent \
           | gronde | grince \
           | s'est félicité | s'est félicitée | se sont félicités | redit | l'a redit | n'a vu | n a vu \
           | ne voit aucune | ne voit aucun",
    shown: "proposé | propose | demandé | demandent | réclamé | réclame | réclament | exigé | exige | exigent | \
            appelé | appelle | appellent | suggéré | suggère | exhorté | exhorte | plaidé | plaide | menacé | menace | \
            menacent | salué | salue | condamné | condamne | rejeté | rejette | refusé | refuse | refusent | \
            souhaité | souhaite | espère | abordé | soulevé | énuméré | illustré | cité | cite | craint | \
            craignent | critiqué | redoute | redoutent | pense | proposent | conseille | conseillé | conseillent \
            | recommande | recommandé | recommandent | pressé | pressent | invite | invité | invitent | prie | \
            remercie | remercié | encourage | encouragé | offert | s'engage | s'est engagé | s'est engagée | \
            s'engagent | engagé | brandit | brandi | agite | rejettent | s'oppose | s'est opposé | s'opposent | \
            prône | prônent | prôné | défend | défendu | défendent | réaffirment | applaudi | applaudit | \
            fustige | fustigé | fustigent | dénoncent | condamnent | saluent | souhaitent | espèrent | espéré | \
            espérait | attend de | exhortent | sommé | pointe | pointé | soulève | soulèvent | insisté sur | \
            déplorent | regrettent | promis | assuré | renouvelé | renouvelle | suggèrent | soumis | envisagé \
           | croit | croient | croyait | doute | doutent | doutait | s'attend à | s'attendent à \
           | veut croire | supplie | supplié | implore | proteste | protesté | déconseille | déconseillé \
           | loue | voit dans | voient dans | voit en | voient en | presse | somme | implore | se dit prêt",
    uttered: "lancé | lance | plaisanté | plaisante | poursuivi | poursuit | ironisé | ironise | commenté | \
              commente | s'est félicité | conclut | interrogé | tonne | glissé | glisse | souffle | reprend \
           | lâché | soufflé",
    according: "selon | pour | d'après | d’après | aux dires de | de l'avis de | de l’avis de | aux yeux de | de \
                source | citant | de l'aveu de | de l’aveu de | au dire de | si l'on en croit | à en croire | au \
                sens de | aux yeux du | aux yeux des | de l'avis du | de l'avis des | de l'aveu du | aux dires du | \
                aux dires des \
           | vu de | vu depuis | vue de | vue depuis | dixit | de l'aveu même de | de l'aveu même du \
           | à en croire le | à en croire la",
    according_to_him: "à ses yeux | à l'en croire",
    according_to_her: "",
    after_source: "",
    roles: "porte-parole | conseiller | conseillère | ministre | vice-ministre | secrétaire | ambassadeur | \
            ambassadrice | diplomate | diplomates | responsable | responsables | haut responsable | \
            fonctionnaire | source | sources | expert | experts | analyste | analystes | député | sénateur | \
            chef | cheffe | patron | numéro deux | émissaire | négociateur | négociateurs | homologue | \
            représentant | représentante | observateurs | proche | alliés | haut diplomate | hauts responsables \
            | haute responsable | haut fonctionnaire | ministres | vice-premier ministre | premier ministre | \
            chancelier | chancelière | secrétaire général | secrétaire à la défense | conseillers | émissaires | \
            négociatrice | ambassadeurs | coordinateur | coordinatrice | médiateur | chef de la délégation | \
            chef de file | représentant permanent | parlementaire | parlementaires | élu | élus | sénateurs | \
            politologue | historien | chercheur | chercheuse | spécialiste | spécialistes | éditorialiste | \
            général | commandant | directeur | directrice | président du sénat | hôte de l'élysée",
    collectives: "ministère | département | délégation | côté | partie | administration | autorités | armée | \
                  renseignement | services | service de presse | présidence | exécutif | entourage | ambassade | \
                  représentation | commission | état-major | renseignements | services de renseignement | services \
                  secrets | parlement | congrès | secrétariat | gouvernement | camp | diplomatie | consulat | mission \
                  | chancellerie",
    groups: "homologues | présidents | dirigeants | parties | deux | chefs | pays | côtés | ministres | hommes | interlocuteurs",
    documents: "communiqué | déclaration | texte | document | compte rendu | compte-rendu | rapport | message | \
                lettre | réponse | note | projet | projets | tweet | missive | discours | entretien | interview | \
                tribune",
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
              toujours | ainsi | enfin | notamment | pour sa part | de son côté | à son tour | en outre | en \
              réponse | mardi | lundi | mercredi | jeudi | vendredi | samedi | dimanche | même | plusieurs fois | \
              ne | lui | leur | se | ouvertement | clairement | en revanche | quant à lui | quant à elle | par \
              ailleurs | y | en | hier | jeudi soir | mardi soir | mercredi soir | lundi soir | vendredi soir | \
              mardi matin | jeudi matin | dans la soirée | depuis | simplement | seulement | fermement | \
              publiquement | vivement | aujourd'hui | ce mardi | ce jeudi | surtout | néanmoins | toutefois | \
              cependant | à plusieurs reprises | d'emblée | plus tard | pourtant | elle aussi | lui aussi | eux | \
              elle-même | lui-même | encore une fois | d'abord \
           | la veille | le lendemain | plus tôt | le matin | le matin même | le soir | le soir même \
           | la semaine dernière | samedi soir | dimanche soir | auparavant | volontiers | désormais \
           | dans un communiqué | sur twitter | devant la presse | devant des journalistes \
           | devant les journalistes | à la presse | aux journalistes | à des journalistes \
           | à quelques journalistes | à l'afp | dans un entretien | en conférence de presse \
           | lors d'une conférence de presse | autrement | à l'inverse | au contraire \
           | lors d'un point de presse | à huis clos | sous couvert d'anonymat \
           | sous le couvert de l'anonymat | guère | plus | jamais | maintenant | dans la foulée | peu après \
           | peu avant | un peu plus tard | sèchement | sobrement | froidement | longuement | souvent \
           | volontiers",
    definite: "le | la | les | l | son | sa | ses | leur | leurs | ce | cette | ces",
    unnamed: "source | sources",
    owners: "son | sa",
    indefinite: "un | une | des | plusieurs | certains | d'autres | quelques",
    prepositions: "de | du | d | des | pour | à | au | aux | en | dans | par | sur | avec | chez | contre | sous | \
                   vers | entre | devant | lors",
    at: "à | au | aux | chez | dans",
    be: "est | été | sont | était | être",
    as_said: "comme | ainsi que",
    participles: "conclu | promis | admis | mis en garde | averti | prévenu | démenti | reconnu | soutenu | confirmé | \
                  exigé | proposé | évoqué | annoncé | dénoncé | cité | critiqué | condamné | rejeté | refusé | souhaité | \
                  salué | abordé | soulevé | exprimé | résumé | indiqué | précisé | demandé | réclamé | promis | menacé",
    split: "",
    particles: "",
    speaks: "",
    about: "",
    experts: "expert | experts | analyste | analystes | politologue | historien | chercheur | chercheuse | spécialiste | spécialistes \
           | institut | université | fondation | groupe de réflexion | ancien | ancienne | ex-ambassadeur \
           | ex-diplomate | politologues | historienne \
           | observateurs | observateur | commentateurs",
    generic: "diplomate | responsable | dirigeant | haut responsable | homologue",
    one: "on",
    have: "",
    reported: "serait | seraient | aurait | auraient | pourrait | pourraient | devrait | devraient | ferait | \
               feraient | irait | iraient | resterait | resteraient | entraînerait | conduirait | permettrait | \
               constituerait | provoquerait | risquerait | dépendrait | faudrait | viendrait | prendrait | mènerait \
               | répondrait | supposerait | exigerait | recevrait | donnerait",
    accounts: "source | sources",
    by_account: "de",
    cites: "citant | cite | citent | a cité",
    phoned: "appelé | appelle",
    unreal: "ne | n | pas | pourrait | peut | doit | devrait | pour | à | de",
    titles: "m | mme | monsieur | madame | mm",
    questions: "question | journaliste | q",
    answers: "réponse",
    own_word: "déclaration de | communiqué | discours de | allocution | point de presse | entretien téléphonique | \
               conférence de presse | compte rendu",
    joint: "déclaration commune | communiqué conjoint | déclaration conjointe",
    points_back: "c'est ce qu | c'est ce que | c est ce qu | c est ce que",
    counterparts: "homologue | interlocuteur",
};
