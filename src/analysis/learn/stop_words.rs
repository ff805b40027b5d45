//! Words that say nothing about a topic: they are in every text, or they are the reporter's own.
//!
//! By language, because one language's "die" or "war" is another's word for a thing. Beyond this list a word counts
//! the less the more sentences have it, so the list need not be complete: it keeps the stems of a collection few.

use crate::model::Language;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

const ENGLISH: &str = "a about above after again against ago all almost along already also although always am among an \
    and another any are around as at away be became because been before being below between both but by came can \
    cannot could did do does doing done down during each either else even ever every few for from further get got had \
    has have having he her here hers herself him himself his how however i if in into is it its itself just last least \
    less like made make many may me might more most much must my myself near no nor not now of off often on once one \
    only or other our ours out over own per quite rather s said same say says see she should since so some still such t \
    take than that the their theirs them themselves then there these they this those though through thus to told too \
    two under until up upon us very was we well went were what when where whether which while who whom whose why will \
    with within without would yet you your";
const GERMAN: &str = "aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bereits \
    bin bis bist da dabei damit dann daran darauf das dass dein dem den denen denn der deren des dessen die dies diese \
    diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas euch euer für \
    gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in \
    indem ins ist jede jedem jeden jeder jedes jedoch jene jetzt kann kein keine keinen können könnte machen man manche \
    mehr mein mit muss nach nicht nichts noch nun nur ob oder ohne sagte sagten sehr sei seien sein seine seinem seinen \
    seiner seit selbst sich sie sind so solche soll sollen sollte sondern sowie um und uns unser unter viel vom von vor \
    war waren was weil weiter welche wenn wer werde werden wie wieder will wir wird wirst wo wollen wollte wurde wurden \
    während würde würden zu zum zur zwar zwischen über";
const FRENCH: &str = "a afin ai ainsi alors après au aucun aujourd aussi autre autres aux avaient avait avant avec avez \
    avoir c car ce cela celle celui ces cet cette ceux chaque chez comme comment d dans de depuis des dit donc dont du \
    déclaré elle elles en encore entre es est et eu eux fait faire fois font hui ici il ils j je l la le les leur leurs \
    lors lui là m ma mais me mes moi moins mon même n ne ni nos notre nous on ont ou où par parce pas pendant peu peut \
    plus pour pourquoi pourrait qu quand que quel quelle qui s sa sans se selon sera serait ses si son sont sous sur t \
    ta tandis te tes ton tous tout toute toutes tu un une vers vos votre vous y à été étaient était être";
const RUSSIAN: &str = "а без более больше будет будут будто бы был была были было быть в вам вас весь во вот все всего \
    всех вся всё вы где да даже для до его ее ей если есть еще ещё же за здесь и из или им ими их к как какая какой \
    когда кто ли либо лишь между меня мне много может можно мой мы на над надо нам нас наш не него нее ней нельзя нет \
    ни нибудь никогда ним них ничего но ну о об один однако он она они оно от перед по под после потом потому почти при \
    про раз с сам сама свое своего своей свои своих свою сейчас сказал сказала со снова так также такие такой там \
    тебя тем теперь то того тоже только том тот ту тут ты у уже хотя чего чем через что чтобы чуть эта эти этим этих \
    это этого этой этом этот эту я";
const UKRAINIAN: &str = "а або адже але без більше бо був буде будуть була були було бути в вам вас ви від він вона вони \
    вони воно все всі всіх вже г де для до дуже його її й за з заявив заявила зі зокрема і із інші її їй їм їх їхній й \
    каже коли котрий кожен лише ми між мене може можна мій мною на навіть над нам нас наш не нею ним них ні ніж нього о \
    один однак от перед під по поки при про проте раз саме свій свого своє своєї своїх сказав сказала та так також \
    такий там те тепер ти тим тих то того тоді той тому треба тут у усі хоча хто це цей цим цих цього цьому ця ці час \
    через чи чого чому що щоб ще як яка який яких які якщо я";

/// Whether `folded` is such a word. In a language that is not known nothing is: then only how often a word occurs tells.
pub(super) fn is_stop_word(language: Language, folded: &str) -> bool {
    static WORDS: LazyLock<[FxHashSet<&'static str>; Language::ALL.len()]> =
        LazyLock::new(|| Language::ALL.map(|language| list(language).split_whitespace().collect()));
    WORDS[language as usize].contains(folded)
}

fn list(language: Language) -> &'static str {
    match language {
        Language::English => ENGLISH,
        Language::German => GERMAN,
        Language::French => FRENCH,
        Language::Russian => RUSSIAN,
        Language::Ukrainian => UKRAINIAN,
        Language::Other => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words::fold;

    #[test]
    fn the_lists_are_spelled_as_words_are_compared() {
        for language in Language::ALL {
            for word in list(language).split_whitespace().filter(|word| !word.contains('ё')) {
                assert_eq!(fold(word), word);
            }
        }
    }

    #[test]
    fn a_word_is_a_stop_word_in_its_own_language_only() {
        assert!(is_stop_word(Language::German, "war") && !is_stop_word(Language::English, "war"));
        assert!(is_stop_word(Language::Russian, "что") && !is_stop_word(Language::Other, "the"));
    }
}
