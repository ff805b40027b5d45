//! The abbreviations of each language, by what a full stop after them means.
//!
//! Plain lists of words, case counts. An abbreviation that nearly always ends its sentence before a capital ("etc.",
//! "usw.") needs no entry: it then counts as a word. If a word stands in two lists, the later one holds.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::model::Language;

/// What a full stop after an abbreviation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Never the end of a sentence: "Mr.", "Gen.".
    Always,
    /// The sentence goes on before a number: "No. 5", "Dec. 7". Else it is a word.
    Numbered,
    /// May end the sentence, but only before a usual first word: "U.S.", "Inc.".
    MayEnd,
    /// Ends the sentence after a number ("2021 г."), else it goes on ("г. Москва").
    Unit,
    /// Ends the sentence before a capital, like a word, although it looks like initials: "т.д.".
    Ends,
}

/// The abbreviations and usual first words of one language.
pub struct Abbreviations {
    classes: FxHashMap<&'static str, Class>,
    starters: FxHashSet<&'static str>,
    /// Ordinal numbers take a full stop: "7. Dezember".
    pub ordinals: bool,
    /// A pronoun that looks like an initial.
    pub pronoun: Option<char>,
}

/// The lists of one language, words separated by white space.
struct Lists {
    always: &'static str,
    numbered: &'static str,
    may_end: &'static str,
    units: &'static str,
    ends: &'static str,
    /// Words that often begin a sentence and seldom a name.
    starters: &'static str,
    ordinals: bool,
    pronoun: Option<char>,
}

impl Abbreviations {
    pub fn of(language: Language) -> &'static Self {
        static ALL: LazyLock<[Abbreviations; 6]> =
            LazyLock::new(|| [&ENGLISH, &RUSSIAN, &UKRAINIAN, &GERMAN, &FRENCH, &OTHER].map(Abbreviations::from_lists));
        match language {
            Language::English => &ALL[0],
            Language::Russian => &ALL[1],
            Language::Ukrainian => &ALL[2],
            Language::German => &ALL[3],
            Language::French => &ALL[4],
            Language::Other => &ALL[5],
        }
    }

    fn from_lists(lists: &Lists) -> Self {
        let by_class = [
            (lists.numbered, Class::Numbered),
            (lists.may_end, Class::MayEnd),
            (lists.units, Class::Unit),
            (lists.ends, Class::Ends),
            (lists.always, Class::Always),
        ];
        Self {
            classes: by_class
                .into_iter()
                .flat_map(|(words, class)| words.split_whitespace().map(move |word| (word, class)))
                .collect(),
            starters: lists.starters.split_whitespace().collect(),
            ordinals: lists.ordinals,
            pronoun: lists.pronoun,
        }
    }

    /// What a full stop after `word` means; `None` if the word is not an abbreviation.
    pub fn class(&self, word: &str) -> Option<Class> {
        self.classes.get(word).copied()
    }

    /// Whether a capitalised word begins sentences more often than it stands in names.
    pub fn starts_sentence(&self, word: &str) -> bool {
        self.starters.contains(word)
    }
}

const ENGLISH: Lists = Lists {
    always: "
        Mr Mrs Ms Mx Dr Drs Prof Gen Col Lt Maj Capt Cmdr Cpt Sgt Adm Sen Sens Rep Reps Gov Govs Pres Hon Rev Fr
        Messrs Mmes Amb Supt Det Insp Atty Brig Cpl Pvt Gens Profs Sec-Gen Ald Hr Msgr Ven Mt Ft vs v cf viz
        approx e.g i.e eg ie Vs Assoc Asst Wm Chas Thos Lieut Comdr GEN MR MRS MS DR SEN REP GOV",
    numbered: "
        No Nos Art Arts art Sec sec Fig Figs fig figs p pp P Pp vol Vol vols ch Ch chap Chap par para eq Eq Jan
        Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Tab Res Ref Ex op Op ed Reg Pub Rule N° n° c ca",
    may_end: "
        Inc Corp Co Ltd Bros Jr Sr St Ave Blvd Rd Ste Dept Univ Assn Bldg U.S U.K U.N E.U D.C L.A N.Y a.m p.m A.M
        P.M Ph.D M.D B.A M.A Ph Esq est Est Calif Ariz Ark Colo Conn Del Fla Ga Ill Ind Kan Ky Mass Md Mich Minn
        Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo al govt Govt max min dept Intl Int'l cu sq
        Tel Mfg Plc Cie",
    units: "",
    ends: "",
    starters: "
        The A An In On At He She It They We I You This That These Those There But And So If When While As After
        Before For However His Her Their Its Our My Your What Who How Why Where Which Although Though Since
        Because By To From With According Meanwhile Also Not No Yes Some Many Most More All Both Each Another
        Other One Two Three Under During Last Earlier Later Now Then Here Or Nor Yet Still Even Only Once Until
        Unless Whether Despite Among Between Asked About Do Does Did Is Are Was Were Have Has Had Can Could Will
        Would Should May Let Instead Moreover Furthermore Therefore Thus Mr Mrs Ms Dr Several Such Than Of Over
        Through Against Every Few Perhaps Maybe Just Never Nothing Nobody Today Yesterday Tomorrow Please See
        It's That's He's She's They're We're There's I'm I've Don't Speaking Given Following Nevertheless
        Nonetheless Additionally Finally First Second Indeed Officials Experts Critics People Police",
    ordinals: false,
    pronoun: Some('I'),
};

