//! Papers and agencies that pass on what others say, and who stands behind "his spokesman".

use super::{english, tells};
use crate::model::Language::{English, German, Russian};

#[test]
fn a_wire_is_not_the_one_who_says_what_somebody_is_named_for() {
    tells(
        English,
        &[
            ("Russia has no plans, Kremlin spokesman Dmitry Peskov said, Interfax reported.", "ru Peskov"),
            ("The talks were useful, Ushakov said, according to TASS.", "ru Ushakov"),
            ("Interfax cited Ryabkov as saying that the prospects were bleak.", "ru Ryabkov"),
            ("“We will respond,” Lavrov was quoted as saying by RIA Novosti.", "ru Lavrov"),
            ("Reuters reported that a decision was near.", "other Reuters"),
            ("Reuters reported, citing two sources, that a decision was near.", "other Reuters"),
        ],
    );
    tells(Russian, &[("Россия не нападет, заявил Песков, передает ТАСС.", "ru Peskov")]);
    tells(German, &[("Gruschko bezeichnete die Aussprache laut der Agentur Tass als offen.", "ru Grushko")]);
}

#[test]
fn whose_somebody_is_may_stand_elsewhere() {
    assert_eq!(english("Putin will read the paper, his spokesman said.")[0].split(' ').next(), Some("ru"));
    assert_eq!(english("In Kyiv, officials said they were grateful."), ["ua officials"]);
    assert_eq!(english("Finland's president warned against a new division."), ["other Finland's president"]);
    assert_eq!(english("A senior administration official said there were two paths.")[0].split(' ').next(), Some("us"));
    assert_eq!(
        english("Russia's deputy foreign minister Alexei Sample spoke first. Sample said time was short.")[1],
        "ru Sample"
    );
    assert_eq!(
        english("Analyst Jane Sample of the Russia Centre said nothing would come of it."),
        ["other Jane Sample"]
    );
}

#[test]
fn what_goes_on_in_the_conditional_is_still_said() {
    let said =
        english("Sullivan said there would be steps. They would include strong measures. The call took two hours.");
    assert_eq!(said, ["us Sullivan", "us Sullivan", "-"]);
}

#[test]
fn an_aside_does_not_turn_a_sentence_round() {
    assert_eq!(english("The Kremlin, for its part, dismissed the intelligence as hysteria."), ["ru Kremlin"]);
    assert_eq!(english("In Geneva, Biden spoke of threats, Ushakov said."), ["ru Ushakov"]);
}
