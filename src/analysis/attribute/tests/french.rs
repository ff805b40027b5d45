//! How French says who says it.

use super::{in_language, tells};
use crate::model::Language::French;

#[test]
fn sources_stand_before_and_behind_their_verbs() {
    tells(
        French,
        &[
            ("Joe Biden a averti Vladimir Poutine, a indiqué la Maison Blanche dans un communiqué.", "us White House"),
            (
                "Le conseiller diplomatique du Kremlin, Iouri Ouchakov, a déclaré que Moscou était satisfait.",
                "ru Ushakov",
            ),
            ("La Russie n'a pas ce projet, a assuré le porte-parole du Kremlin, Dmitri Peskov.", "ru Peskov"),
            ("À Moscou, on estime que la balle est dans le camp américain.", "ru Moscou"),
            ("« Rien sur l'Ukraine sans l'Ukraine », martèle-t-on à Washington.", "us Washington"),
            ("De source américaine, l'entretien a duré une heure.", "us De source américaine"),
            ("L'Otan a proposé de son côté une nouvelle réunion.", "other Otan"),
            (
                "L'ambassade des États-Unis à Kiev a conseillé à ses ressortissants de partir.",
                "us ambassade des États-Unis à Kiev",
            ),
            ("Les deux présidents ont convenu de poursuivre le dialogue.", "-"),
        ],
    );
}

#[test]
fn a_pronoun_may_mean_an_institution() {
    let said = in_language(French, "Les choses avancent, a dit la Maison Blanche. Le ton est bon, a-t-elle ajouté.");
    assert_eq!(said, ["us White House", "us White House"]);
}
