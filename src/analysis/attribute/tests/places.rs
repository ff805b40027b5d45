//! What the place of a verb tells of it, and what sentences beside a sentence tell of that.

use super::{english, in_language, tells};
use crate::model::Language::{English, French, German, Russian, Ukrainian};

#[test]
fn a_verb_that_no_list_has_says_something_behind_what_is_said() {
    tells(English, &[("The alliance was creeping closer, Lavrov huffed.", "ru Lavrov")]);
    tells(Russian, &[("Любые контакты важны, присовокупил Песков.", "ru Peskov")]);
    tells(German, &[("Zwei Wege habe Biden aufgezeigt, flötete Sullivan.", "us Sullivan")]);
    tells(French, &[("Faux, rouspète Lavrov, pour qui rien ne change.", "ru Lavrov")]);
    tells(Ukrainian, &[("Розмова була корисною, процідив Лавров.", "ru Lavrov")]);
}

#[test]
fn a_verb_that_no_list_has_says_nothing_elsewhere() {
    assert_eq!(english("While Biden waited, Putin landed."), ["-"]);
    assert_eq!(english("Hours after the call, Biden rested."), ["-"]);
    assert_eq!(in_language(German, "Als das Gespräch endete, wartete Putin."), ["-"]);
}

#[test]
fn a_sentence_that_points_back_tells_who_said_the_one_before() {
    let said = in_language(Russian, "США готовы к переговорам. Об этом сообщил Салливан.");
    assert_eq!(said, ["us Sullivan", "us Sullivan"]);
    assert_eq!(in_language(Ukrainian, "Росія чекає. Про це заявив Пєсков."), ["ru Peskov", "ru Peskov"]);
    assert_eq!(in_language(German, "Der Ton war ernst. Das sagte Biden.")[0], "us Biden");
}

#[test]
fn what_stands_between_two_sentences_of_a_speaker_is_his_if_the_second_is_an_aside() {
    let said = english("Lavrov said the talks were useful. Biden is an experienced man. Envoys will return, he added.");
    assert_eq!(said, ["ru Lavrov", "ru Lavrov", "ru Lavrov"]);
    let said = english("Lavrov said the talks were useful. Biden flew home. He added that envoys would return.");
    assert_eq!(said[1], "-");
}

#[test]
fn his_counterpart_is_on_the_other_side() {
    let said =
        in_language(French, "M. Biden est parti. La ville est calme, a dit Poutine. Son homologue a parlé de paix.");
    assert_eq!(said[2], "us Biden");
}

#[test]
fn a_clause_about_somebody_is_a_detail_only() {
    assert_eq!(english("Kyiv, which had insisted on a seat, at last had one."), ["-"]);
    assert_eq!(english("Biden, speaking in Delaware, said he had warned him."), ["us Biden"]);
}

#[test]
fn who_has_left_an_office_and_who_studies_it_speaks_for_no_party() {
    tells(
        English,
        &[("Ann Sample, formerly of the National Security Council, thinks war is near.", "other Ann Sample")],
    );
    tells(English, &[("Boris Sample of the Carnegie Moscow Center reckons that war is near.", "other Boris Sample")]);
}

#[test]
fn names_with_colons_over_news_do_not_make_it_a_transcript() {
    let said = english(
        "Lavrov: No plans.\n\nBiden warned Putin of sanctions.\n\nBlinken: We will see.\n\nStoltenberg: The door is open.\n\n\
         Kuleba said Kyiv was calm.",
    );
    assert_eq!(said, ["ru Lavrov", "us Biden", "us Blinken", "other Stoltenberg", "ua Kuleba"]);
}
