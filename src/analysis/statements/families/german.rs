//! German words. See [`super::Background`].

use super::Background;

pub(super) const GERMAN: Background = Background {
    stop: "aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bereits bin bis \
        bist da dabei damit dann daran darauf das dass dein dem den denen denn der deren des dessen die dies diese \
        diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa für gegen gewesen \
        hat hatte hatten habe haben hier hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja \
        jede jeder jetzt kann können könnte man mehr mit muss nach noch nun nur ob oder ohne schon sei sein seine \
        seinem seinen seiner seit sich sie sind so solche soll sollen sollte sondern sowie über um und uns unser unter \
        vom von vor war waren was weil weiter welche wenn wer werde werden wie wieder will wir wird wo wurde wurden zu \
        zum zur zwar zwischen",
    negations: "nicht kein keine keinen keiner nie niemals weder nichts ohne",
    numbers: "zwei zweite zweiten,drei dritte dritten,vier vierte,fünf fünfte fünften,sechs sechste,sieben,acht,neun,\
        zehn,elf,zwölf",
    parties: &[
        ("us", "usa, amerika, amerikanisch, amerikanische, us, washington, vereinigte staaten, vereinigten staaten"),
        ("russia", "russland, russisch, russische, russischen, moskau, kreml"),
        ("ukraine", "ukraine, ukrainisch, ukrainische, kiew, kyjiw"),
        ("nato", "nato"),
        ("eu", "eu, europäische union, europäischen union"),
        ("white house", "weiße haus, weißes haus, weißen haus"),
    ],
    families: "gespräch verhandlung telefonat anruf treffen unterredung videokonferenz videogipfel gipfel beratung
aufheben streichen lockern aufhebung
beschränkung einschränkung begrenzung
truppe streitkräfte armee soldat militär militärs
aufmarsch zusammenziehung truppenaufmarsch
grenze
maßnahme schritt
sanktion strafmaßnahme
folge konsequenz
antworten antwort reaktion reagieren
warnen drohen drohung warnung
erweiterung ausdehnung
osten osterweiterung ostwärts
garantie zusicherung
stationierung stationieren
waffe rüstung rakete
sorge besorgnis befürchten befürchtung
berater
vereinbaren vereinbarung abkommen
beauftragen anweisen
vertreter delegation
einmarsch angriff invasion aggression
ausschließen verhindern
umsetzung erfüllung einhaltung
ernst schwer hart scharf entschieden
zusammenarbeit kooperation
konsultation
unterstützung unterstützen
eskalation zuspitzung
botschaft vertretung konsulat
verbündeter verbündete alliierte
dialog
wirtschaftlich finanziell
diplomatisch diplomat
fehler irrtum
bruch abbruch abbrechen
hacker cyberangriff cyberkriminalität ransomware
abzug abziehen zurückziehen rückzug
fordern forderung verlangen
vorschlagen vorschlag anbieten angebot
bestreiten dementieren leugnen
ansprechen erörtern besprechen
steigen anstieg zunehmen erhöhen
sinken rückgang fallen
fortsetzen weiterführen
versprechen zusagen zusage
ablehnen ablehnung zurückweisen
verlegen entsenden schicken
telefonieren sprechen
töten tod tot
festnehmen festnahme verhaften
unternehmen firma konzern",
    frame: "sagte erklärte betonte teilte mitteilte präsident sprecher sprecherin erklärung angaben worten chef hieß \
        fügte hinzu",
    acts: "vorschlagen warnen fordern vereinbaren beauftragen ausschließen ansprechen bestreiten sorge aufheben versprechen ablehnen fortsetzen unterstützung",
    days: "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november dezember",
    pronouns: "er sie es ihm ihr ihn ihnen sein seine seinen ihre ihren dies diese dieser dieses diesem diesen solche solcher dort damit darüber dazu davon das",
    stage: "frage danke dank bitte",
    speakers: "ich sie wir ihnen uns mir",
    common: [
        "jahr sehr gut viele ersten meine neue immer große land gibt mal zeit während mich letzten mir preis frau \
         selbst worden einige politischen menschen regierung tag ganz arbeit lassen stadt staaten jedoch teil deutschen \
         leider macht wegen beiden woche ab alten einfach fall freundlich wahl wenig wollte berichtete entscheidung \
         kleine rund später",
        "dazu essen höhe lange nachdem partei wirklich ende europäischen machen eigenen fast kinder mark möglich besuch \
         empfehlen geschichte leben musste personen wollen finden gab mann spd stark deutschland etwas millionen \
         service unternehmen wirtschaft zahlen beratung firma hause heute kam lage prozent super usa öffentliche direkt \
         fragen ging monate personal schnell soziale besten dafür geben jahrhundert kommen kunden lieber nett recht \
         stunden abend bekommen davon erhalten fand gehen hält kosten ministerpräsident montag ort polizei sprach us \
         zurück bekannt britische gäste juli kampf laut milliarden spielen verschiedene vertrag angebot erfahrungen \
         film gerne hotel internationalen japanischen kurz oktober reich restaurant richtige samstag sofort versucht \
         veröffentlicht allerdings amerikanischen besonders ebenfalls gemeinsamen gericht gleich grenze hin klar \
         meisten nähe schlecht verwendet weiß welt zimmer zufrieden zusammen arbeitsplätze begann besser china \
         entschieden führen führte geht genau grund hund jungen kohl laden mitte namen norden november positiv pro \
         sauber schließlich schwer seien steht suchen verantwortung warten wichtigen ziel allein anfang aufgrund cdu \
         chr dank ehemaligen entwicklung ergebnis gesetz hoch israels krieg könig liegt natürlich paris platz qualität \
         statt stimmen system vergangenen außerdem bedeutung bereich bestellt bevor bisher darüber euro freunde früher \
         geplanten gruppe günstig inseln küche lecker leistung mitglieder problem region rolle sagen schule termin \
         tiefer unterstützung absolut april art bank bauern bild deutlich dezember dienstag erwartet frankreich \
         französische frieden gebiet gegeben gespräch harten herr häufig konflikt leute meer minuten mitarbeiter nahmen \
         scheint schritt sommer sonntag stellte uhr unabhängigen verbindung vertreten vielleicht warum westen zeigt zog \
         zufolge abkommen armee ausland außer beginn berlin besteht bestimmt bewegen bezug bietet blieb buch burger \
         clinton dagegen danach darunter deshalb dollar donnerstag dpa druck eben eher eigentlich einmal einzige \
         entwickelt eu fahren familie fest folgen forderte geld gelegenheit gemacht gesamten geschäft gesellschaft \
         größten hilfe institut januar jährige kaufen kommt kündigte leicht markt möchte of offiziellen paar peking \
         probleme rabin republik russland setzte stehen tat tatsächlich tolle top trump verbreitete verfolgen \
         wahrscheinlich wünschen",
        "august ausgesprochen beschäftigten besucht botschaft braucht bündnis chinesischen de dürfte entsprechend \
         erhielt erreichen gehört genutzt gesundheit glauben handel heißt händen innerhalb interesse inzwischen karte \
         kaum kirche kompetent konsequenzen laufen leitete meinte nationalen obwohl offene oft post reihe sache schweiz \
         september sogar songs team universität unmittelbar vaters vermutlich versuchen vorsitzende weiterempfehlen \
         wirkt wohl zudem ähnlich angelegt arbeitgeber arzt begründen beispiel bitte bleiben bleibt ca dauern \
         demokraten dennoch dr durchschnitt erreichte errichtet fühlte geführt gerade gesagt geschlossen geschrieben \
         gewerkschaften gewinnen geworden großteil historiker hoffnung hälfte kraft lebt london luft mag mai \
         militärische märz nehmen opposition organisation per pläne projekt richter richtung russische schaffen \
         schlimmsten schwarze sieht sonst sowohl spanische spass spielte stand stellen sterne studenten the tochter tod \
         truppen un ungefähr unterschiede vereinigten volk wasser weiterhin werkstatt zerstört zukunft zunächst \
         zusätzlich zuvor äußerte überhaupt übrig amt anhänger ansicht anteil antwort asien ausstattung auswirkungen \
         außerhalb bedingungen befindet begrüßt beiträge bekam bestätigte bevölkerung bezahlen beziehungen blick \
         bosnien bzw darin erfolg ern erneut erzählt experten form funktioniert gar gebracht gefallen gegenüber \
         gekommen gemütlich genannt gewalt griechische heraus herrn heutigen insgesamt internet investitionen \
         investoren islam italien juni kenne kontrolle kurs künstler lebenden lehre lernen liefern lässt mails manchmal \
         meinung mittel mittwoch moderne mordes münchner nachricht nacht nutzen nördlich park polen praxis privat \
         regeln republikanischen revolution roten schrieb schutz sehen selten senat sieg stimmt studie sucht telefon \
         tot traditionellen traf tv unglaublich ursprünglich veranstalter verbrachte vereinigung verkäufer verloren \
         verteidigungsminister voll vollständig vorstellen völlig wein weise weltweit winter wissen wobei wochenende \
         wunderbar zeitpunkt zugang zustand ägypten österreichischen",
    ],
};
