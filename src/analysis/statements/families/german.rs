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
truppe streitkräfte armee soldat militär
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
waffe rüstung
sorge besorgnis
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
botschaft vertretung
verbündeter verbündete alliierte
dialog
wirtschaftlich finanziell
diplomatisch diplomat",
    frame: "sagte erklärte betonte teilte mitteilte präsident sprecher sprecherin erklärung angaben worten chef hieß \
        fügte hinzu",
};
