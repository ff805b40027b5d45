//! German. All forms of verbs that stand in print are listed.

use super::Cues;

pub(super) const CUES: Cues = Cues {
    said: "sagte | sagten | sagt | sagen | erklärte | erklärten | erklärt | erklären | betonte | betonten | \
           betont | betonen | teilte | teilten | teilt | mitteilte | mitteilten | ankündigte | ankündigten | \
           hinzufügte | hinzufügten | einräumte | einräumten | hervorhob | hervorhoben | weist | weisen | \
           warnte | warnten | warnt | warnen | fügte | fügten | fügt | meinte | meinten | meint | meinen | \
           erläuterte | erläuterten | erläutert | berichtete | berichteten | berichtet | berichten | meldete | \
           meldeten | meldet | melden | kündigte | kündigten | kündigt | behauptete | behaupteten | behauptet | \
           behaupten | bestritt | bestritten | bestreitet | bestreiten | dementierte | dementierten | \
           dementiert | dementieren | wies | wiesen | bestätigte | bestätigten | bestätigt | bestätigen | \
           versicherte | versicherten | versichert | versichern | antwortete | antworteten | antwortet | \
           entgegnete | entgegneten | erwiderte | erwiderten | wiederholte | wiederholten | wiederholt | nannte \
           | nannten | nennt | nennen | bezeichnete | bezeichneten | bezeichnet | bezeichnen | beschuldigte | \
           beschuldigten | beschuldigt | warf | warfen | wirft | werfen | äußerte | äußerten | äußert | äußern \
           | verwies | verwiesen | verweist | verweisen | erinnerte | erinnerten | erinnert | unterstrich | \
           unterstrichen | unterstreicht | bekräftigte | bekräftigten | bekräftigt | bekräftigen | beteuerte | \
           beteuerten | beteuert | beteuern | mahnte | mahnten | mahnt | räumte | räumten | räumt | schrieb | \
           schrieben | schreibt | schreiben | hieß | heißt | beklagte | beklagten | beklagt | beklagen | \
           beharrt | beharrte | beharrten | pocht | pochte | pochten | machte klar | machten klar | macht klar \
           | machte deutlich | machten             deutlich | macht             deutlich | verlautete | \
           verlautet | stellte klar | stellten klar | stellt klar | klarstellte | gab bekannt | gaben bekannt | \
           gibt bekannt | bekanntgab | gab an | gaben             an | gibt an | angab | gab zu | gaben zu | \
           kommentierte | kommentiert | konstatierte | konstatiert | resümierte | resümiert | urteilte | \
           urteilt | argumentierte | argumentierten | argumentiert | stellte fest | stellten fest | stellt fest \
           | merkte an | anmerkte | deutete an | deuteten             an | andeutete | beschrieb | beschrieben \
           | beschreibt | ließ wissen | ließen wissen | lässt             wissen | ließ verlauten | verkündete \
           | verkündeten | verkündet | hob hervor | hoben hervor | hebt             hervor | leugnet | leugnete \
           | monierte | moniert | attestierte | präzisierte | bilanzierte | bemängelte | bemängelten | \
           bemängelt | prognostizierte | schätzte ein | twitterte | twittert | gestand | gesteht | offenbarte | \
           enthüllte | ergänzte | ergänzten | ergänzt | zeigte sich | zeigten             sich | zeigt sich | \
           gab sich | gibt sich | verteidigte | verteidigten | verteidigt | begründete | begründeten | \
           begründet | sicherte | sicherten | verneinte | verneint | bejahte | führte aus | ausführte | legte \
           dar | darlegte | zählen | zählt | schätzt | schätzen | schätzte | schätzten | wertete | werteten | \
           wertet | bewertete | bewertet | hielt             entgegen | hält entgegen | hält dagegen | hielt \
           dagegen | sieht | sehen | sah | glaubt | glauben | gesagt | gewarnt | mitgeteilt | \
           angekündigt | geantwortet | erwidert | entgegnet | genannt | vorgeworfen | geäußert | gemahnt | \
           eingeräumt | geschrieben | gesprochen von | klargestellt | klargemacht | deutlich gemacht | klar \
           gemacht | bekanntgegeben | angegeben | zugegeben | festgestellt | angemerkt | angedeutet | \
           hervorgehoben | zurückgewiesen | hinzugefügt | angemahnt | gefordert | verlangt | vorgeschlagen | \
           aufgerufen | angeregt | angeboten | gebeten | abgelehnt | begrüßt | kritisiert | verurteilt | \
           versprochen | gedroht | geschildert | plädiert | gedrängt | appelliert | geraten | empfohlen | \
           gewürdigt | gelobt | ausgesprochen | ausgeschlossen | erhoben | zugesagt | in aussicht gestellt | \
           aufgefordert | gefragt | gemeldet | ausgedrückt | zugesichert | bedauert | protestiert | dargelegt | \
           infrage gestellt | bestand auf | bestanden auf | besteht auf | gab zu bedenken | gibt zu bedenken | \
           gab zu verstehen | gaben zu verstehen | gibt zu verstehen | stellte in abrede | stellt in abrede | \
           machte geltend | rechnete vor | bezifferte | beziffert | beziffern | stufte | stuft | wiegelte | \
           wiegelt | spielte herunter | relativierte | relativiert | rechtfertigte | rechtfertigt | kontert | \
           konterte | ließ offen | lässt offen | ließ durchblicken | vermeldete | wirbt | warb | tadelte | \
           rügte | rügt | geißelte | betrachtet | betrachtete | sieht darin | verglich | vergleicht | gelobte | \
           schwor | schwört | signalisierte | signalisierten | signalisiert | hält für | hielt für | jubelte | \
           freute sich | freut sich | beruhigte | zitiert | sprach von | sprachen von | spricht von | sprechen \
           von | wollte nicht ausschließen | wollte das nicht bestätigen | beschwerte sich | beschwerten sich | \
           beschwert sich | beharren | insistierte | insistiert | spottete | höhnte | unkte | stichelte | \
           frohlockte | ätzte | schimpfte | schimpft | polterte | wetterte | klagte | klagten | zürnte | \
           empörte sich | empört sich | zweifelte | zweifelt | bezweifelte | bezweifelt | bezweifeln | \
           vermutete | vermutet | vermuten | mutmaßte | mutmaßt | diagnostizierte | attestiert | bescheinigte | \
           bescheinigt | garantierte | garantiert | erneuerte | erneuert | referierte | unterstellte | \
           unterstellt | wähnt | tat ab | widersprach | widersprachen | widerspricht | widersprechen | \
           pflichtete | stimmte zu \
           | verriet | verrieten | verrät | mitteilt | ankündigt | hinzufügt | einräumt | hervorhebt \
           | zugibt | angibt | gestanden | prophezeite | prophezeit | prognostiziert | führt aus \
           | legte nach | winkte ab | winkt ab | wehrte ab | bilanziert | formulierte | formuliert \
           | notierte | notiert | ging davon aus | geht davon aus | gehen davon aus | glaubte | präzisiert \
           | pochen | hielt fest | hält fest | raunte | lästerte | brüstete sich | rechtfertigte sich \
           | verteidigte sich | zog bilanz | zieht bilanz | verbreitete | verlautbarte | zeigten sich \
           | äußerte sich | äußert sich | erzählte | erzählt | fasste zusammen | fasst zusammen | führt an \
           | führte an | werten \
           | bedankte sich | bedankt sich | dankte",
    shown: "drohte | drohten | droht | drohen | forderte | forderten | fordert | fordern | verlangte | \
            verlangten | verlangt | verlangen | schlug | schlugen | schlägt | rief | riefen | ruft | rufen | \
            regte | regten | regt | bot | boten | bietet | bat | baten | bittet | lehnte | lehnten | lehnt | \
            lehnen | begrüßte | begrüßten | begrüßt | kritisierte | kritisierten | kritisiert | kritisieren | \
            verurteilte | verurteilten | verurteilt | versprach | versprachen | verspricht | hofft | hoffen | \
            hoffte | hofften | zählte auf | schilderte | schilderten | schildert | befürchtet | befürchten | \
            befürchtete | rechnet | rechnen | erwartet | erwarten | plädierte | plädierten | plädiert | drängte \
            | drängten | drängt | appellierte | appellierten | appelliert | riet | rieten | rät | empfahl | \
            empfahlen | empfiehlt | würdigte | würdigten | würdigt | lobte | lobten | lobt | dankte | dankten | \
            dankt | sprach sich | sprachen sich | spricht sich | setzte sich | weigerte sich | weigert sich | \
            beschwor | bedauerte | bedauerten | bedauert | verwahrte sich | erhob | erhoben | sagte zu | stellte \
            in aussicht | stellt in aussicht | wandte sich | nahm zur              kenntnis | protestierte | \
            protestierten | protestiert | gratulierte | dringt | drang | untersagte | fürchtet | fürchten | \
            fürchtete \
           | ermahnte | ermahnt | ermunterte | beschwört | verteidigt | verteidigte | verteidigen | denkt \
           | denken | sorgt sich | sorgte sich | wünscht sich | wünschte sich | pries | preist \
           | attackierte | attackiert | geißelt | sicherte | sichert | bekannte sich | bekennt sich \
           | sieht | sehen",
    uttered: "scherzte | fuhr | spottete | fragte | fragt | so | witzelte | rief | zitierte | klagte | \
           klagt | höhnte | tönte | bohrte | nickte | meinte",
    according: "laut | aus sicht | aus der sicht | nach auffassung | nach informationen | nach erkenntnissen | nach \
                überzeugung | nach schätzungen | nach schätzung | nach lesart | nach den angaben | wie aus | mit den \
                worten | nach angaben | nach den worten | nach worten | nach darstellung | nach aussage | nach \
                auskunft | nach einschätzung | nach ansicht | nach meinung | gemäß | unter berufung auf | den worten \
                | so | geht aus | ging aus | nach einer mitteilung | laut angaben | nach der darstellung | in den \
                worten | im urteil | nach bekunden",
    according_to_him: "ihm zufolge | laut ihm | seinen worten zufolge | nach seinen worten | nach seinen angaben | seinen angaben zufolge",
    according_to_her: "ihren worten zufolge | nach ihren worten",
    after_source: "zufolge",
    roles: "sprecher | sprecherin | regierungssprecher | kremlsprecher | kreml-sprecher | berater | beraterin | \
            sicherheitsberater | sicherheitsberaters | beamter | beamte | beamten | diplomat | diplomaten | \
            minister | ministerin | vizeminister | vizeaußenminister | botschafter | botschafterin | \
            beauftragter | unterhändler | abgeordneter | senator | experte | experten | beobachter | quelle | \
            quellen | regierungsvertreter | vertreter | chef | leiter | leiterin | generalsekretär | amtskollege \
            | stellvertreter | sprechers | assistent | außenpolitiker | politiker | vizepräsidentin | \
            ministeriumssprecher | staatschef | außenministerin | chefdiplomat | chefdiplomatin | \
            chefunterhändler | chefunterhändlerin | sprechern | sprecherinnen | präsidentensprecher | \
            präsidentensprecherin | sicherheitsberaterin | regierungssprecherin | regierungsbeamter | \
            regierungsbeamten | regierungsbeamte | regierungsvertreterin | regierungsvertretern | \
            regierungskreise | regierungskreisen | außenbeauftragter | außenbeauftragte | beauftragte | \
            sondergesandter | sondergesandte | gesandter | gesandte | staatssekretär | staatssekretärin | \
            vizeaußenministerin | außenminister | verteidigungsminister | verteidigungsministerin | \
            ministerpräsident | präsidentin | vizepräsident | botschaftern | diplomatin | diplomatinnen | \
            vertreterin | vertretern | abgeordnete | abgeordneten | senatoren | senatorin | expertin | analyst | \
            analystin | analysten | historiker | historikerin | generalsekretärin | vorsitzender | vorsitzende | \
            vorsitzenden | koordinator | koordinatorin | koordinators | verhandlungsführer | \
            verhandlungsführerin | delegationsleiter | delegationsleiterin | präsidentenberater | vize | general \
            | oberbefehlshaber | stabschef | gastgeber | politikerin | außenamtssprecher | außenamtssprecherin | \
            pressesprecher | pressesprecherin | ständiger vertreter | ständige vertreterin | ministers | \
            präsidenten-berater | unterhändlern | beobachtern | mitarbeiter | mitarbeiterin | insider | \
            botschafters | pressesprechers | präsidentenberaters | beraters | diplomatenkreisen | gewährsleute | \
            gewährsmann | kollege | kollegin | amtskollegin | außenpolitikerin",
    collectives: "ministerium | amt | pressedienst | präsidialamt | seite | delegation | geheimdienste | geheimdienst \
                  | militär | kreise | kreisen | diplomatie | geheimdiensten | nachrichtendienste | nachrichtendienst \
                  | regierungskreise | diplomatenkreise | diplomatenkreisen | präsidialverwaltung | generalstab | \
                  botschaft | parlament | führung | gegenseite | presseamt | pressestelle | ministeriums | konsulat | \
                  ständige vertretung | sekretariat | präsidialamts",
    groups: "präsidenten | seiten | beide | staatschefs | parteien | politiker | länder | minister | verbündeten \
             | verbündete | alliierten | alliierte | beiden | staaten | delegationen",
    documents: "erklärung | mitteilung | pressemitteilung | stellungnahme | bericht | dokument | kommuniqué | text | \
                schreiben | zusammenfassung | mitteilungen | note | entwurf | entwürfe | vertragsentwürfe | papier | \
                antwort | brief | tweet | bulletin | protokoll | appell | interview | rede | ansprache",
    he: "er",
    she: "sie",
    they: "sie",
    it: "dieser",
    that: "dass | ob",
    who: "welcher | welche",
    breaks: "als | nachdem | weil | obwohl | während | bevor | wenn | falls | sollte | sofern | da | damit | \
             solange | sobald | ehe | indem | wobei | worauf | weshalb",
    and: "und | oder",
    but: "aber | doch | jedoch",
    skipped: "hat | haben | hatte | habe | auch | später | dann | zudem | erneut | wiederholt | bereits | am | \
              dienstag | montag | mittwoch | donnerstag | freitag | samstag | sonntag | außerdem | dazu | \
              daraufhin | anschließend | hingegen | dagegen | selbst | nur | offen | ausdrücklich | deutlich | es \
              | dabei | jedoch | allerdings | sich | ihm | ferner | am abend | am morgen | am nachmittag | am \
              mittag | abends | im anschluss | in der nacht | nun | jetzt | inzwischen | weiter | weiterhin | noch \
              | schon | einmal | gleichzeitig | zugleich | zuvor | danach | dort | hier | gestern | heute | \
              bislang | bisher | stets | immer | mehrfach | öffentlich | klar | scharf | nachdrücklich | lediglich \
              | seinerseits | ihrerseits | wiederum | ebenfalls | ebenso | darauf | darin | davor | hierzu | am \
              rande | allein | jedenfalls | freilich | indes | unterdessen | derweil | vielmehr | tags zuvor | am \
              vortag | am wochenende | mehrmals | gegenüber journalisten | vor journalisten \
           | tags darauf | kurz darauf | kurz zuvor | wenig später | stunden später | hinterher | nachher \
           | vorab | im nachgang | montagabend | dienstagabend | mittwochabend | donnerstagabend \
           | freitagabend | vor der presse | vor reportern | in einem interview | auf twitter | bei twitter \
           | nach dem treffen | nach dem gespräch | nach den gesprächen | nach dem telefonat | anders \
           | ganz anders | umgekehrt | demgegenüber | trotzdem | dennoch | immerhin | zunächst | zuletzt \
           | schließlich | immer wieder | unmissverständlich | eindringlich | knapp | prompt | trocken \
           | nüchtern | kühl | schriftlich | telefonisch | mündlich | wörtlich | einmal mehr | abermals \
           | gar | sogar | vorher",
    definite: "der | die | das | dem | den | des | sein | seine | seinem | seiner | ihr | ihre | dieser | diese | \
               seines | seinen | ihres | ihrem | ihrer | ihren | diesem | diesen",
    unnamed: "quelle | quellen | insider",
    owners: "sein | seine | seinem | seinen | seiner | ihr | ihre | ihrer | ihrem | seines | ihres",
    indefinite: "ein | eine | einer | einem | einige | mehrere | viele | andere | hochrangiger | hochrangige",
    prepositions: "von | vom | für | zu | zum | zur | in | im | an | auf | bei | beim | mit | aus | über | gegen | \
                   nach | vor | zwischen | durch | des | der | seit | ohne | um | bis | unter | ab | trotz | wegen \
           | gegenüber",
    at: "in | im | aus | bei | beim | vom",
    be: "wurde | wurden | worden | wird | werden",
    as_said: "wie",
    participles: "gesagt | gewarnt | mitgeteilt | angekündigt | bestritten | geantwortet | erwidert | genannt \
           | beschuldigt | vorgeworfen | geäußert | verwiesen | unterstrichen | gemahnt | eingeräumt | \
           geschrieben | gesprochen von | klargestellt | klargemacht | deutlich gemacht | klar gemacht \
           | bekanntgegeben | angegeben | zugegeben | festgestellt | angemerkt | angedeutet | \
           beschrieben | hervorgehoben | zurückgewiesen | hinzugefügt | angemahnt | gefordert | \
           vorgeschlagen | aufgerufen | angeregt | angeboten | gebeten | abgelehnt | verurteilt | \
           versprochen | gedroht | geschildert | gedrängt | geraten | empfohlen | gewürdigt | gelobt | \
           ausgesprochen | ausgeschlossen | erhoben | zugesagt | in aussicht gestellt | aufgefordert | \
           gefragt | gemeldet | ausgedrückt | zugesichert | dargelegt | infrage gestellt",
    reported: "sei | seien | habe | hätten | werde | könne | müsse | müssten | dürfe | solle | wolle | gebe | gäbe \
               | stehe | stünden | gehe | komme | bleibe | liege | sehe | nehme | lasse | finde | halte | brauche | \
               bestehe | handele | handle | gelte | bedeute | verfüge | entscheide | schüfen | drohe | führe | \
               ziehe | stelle | setze | bringe | mache | trage | fehle | fordere | erwarte | verlange | wisse | \
               hänge | laufe | diene | gehöre | sorge | unterstütze | befinde | beginne | ende | spreche | treffe | \
               folge | biete | berate | prüfe | begrüße | hoffe | rechne | plane | bereite | werte | nutze | möge | \
               bekomme | erhalte | zeige | verhandle | bedrohe | gefährde | arbeite | glaube | denke | meine | sage \
               | erkläre | reagiere | riskiere | akzeptiere | garantiere | existiere | ignoriere | verletze | \
               versuche | verstehe | verstoße | betrachte | bestätige | beabsichtige | respektiere | schaffe | \
               schade | schütze | suche | tue | übernehme | verbiete | vermeide | verlege | verliere | vertraue | \
               verzichte | wachse | warte | wende | zahle | zwinge | entspreche | erfordere | ermögliche | erreiche \
               | ergebe | erkenne | erlaube | benötige | beruhe | behalte | bemühe | betreffe | betrage | ändere | \
               antworte | diskutiere | dränge | eröffne | fürchte | gelinge | genüge | geschehe | gewinne | greife \
               | helfe | kenne | klinge | koste | kündige | lehne | leide | leiste | liefere | löse | passe | \
               rechtfertige | schicke | schließe | schreibe | schweige | spiele | stimme | teile | treibe | wähle | \
               warne | werfe | wirke | wünsche | ziele | entstehe | enthalte | erhebe | beziehe | besitze | \
               betreibe | entziehe | trete | vertrete | verschlechtere | verschiebe | verfolge | beteilige | \
               engagiere | interessiere | gäben | würde | würden | könnte | könnten | wäre | wären | müsste | hätte \
           | rede | schieße | sitze | kämpfe | fahre | fliege | steige | sinke | falle | fange | lege | lade \
           | baue | breche | beharre | behaupte | berichte | beschließe | bestimme | bewege | dulde \
           | empfange | empfehle | entferne | enttäusche | erhöhe | erinnere | erläutere | erwäge | fasse \
           | funktioniere | gewähre | grenze | hebe | herrsche | höre | informiere | investiere | kaufe \
           | klage | konzentriere | kritisiere | leite | lerne | lese | melde | messe | nenne | öffne \
           | pflege | provoziere | rate | rücke | rufe | scheine | scheitere | schlage | schwäche | senke \
           | stamme | stärke | steuere | störe | strebe | streite | trenne | überlasse | überprüfe \
           | überschreite | umfasse | unterhalte | unterliege | unterscheide | unterschreibe | unterzeichne \
           | urteile | verändere | verbessere | verbinde | verdiene | vergesse | verhindere | verkaufe \
           | verlasse | vermittle | vermute | verschaffe | versichere | verspreche | verteidige | verwende \
           | verwerfe | verzögere | wage | wechsle | wehre | wiederhole | zähle | zerstöre | zögere \
           | zweifle | fühle | wollten | sollten | dürften | kämen | gingen | blieben | ließen | gälten \
           | lägen | stünde | käme | ginge | bliebe | ließe | wüsste | bräuchte | dürfte | sollte",
    split: "machte | machten | macht | stellte | stellten | stellt | gab | gaben | gibt | hob | hoben | hebt | ließ | ließen | lässt | deutete | deuteten | deutet | merkte | merkten | merkt | legte | legt | führte | führten | sprach | sprachen | spricht | sprechen | hielt | hält | schloss | schlossen | schließt",
    particles: "klar | deutlich | fest | bekannt | hervor | wissen | verlauten | offen | durchblicken | dar | an | aus | zu | entgegen | dagegen | heraus | geltend | infrage | verantwortlich | schuld | von",
    speaks: "sprach | sprachen | spricht | sprechen",
    about: "von | vom",
    experts: "experte | experten | expertin | expertinnen | analyst | analystin | analysten | historiker | historikerin | politologe | politologin | forscher | professor \
           | sicherheitskonferenz | institut | universität | stiftung | denkfabrik | ehemaliger | ehemalige \
           | ehemaligen | ex-botschafter | ex-diplomat | politikwissenschaftler | politikwissenschaftlerin \
           | militärexperte | russland-experte | sicherheitsexperte \
           | beobachter | beobachtern | beobachterin | kommentator | kommentatoren | fachleute | fachleuten \
           | politologen | historikern | völkerrechtler",
    generic: "diplomat | diplomatin | politiker | politikerin | beamte | beamter | regierungsbeamte | \
              regierungsbeamter | regierungsvertreter | kollege | kollegin | amtskollege | amtskollegin",
    one: "man | es",
    have: "hat | haben | hatte | hatten | habe | hätte | hätten",
    accounts: "angaben | darstellung | lesart | worten | ansicht | auffassung | einschätzung | aussage | sicht | \
               erkenntnissen | schätzungen | überzeugung | meinung | informationen | auskunft | bekunden | angabe | \
               worte | aussagen | rechnung | version | erkenntnis | eigenen angaben | beobachtungen",
    by_account: "nach | aus | laut",
    cites: "zitierte | zitierten | zitiert | zitieren",
    phoned: "rief | ruft",
    unreal: "nicht | zu | kaum | nie | würde | könnte | wollte | kann",
    titles: "herr | frau | dr | hr",
    questions: "frage | journalist | journalistin | moderator | reporter",
    answers: "antwort",
    own_word: "erklärung | rede | pressekonferenz | statement | mitschrift | telefonat mit | gespräch mit | \
               interview mit",
    joint: "gemeinsame erklärung",
    points_back: "das | dies | so jedenfalls",
    counterparts: "amtskollege | amtskollegin | gegenüber | gesprächspartner",
};
