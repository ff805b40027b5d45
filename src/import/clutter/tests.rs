//! Whole texts, with the stock phrases and without them: what is hidden, and what must not be.

use super::super::{article_with, shown};
use super::ClutterKind as Kind;
use super::*;

const BODY: &str =
    "Putin told Biden that the talks, which took two hours, had been frank and businesslike, the Kremlin said.";

fn clutter_with(text: &str, phrases: Phrases) -> Vec<String> {
    let article = article_with("a.txt", text.as_bytes(), phrases).unwrap();
    let hidden = shown(&article).into_iter().filter(|(kind, _)| *kind == ParagraphKind::Clutter);
    hidden.map(|(_, text)| text.to_owned()).collect()
}

fn clutter(text: &str) -> Vec<String> {
    clutter_with(text, Phrases::Used)
}

/// Nothing of it may be hidden, whether phrases are used or not.
fn assert_stays(text: &str) {
    for phrases in [Phrases::Used, Phrases::Off] {
        assert_eq!(clutter_with(text, phrases), Vec::<String>::new(), "{phrases:?}");
    }
}

/// Lines marked `#` are furniture of the page: all but `missed` of them are hidden without any stock phrase, all but
/// `missed_with` with them, and no other line is.
fn assert_told(marked: &str, missed: &[&str], missed_with: &[&str]) {
    let text = marked.lines().map(|line| line.trim_start_matches('#')).collect::<Vec<_>>().join("\n");
    let furniture: Vec<&str> = marked.lines().filter_map(|line| line.strip_prefix('#')).collect();
    for (phrases, missed) in [(Phrases::Off, missed), (Phrases::Used, missed_with)] {
        let expected: Vec<&str> = furniture.iter().copied().filter(|line| !missed.contains(line)).collect();
        assert_eq!(clutter_with(&text, phrases), expected, "{phrases:?}");
    }
}

#[test]
fn a_doubled_headline_and_a_doubled_caption_are_clutter() {
    let text =
        format!("Talks end\n\nTalks end\n\n{BODY}\nPutin at his desk\nPutin at his desk\nPhoto credit: Z\n\n{BODY}\n");
    for phrases in [Phrases::Used, Phrases::Off] {
        let expected = ["Talks end", "Putin at his desk", "Putin at his desk", "Photo credit: Z"];
        assert_eq!(clutter_with(&text, phrases), expected);
    }
}

#[test]
fn readers_comments_are_clutter_to_the_end() {
    let body = [BODY; 6].join("\n\n");
    let text = format!("Talks end\n\n{body}\n\nView all comments\n1 month ago\n\nNobody gave way, as I see it.\n");
    assert_eq!(clutter(&text), ["View all comments", "1 month ago", "Nobody gave way, as I see it."]);
    let names = format!("Talks end\n\n{body}\n\nzman\nvor 2 Tagen\nNobody gave way.\nOtto\nvor 3 Tagen\nNonsense.\n");
    let expected = ["zman", "vor 2 Tagen", "Nobody gave way.", "Otto", "vor 3 Tagen", "Nonsense."];
    assert_eq!(clutter_with(&names, Phrases::Off), expected);
}

#[test]
fn a_box_of_links_ends_where_the_article_goes_on() {
    let text =
        format!("Talks end\n\n{BODY}\n\nRead more about Geneva\n\nWhat it meant\n\nBilateral relations\n\n{BODY}\n");
    assert_eq!(clutter(&text), ["Read more about Geneva", "What it meant"]);
}

#[test]
fn sentences_that_begin_like_clutter_stay() {
    for line in [
        "Share prices fell after the call, which took two hours.",
        "Comments on the call came from Paris and Berlin as well.",
        "Subscribe to this view or not: the talks will be held in Geneva.",
        "Related talks in Vienna are to go on for a week.",
    ] {
        assert_stays(&format!("Talks end\n\n{BODY}\n\n{line}\n\n{BODY}"));
    }
}

#[test]
fn transcripts_lists_and_signatures_stay() {
    let turns =
        "Q    But do you —\n\nMS. PSAKI:  Yes.\n\nQ    And Iran?\n\nSENIOR ADMINISTRATION OFFICIAL:  Thank you.";
    let names = "President Radev\nPrime Minister Babis\nPresident Karis\nPresident Ader\nPresident Levits";
    let list = "missions and visas\nthe property in Maryland\nexpulsions on both sides\nflights between the capitals";
    for text in [
        format!("Press call\n\n{BODY}\n\n{turns}\n\n{BODY}\n\n{turns}\n\nEND"),
        format!("Readout of the call\n\n{BODY}\n\n{BODY}\n\nThose on the call were:\n{names}\n"),
        format!("Readout of the call\n\n{BODY}\n\n{BODY}\n\nParticipants\n{names}\n"),
        format!("Readout of the call\n\n{BODY}\n\nParticipants\n{names}\n\n{BODY}\n\n{BODY}\n"),
        format!("Readout of the call\n\n{BODY}\n\n{BODY}\n\nThey spoke about:\n{list}\n\n{BODY}\n"),
        format!("Readout of the call\n\n{BODY}\n\n{BODY}\n\n- {}\n", list.replace('\n', "\n- ")),
        format!("Joint statement\n\n{BODY}\n\n{BODY}\n\nVladimir Putin\nPresident of the Russian Federation\n"),
        format!("Did they agree?\n\n{BODY}\n\n{BODY}\n\nVerdict: False\n"),
    ] {
        assert_stays(&text);
    }
}