const RUSSIAN: Lists = Lists {
    always: "
        им ул просп пл пер акад проф доц ген ген-м подполк кап лейт гр тов св пос дер о-в оз зам пом см ср
        напр т.е т.н т.к т.ч к.м.н адм арх бул наб корп гос яп англ фр лат греч рус т.наз исп ит польск
        укр араб др-греч соц т.о деп нач митр еп архиеп прот свящ Дж Им Ул Проф См Ср Св Акад Гр Напр",
    numbered: "
        ст п пп с стр рис табл гл ч д кв оф эт тел вып кн том т № No янв фев февр мар апр авг сен сент окт ноя
        нояб дек род ум ок Ст Рис Табл Гл п.п абз",
    may_end: "
        пр обл р-н кор ред изд муз реж сост авт Inc Corp Ltd Co Jr прим Прим млн млрд трлн",
    units: "г гг в вв руб коп тыс чел км кг мин сек р шт экз долл м га л",
    ends: "н.э т.д т.п др проч",
    starters: "
        В На Он Она Оно Они Это Этот Эта Эти По Как Но А И С К У О Об От До Из За Для При Если Когда Что Кто Где
        Мы Вы Я Ты Его Её Ее Их Наш Тогда Также Так Там Тут Здесь Однако Поэтому После Перед Между Кроме Согласно
        Все Всё Весь Вся Не Ни Нет Да То Тот Та Те Такой Такая Такие Уже Ещё Еще Сейчас Сегодня Вчера Затем Потом
        Например Ранее Позже Впрочем Хотя Только Во Со Без Под Над Через Среди Вместе Именно Один Одна Одно Два
        Три Ведь Или Либо Чтобы Чем Тем Каждый Некоторые Многие Большинство Другие Другой Первый Более
        Впоследствии Одновременно Напомним Отметим",
    ordinals: false,
    pronoun: Some('Я'),
};

const UKRAINIAN: Lists = Lists {
    always: "
        ім вул просп пл пров акад проф доц ген підполк кап лейт гр тов св сел о-в оз зам пом див пор напр
        т.зв т.е адм арх бул наб корп держ англ нім фр лат грец рос укр т.к рум італ ісп деп нач митр єп
        архієп прот свящ бл Дж Ім Вул Проф Див Пор Св Акад Напр смт п",
    numbered: "
        ст пп с стор рис мал табл гл ч д кв оф тел вип кн том т № No буд січ лют бер квіт трав черв лип серп вер жовт
        лист груд Ст Рис Табл абз п.п",
    may_end: "
        обл р-н ред вид муз реж авт Inc Corp Ltd Co Jr прим Прим млн млрд трлн",
    units: "р рр ст грн коп тис чол км кг хв сек год шт дол м га л руб",
    ends: "н.е т.д т.п т.ін ін",
    starters: "
        В У На Він Вона Воно Вони Це Цей Ця Ці За Як Але А І Й З Зі Із До Від Для При Якщо Коли Що Хто Де Ми Ви Я
        Ти Його Її Їх Їхній Наш Тоді Також Так Там Тут Однак Проте Тому Після Перед Між Крім Згідно Усі Всі Весь
        Вся Не Ні Та То Той Те Ті Такий Така Такі Вже Ще Зараз Сьогодні Вчора Потім Наприклад Раніше Пізніше Втім
        Хоча Лише Тільки Без Під Над Через Серед Разом Саме Один Одна Два Три Адже Або Щоб Чим Кожен Деякі Багато
        Більшість Інші Інший Перший Водночас Нагадаємо Зокрема Про По Чи О Об",
    ordinals: false,
    pronoun: Some('Я'),
};

