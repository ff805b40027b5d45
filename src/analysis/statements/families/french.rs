//! French words. See [`super::Background`].

use super::Background;

pub(super) const FRENCH: Background = Background {
    stop: "a à afin ai ainsi alors après au aucun aussi autre aux avaient avait avant avec avoir beaucoup bien car ce cela \
        celle celui ces cet cette ceux chaque chez ci comme comment contre d dans de depuis des deux-ci dit donc dont \
        du elle elles en encore entre es est et eu eux fait faire fois font hui ici il ils j je l la le les leur leurs \
        lors lui là m ma mais me mes moi moins mon même ne ni nos notre nous on ont ou où par parce pendant peu peut \
        plus pour pourquoi pourrait qu quand que quel quelle qui s sa se selon sera serait ses si son sont sous sur t \
        ta tandis te tes ton tous tout toute toutes tu un une vers vos votre vous y été étaient était être",
    negations: "pas jamais aucun aucune sans rien non",
    numbers: "deux deuxième,trois troisième,quatre quatrième,cinq cinquième,six sixième,sept,huit,neuf,dix,onze,douze",
    parties: &[
        ("us", "amérique, américain, américaine, washington, états unis"),
        ("russia", "russie, russe, moscou"),
        ("ukraine", "ukraine, ukrainien, ukrainienne, kiev, kyiv"),
        ("nato", "otan"),
        ("eu", "ue, union européenne"),
        ("kremlin", "kremlin"),
        ("white house", "maison blanche"),
    ],
    families: "entretien conversation pourparlers négociation appel réunion rencontre visioconférence sommet discussion
lever annuler supprimer levée
restriction limitation
troupe force armée soldat militaire
renforcement concentration massage
frontière
mesure étape
sanction représailles
conséquence coût
répondre réponse réaction riposte
avertir menacer menace prévenir
élargissement expansion
est oriental
garantie assurance
déploiement déployer
arme armement
inquiétude préoccupation
conseiller
accord convenir
charger
représentant délégation équipe
invasion attaque offensive agression
exclure empêcher
juridique légal
application respect
grave sévère fort dur
coopération
consultation
soutien soutenir
escalade
ambassade mission
allié
dialogue
économique financier
diplomatique diplomate",
    frame: "dit déclaré affirmé indiqué souligné ajouté président porte parole communiqué dirigeant précisé",
};
