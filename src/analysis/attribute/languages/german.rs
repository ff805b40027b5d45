//! German. All forms of verbs that stand in print are listed.

use super::Cues;

pub(super) const CUES: Cues = Cues {
    said: "sagte | sagten | sagt | sagen | gesagt | erklärte | erklärten | erklärt | erklären | betonte | betonten | \
           betont | teilte | teilten | mitgeteilt | mitteilte | mitteilten | ankündigte | hinzufügte | einräumte | \
           hervorhob | weist | weisen | warnte | warnten | warnt | gewarnt | fügte | meinte | meinen | erläuterte | \
           erläutert | berichtete | berichteten | berichtet | berichten | kündigte | angekündigt | behauptete | \
           behauptet | behaupten | bestritt | bestreitet | bestreiten | dementierte | dementiert | wies | \
           bestätigte | bestätigt | bestätigen | versicherte | versichert | antwortete | antwortet | entgegnete | \
           erwiderte | wiederholte | nannte | nennt | bezeichnete | bezeichnet | beschuldigte | warf | wirft | \
           äußerte | äußerten | verwies | verweist | erinnerte | unterstrich | bekräftigte | bekräftigt | \
           beteuerte | beteuert | mahnte | räumte | schrieb | schreibt | hieß | heißt | sprach von | spricht von | \
           beklagte | beklagt | beharrt | beharrte | pocht | pochte | machte klar | verlautete",
    shown: "drohte | droht | forderte | fordert | fordern | verlangte | verlangt | verlangen | schlug | rief | \
            regte | bot | bat | lehnte | begrüßte | kritisierte | kritisiert | verurteilte | versprach | hofft | \
            hoffte | zählte | schilderte | befürchtet | rechnet | erwartet",
    uttered: "scherzte | rief | ergänzte | fuhr | lobte | spottete | zitierte | fragte | so",
    according: "laut | nach angaben | nach den worten | nach worten | nach darstellung | nach aussage | \
                nach auskunft | nach einschätzung | nach ansicht | nach meinung | gemäß | unter berufung auf | \
                den worten | so",
    according_to_him: "seinen worten zufolge | nach seinen worten | nach seinen angaben | seinen angaben zufolge",
    according_to_her: "ihren worten zufolge | nach ihren worten",
    after_source: "zufolge",
    roles: "sprecher | sprecherin | regierungssprecher | kremlsprecher | kreml-sprecher | berater | beraterin | \
            sicherheitsberater | sicherheitsberaters | beamter | beamte | beamten | diplomat | diplomaten | \
            minister | ministerin | vizeminister | vizeaußenminister | botschafter | botschafterin | beauftragter | \
            unterhändler | abgeordneter | senator | experte | experten | beobachter | quelle | quellen | \
            regierungsvertreter | vertreter | chef | leiter | leiterin | generalsekretär | amtskollege | \
            stellvertreter | sprechers | assistent | außenpolitiker | politiker | vizepräsidentin | \
            ministeriumssprecher | staatschef",
    collectives: "ministerium | amt | pressedienst | präsidialamt | seite | delegation | geheimdienste | \
                  geheimdienst | militär | kreise | kreisen | diplomatie",
    groups: "präsidenten | seiten | beide | staatschefs | parteien | politiker | länder | minister",
    documents: "erklärung | mitteilung | pressemitteilung | stellungnahme | bericht | dokument | kommuniqué | text | \
                schreiben | zusammenfassung",
    he: "er | ihm",
    she: "",
    they: "sie | ihnen",
    it: "dieser",
    that: "dass | ob",
    who: "welcher | welche",
    breaks: "als | nachdem | weil | obwohl | während | bevor | wenn | falls | sollte | sofern",
    and: "und | oder",
    but: "aber | doch | jedoch",
    skipped: "hat | haben | hatte | habe | auch | später | dann | zudem | erneut | wiederholt | bereits | am | \
              dienstag | montag | mittwoch | donnerstag | freitag | samstag | sonntag | außerdem | dazu | \
              daraufhin | anschließend | hingegen | dagegen | selbst | nur | offen | ausdrücklich | deutlich | es | \
              dabei | jedoch | allerdings | sich | ihm | ferner",
    definite: "der | die | das | dem | den | des | sein | seine | seinem | seiner | ihr | ihre | dieser | diese",
    indefinite: "ein | eine | einer | einem | einige | mehrere | viele | andere | hochrangiger | hochrangige",
    prepositions: "von | vom | für | zu | zum | zur | in | im | an | auf | bei | beim | mit | aus | über | gegen | \
                   nach | vor | zwischen | durch",
    at: "in | im | aus | bei | beim",
    be: "wurde | wurden | worden | wird | werden",
    as_said: "wie",
    participles: "",
    phoned: "rief | ruft",
    unreal: "nicht | zu | würde | könnte | wollte | kann",
    titles: "herr | frau | dr | hr",
    questions: "frage | journalist | journalistin | moderator | reporter",
    answers: "antwort",
    own_word: "erklärung | rede | pressekonferenz | statement | mitschrift | telefonat mit | gespräch mit | \
               interview mit",
    joint: "gemeinsame erklärung",
};