const GERMAN: Lists = Lists {
    always: "
        Dr Prof Hr Hrn Fr Frl Gen St Mr Mrs Ms Dipl Ing Dipl-Ing geb gest verh bzw vgl Vgl z.B Z.B d.h D.h u.a
        U.a i.d.R z.T s.o s.u ca Ca evtl ggf inkl exkl zzgl insb bes allg gem sog sogen Kfm Kgl kath ev ehem
        franz engl dt russ lat griech ital span amerik jap chin röm hl Hl hrsg Hrsg Abg Min Mag Dres stellv stv
        u.U i.S m.E o.g lt Lt zw verm max min einschl v",
    numbered: "
        Nr Nrn Art Abs S Bd Kap Abb Tab Abschn Ziff Rn Anm Fn Tel Jan Feb Mär Apr Jun Jul Aug Sep Sept Okt Nov
        Dez Aufl Fig Str Bl H",
    may_end: "
        Str str Mio Mrd Mill Tsd Jh Jhd Std Sek Inc Corp Co Ltd Jr Sr e.V a.D a.M Chr v.Chr
        n.Chr U.S d.J d.M Red Univ Kl",
    units: "",
    ends: "u.s.w u.ä o.ä u.Ä o.Ä",
    starters: "
        Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ich Du Ihr In Im Am An Auf Bei Beim Mit
        Nach Von Vom Vor Zu Zum Zur Für Durch Über Unter Um Aus Als Wenn Weil Dass Da Dann Doch Aber Und Oder
        Auch Noch Nur So Wie Was Wer Wo Warum Dies Diese Dieser Dieses Diesen Seit Während Trotz Laut Bis Ab
        Gegen Ohne Seine Sein Ihre Man Nun Jetzt Heute Gestern Hier Dort Damit Dazu Dabei Dadurch Daher Deshalb
        Außerdem Allerdings Jedoch Zudem Kein Keine Nicht Beide Alle Viele Einige Jeder Zwar Denn Ob Bereits
        Später Danach Dennoch Schon Mehr Wegen Neben Zwischen Ist Sind War Hat Haben Kann Wird Unser Unsere Mein
        Meine",
    ordinals: true,
    pronoun: None,
};

const FRENCH: Lists = Lists {
    always: "
        M MM Dr Pr Prof Gén gén Col Cdt Mgr St Ste cf Cf ex env av apr p.ex c-à-d boul bd Bd lat angl Mr
        Mrs Sen adj dir ing jun vs v hab",
    numbered: "
        art Art arts no n p pp vol chap fig tome t § N° n° janv févr fév avr juil sept oct nov déc tél Tél No Fig coll
        ch sect par",
    may_end: "J.-C C Inc Corp Co Ltd Jr S.A S.A.R.L U.S éd Éd Cie min max dép univ Univ ann",
    units: "",
    ends: "",
    starters: "
        Le La Les Un Une Des Du De Il Elle Ils Elles On Nous Vous Je Tu Ce Cet Cette Ces Cela Ça C'est Mais Et Ou
        Donc Or Ni Car En Dans Sur Sous Par Pour Avec Sans Chez Entre Vers Depuis Pendant Après Avant Selon Si
        Quand Lorsque Comme Que Qui Quoi Où Pourquoi Comment Son Sa Ses Leur Leurs Notre Nos Mon Ma Mes À A Au
        Aux Ainsi Alors Aussi Cependant Toutefois Pourtant Enfin Ensuite Puis Tout Tous Toute Toutes Plusieurs
        Certains Chaque Aucun Aujourd Hier Demain Ici Là L D C J S N Qu Lors Malgré Contre Outre Parmi Bien Très
        Plus Moins Même Deux Trois Ne Pas Non Oui",
    ordinals: false,
    pronoun: None,
};

const OTHER: Lists = Lists {
    always: "Dr Prof Gen Sen St Mr Mrs",
    numbered: "No Nr p pp art Art",
    may_end: "",
    units: "",
    ends: "",
    starters: "
        The A An In On At He She It They We I You This That These Those There But And So If When While As After
        Before For However His Her Their Its Our My Your What Who How Why",
    ordinals: false,
    pronoun: None,
};
