//! The commonest words of the five languages and of their neighbours.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::model::Language;

/// The common words, most of them short. A word may stand under several languages.
pub const COMMON_WORDS: [(Tongue, &str); 17] = [
    (
        Tongue::Known(Language::English),
        "the of and to in is that it for was on with as at by be this have from or had not are but his they she \
         which were their has an would will been there who said after its he we about than into also more i you my me this what so if do like just can how when all no out up your these over",
    ),
    (
        Tongue::Known(Language::German),
        "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat \
         dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur \
         bis mehr durch wurde sei ich wir ihr",
    ),
    (
        Tongue::Known(Language::French),
        "le la les de des du et en un une est que qui dans pour par sur pas au aux plus ne se ce il elle avec sont \
         son sa ses ont été cette mais comme nous vous je leur être fait ou d l qu n c s y à était deux sans",
    ),
    (
        Tongue::Known(Language::Russian),
        "и в не на что он с как по это из к у за от о для но его же так было бы или то она был мы вы только также \
         после если когда при до быть ещё уже этого их который были том между со",
    ),
    (
        Tongue::Known(Language::Ukrainian),
        "і в не на що він з як по це із у за від про для але його й та так було або та вона був ми ви тільки також \
         після якщо коли при до бути ще вже цього їх який були під між зі є чи які",
    ),
    (Tongue::Foreign, "het een van en de dat niet op te zijn voor met die aan ook maar bij naar uit dan nog wordt wij"),
    (
        Tongue::Foreign,
        "el la los las de del y en que un una es por con para no se su al lo como más pero sus fue son muy",
    ),
    (
        Tongue::Foreign,
        "il lo la gli le di del della dei e che un una è per con non si da al alla nel sono ha più anche come",
    ),
    (
        Tongue::Foreign,
        "o a os as de do da dos das e em que um uma é para com não se por no na ao mais foi seu são como",
    ),
    (
        Tongue::Foreign,
        "i w na z do się nie że to jest o od po za jak przez dla ale co tym był oraz został które jego są",
    ),
    (
        Tongue::Foreign,
        "a v na se je že s z do o k i ve to by za ale jako pro který byl jsou po od při podle není jeho také",
    ),
    (
        Tongue::Foreign,
        "och att det i en som på är av för med den till inte har de ett om var men så sig han från vi kan",
    ),
    (
        Tongue::Foreign,
        "og at det i en som på er af for med den til ikke har de et om var men så sig han fra vi kan av å",
    ),
    (Tongue::Foreign, "i je u na se da su za od s ne o koji kao što iz će bi to nije ili ali biti sa godine"),
    (
        Tongue::Foreign,
        "и на да се в от за е не с по са ще като но че към тази това или които който беше му през със си",
    ),
    (Tongue::Foreign, "и у је да се на су за од са не који као што из ће би то није или али бити о а године која"),
    (
        Tongue::Foreign,
        "і ў на не што з да як за па гэта у ад для але яго і ён была быў таксама якія пра ці або калі з'яўляецца",
    ),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    Known(Language),
    /// A neighbour that must not be taken for one of the five.
    Foreign,
}

/// Whether a word in small letters is one of the commonest of some language.
pub fn is_common(word: &str) -> bool {
    common_words().contains_key(word)
}

/// For each common word its places in [`COMMON_WORDS`].
pub fn common_words() -> &'static FxHashMap<&'static str, Vec<usize>> {
    static PLACES: LazyLock<FxHashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
        let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (place, (_, words)) in COMMON_WORDS.iter().enumerate() {
            for word in words.split_whitespace() {
                let of_word = places.entry(word).or_default();
                if of_word.last() != Some(&place) {
                    of_word.push(place);
                }
            }
        }
        places
    });
    &PLACES
}
