//! How German says who says it.

use super::{in_language, tells};
use crate::model::Language::German;

#[test]
fn sources_stand_before_and_behind_their_verbs() {
    tells(
        German,
        &[
            ("Putin erklärte, Russland habe keine Angriffspläne.", "ru Putin"),
            ("Biden habe Putin gewarnt, teilte das Weiße Haus mit.", "us White House"),
            ("Das teilte der Kreml am Abend mit.", "ru Kremlin"),
            ("In Genf sagte Lawrow, man habe Zeit.", "ru Lavrov"),
            ("In Moskau äußerte sich Kremlsprecher Dmitri Peskow zurückhaltend.", "ru Peskov"),
            ("Biden hatte mit Folgen gedroht, wie Putin sie noch nie gesehen habe.", "us Biden"),
            ("Außerdem schlug der Kremlchef vor, alle Beschränkungen aufzuheben.", "ru Putin"),
            ("Dass verhandelt werde, bestreitet man in Washington.", "us Washington"),
            ("„Wir sind bereit“, sagte der stellvertretende Außenminister Sergej Rjabkow.", "ru Ryabkov"),
        ],
    );
}

#[test]
fn accounts_are_somebodys() {
    tells(
        German,
        &[
            ("Laut Uschakow verlief das Gespräch offen.", "ru Ushakov"),
            ("Nach Angaben des Weißen Hauses dauerte es eine Stunde.", "us White House"),
            ("Nach den Worten von Kremlsprecher Dmitri Peskow wird es Kontakte geben.", "ru Peskov"),
            ("Das Bündnis schlug nach Stoltenbergs Worten vor, die Büros zu öffnen.", "other Stoltenberg"),
            ("Nach russischen Angaben gibt es keine Truppen.", "ru russischen Angaben"),
            ("Angaben aus Washington zufolge ruft Biden die Verbündeten an.", "us Washington"),
            ("Die Sanktionen wären „beispiellos“, so Sullivan.", "us Sullivan"),
            ("Aus dem Kreml hieß es, das Gespräch sei offen gewesen.", "ru Kremlin"),
            ("Das Gespräch sei nützlich gewesen, hieß es in Washington.", "us Washington"),
            (
                "Nach Einschätzung amerikanischer Geheimdienste plant Russland einen Angriff.",
                "us amerikanischer Geheimdienste",
            ),
        ],
    );
}

#[test]
fn the_subjunctive_carries_on() {
    let said =
        in_language(German, "Psaki sprach von einem ernsten Ton. Fortschritte könne es nur so geben. Es schneite.");
    assert_eq!(said, ["us Psaki", "us Psaki", "-"]);
    let said = in_language(German, "Uschakow nannte das Gespräch gut. Putin habe erwidert, das wäre ein Fehler.");
    assert_eq!(said, ["ru Ushakov", "ru Ushakov"]);
}

#[test]
fn hearsay_and_both_sides_are_nobodys_word() {
    tells(
        German,
        &[
            ("Beide Seiten bewerteten das Gespräch als konstruktiv.", "-"),
            ("Den Angaben zufolge beginnen die Gespräche in Genf.", "-"),
            ("Biden soll das versichert haben.", "-"),
        ],
    );
}