#[test]
fn texts_without_prose_stay_as_they_are() {
    assert_stays("The call\n\nTwo men on a screen\none flag behind each\nnobody smiles\n\nsnow on the border\nsnow\n");
    assert_stays("Agenda\nUkraine\nIran\nCyber security\nMissions\nStrategic stability\nThe next call\n");
}

#[test]
fn a_live_report_and_a_chronology_stay() {
    let entry = |stamp: &str| format!("{stamp}\n{BODY}\n{BODY}\n");
    let live = ["5 hours ago", "4 hours ago", "2 hours ago", "1 hour ago"].map(entry).join("\n");
    assert_stays(&format!("The call, minute by minute\n\n{live}"));
    let days = ["7 December 2021", "15 December 2021", "30 December 2021", "10 January 2022"].map(entry).join("\n");
    assert_stays(&format!("A month of talks\n\n{BODY}\n{BODY}\n{BODY}\n{BODY}\n{BODY}\n{days}"));
}

#[test]
fn what_stands_behind_a_list_of_names_stays() {
    let names = "Radev\nBabis\nKaris\nAder\nLevits\nNauseda\nDuda\nIohannis\nCaputova\nWerner Iohannis";
    let text =
        format!("Leaders call\n\n{}\n\n{names}\n\nPutin told Biden of the talks again.\n", [BODY; 6].join("\n\n"));
    let hidden = clutter_with(&text, Phrases::Off);
    assert!(hidden.iter().all(|line| names.contains(line.as_str())), "{hidden:?}");
}

#[test]
fn a_russian_page_is_told_from_its_article() {
    assert_told(
        "#Главная\n#Политика\n#Экономика\n#Общество\n#Войти\nПутин и Байден провели переговоры по видеосвязи\n\
         #Путин и Байден провели переговоры по видеосвязи\n7 декабря 2021, 21:40\n\
         Президент России Владимир Путин и президент США Джо Байден провели переговоры, которые длились два часа.\n\
         Стороны обсудили ситуацию вокруг Украины, стратегическую стабильность и двусторонние отношения, сообщил Кремль.\n\
         По словам помощника президента Юрия Ушакова, разговор был откровенным и деловым, несмотря на разногласия.\n\
         #Поделиться\n#Читайте также\n#Погода на выходные: мороз и солнце\n#Цены на бензин снова выросли\n\
         #Комментарии\n#Все новости\n#Реклама на сайте\n#© 2021 Издание",
        &[],
        &[],
    );
}

#[test]
fn a_german_page_is_told_from_its_article() {
    assert_told(
        "#Zum Inhalt springen\n#Startseite\n#Politik\n#Wirtschaft\n#Anmelden\nBiden und Putin sprechen zwei Stunden über die Ukraine\n\
         Stand: 7. Dezember 2021\n#Teilen\n\
         Der amerikanische Präsident Joe Biden und der russische Präsident Wladimir Putin haben zwei Stunden gesprochen.\n\
         Biden warnte Putin vor wirtschaftlichen Folgen, falls Russland die Ukraine angreife, teilte das Weiße Haus mit.\n\
         Der Kreml nannte das Gespräch offen und sachlich, die Präsidenten wollen den Dialog nun fortsetzen.\n\
         #Mehr zum Thema\n#Schnee legt Verkehr im Süden lahm\n#Was die neue Heizung kostet\n#Newsletter abonnieren\n\
         #Impressum\n#Datenschutz",
        &["Teilen"],
        &[],
    );
}

#[test]
fn a_french_page_is_told_from_its_article() {
    assert_told(
        "#Aller au contenu\n#Accueil\n#Monde\n#Économie\n#Se connecter\nBiden et Poutine se sont parlé pendant deux heures\n\
         Publié le 7 décembre 2021\n#Partager\n\
         Le président américain Joe Biden et le président russe Vladimir Poutine se sont parlé pendant deux heures mardi.\n\
         #À lire aussi : la neige arrive sur les Alpes\n\
         Biden a menacé la Russie de sanctions économiques si elle attaquait l’Ukraine, a indiqué la Maison Blanche.\n\
         Le Kremlin a jugé la conversation franche et utile, et les deux présidents veulent poursuivre le dialogue.\n\
         #Sur le même sujet\n#Les stations de ski ouvrent plus tôt\n#Le prix du pain augmente encore\n#Commentaires\n\
         #Mentions légales\n#Gestion des cookies",
        &["Partager", "À lire aussi : la neige arrive sur les Alpes"],
        &[],
    );
}

#[test]
fn kinds_say_what_sort_of_boilerplate_it_is() {
    let body = [BODY; 6].join("\n\n");
    let text = format!(
        "Skip to content\n\nTalks end\n\nBy A Writer\n\n{body}\n\nShare this\nSubscribe to our newsletter\n\
         Read more about Geneva\nWhat it meant\n©2021 Z\nLeave a Reply\n"
    );
    let article = super::super::article("a.txt", text.as_bytes()).unwrap();
    let kinds: Vec<Kind> = clutter_kinds(&article).into_iter().flatten().collect();
    let below = [Kind::Share, Kind::Newsletter, Kind::Box, Kind::Box, Kind::Copyright, Kind::Comments];
    assert_eq!(kinds, [[Kind::Navigation, Kind::About].as_slice(), &below].concat());
}
