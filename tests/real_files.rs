//! Files that other programs have made become articles: `page.*` by Chromium (page saved, archived, printed), `talks.*` by
//! LibreOffice, `*.eml` by Python's mail package, `*.txt` by iconv, `locked.*` by LibreOffice, Office's encryption and qpdf.
//! The words are our own. All goes through the program as a reader's script starts it.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// What `readout COMMAND FILE` prints and complains of.
fn readout(command: &str, name: &str) -> (String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_readout")).arg(command).arg(fixture(name)).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

fn text(name: &str) -> String {
    let (text, errors) = readout("text", name);
    assert_eq!(errors, "", "{name}");
    text
}

/// The one line of `readout articles`: headline, outlet, author, date, time, language.
fn facts(name: &str) -> [String; 6] {
    let (line, errors) = readout("articles", name);
    assert_eq!(errors, "", "{name}");
    let line: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(line["warnings"], Value::Array(Vec::new()), "{name}");
    assert_eq!(line["format"], Path::new(name).extension().unwrap().to_str().unwrap());
    ["headline", "outlet", "author", "date", "time", "language"].map(|key| line[key].as_str().unwrap_or("").to_owned())
}

/// What the program takes for clutter or for what a page says of itself.
fn clutter(name: &str) -> Vec<String> {
    let (lines, _) = readout("boilerplate", name);
    let quote = |line: &str| serde_json::from_str::<Value>(line).unwrap()["quote"].as_str().unwrap().to_owned();
    lines.lines().map(quote).collect()
}

/// These stand in the text one after the other.
fn assert_in_order(name: &str, text: &str, parts: &[&str]) {
    let mut from = 0;
    for part in parts {
        let Some(at) = text[from..].find(part) else { panic!("{name}: {part:?} is not after {:?}", &text[..from]) };
        from += at + part.len();
    }
}

const TITLE: &str = "Envoys meet by the lake and part without a paper";

/// The body of the page, its lists and tables too.
const PAGE: [&str; 13] = [
    TITLE,
    "GENEVA – The two delegations talked for almost eight hours on Monday, longer than either had planned, and left the villa by \
     different doors. “It was a deep and concrete talk,” one deputy minister said; his counterpart called it frank.",
    "Neither side gave way on the question of who may join the alliance. Both said that talks on missiles and on the size of \
     exercises could go on, if the capitals agree.",
    "What was on the table",
    "Limits on missiles of medium range in Europe",
    "Notice before large exercises",
    "at sea as well as on land",
    "A hot line between the staffs",
    "Who meets",
    "Deputy ministers",
    "57 states",
    "We do not have to agree this week. We have to know what we disagree about.",
    "Officials in Kyiv said that nothing about their country should be settled without it – «нічого про нас без нас», as one of \
     them put it.",
];

/// What stands around it.
const AROUND: [&str; 7] =
    ["World", "Markets", "Subscribe", "Share this story", "Tweet", "Ferry line to close in spring", "Privacy Contact"];

#[test]
fn a_page_that_a_browser_saved_has_its_body_and_what_stands_around_it_is_clutter() {
    for name in ["page.html", "page.mhtml"] {
        assert_in_order(name, &text(name), &PAGE);
        assert_eq!(facts(name), [TITLE, "Quay Review", "Mira Holt", "2022-01-10", "18:40+01:00", "en"], "{name}");
        let clutter = clutter(name);
        for line in AROUND {
            assert!(clutter.iter().any(|quote| quote == line), "{name}: {line} in {clutter:?}");
        }
        for part in PAGE {
            assert!(!clutter.iter().any(|quote| quote == part), "{name}: {part} is hidden");
        }
    }
    let (line, _) = readout("articles", "page.mhtml");
    assert!(line.contains("\"address\":\"http://www.quay-review.example/2022/01/10/envoys-part\""), "{line}");
}

#[test]
fn a_page_that_a_browser_printed_has_its_body_its_table_and_its_facts() {
    let text = text("page.pdf");
    assert_in_order("page.pdf", &text, &PAGE);
    assert!(text.contains("10 January | Geneva | Deputy ministers\n12 January | Brussels | The council\n"), "{text}");
    assert!(!text.contains("Share this story") && !text.contains("Privacy"), "{text}");
    let [headline, _, author, date, time, language] = facts("page.pdf");
    assert_eq!([headline, author, date, time, language], [TITLE, "Mira Holt", "2022-01-10", "18:40", "en"]);
}

/// What LibreOffice's document says, in its other formats too.
const TALKS: [&str; 13] = [
    "Two hours on the line",
    "Quay Review, 8 December 2021",
    "The two presidents spoke for two hours on Tuesday, and neither gave way, their offices said.",
    "They agreed only that envoys would meet in Geneva.",
    "What each side wanted",
    "The Kremlin asked for guarantees; the White House spoke of the troops at the border",
    "No further enlargement of the alliance",
    "Neither in Poland nor in Romania",
    "Side",
    "Moscow",
    "“We heard each other,” said an aide – «мы услышали друг друга», in his words. Über allem:",
    "First line of a verse,",
    "Second line of it.",
];

#[test]
fn what_an_office_program_writes_is_whole_in_every_format() {
    for name in ["talks.docx", "talks.odt", "talks.rtf", "talks.epub", "talks.html"] {
        assert_in_order(name, &text(name), &TALKS);
        assert!(text(name).contains("Both readouts were published late in the evening."), "{name}: the note");
        let [headline, _, _, date, _, language] = facts(name);
        assert_eq!((date.as_str(), language.as_str()), ("2021-12-08", "en"), "{name}");
        // Its web pages set the title as a large paragraph.
        assert!(headline == "Two hours on the line" || name == "talks.html", "{name}: {headline}");
    }
    for name in ["talks.docx", "talks.odt", "talks.rtf"] {
        assert!(text(name).contains("Side | Envoys | Days\nMoscow | 4 | 2"), "{name}");
    }
}

#[test]
fn a_mail_of_several_parts_is_its_plain_text_under_its_headers() {
    let text = text("letter.eml");
    let parts = [
        "Envoys part without a paper – and what comes next\n\nFrom: Quay Review <letters@quay-review.example>\n\nDate: Mon, 10 Jan 2022",
        "\n\nGENEVA – The two delegations talked for almost eight hours on Monday, longer than either had planned",
        "“It was a deep and concrete talk,” one deputy minister said.\n\nThe next round:\n- Brussels, on Wednesday\n- Vienna",
    ];
    assert_in_order("letter.eml", &text, &parts);
    assert!(!text.contains("%PDF") && !text.contains("<p>"), "{text}");
    let expected =
        ["Envoys part without a paper – and what comes next", "Quay Review", "", "2022-01-10", "19:05+01:00", "en"];
    assert_eq!(facts("letter.eml"), expected);
    assert!(clutter("letter.eml").iter().any(|quote| quote.contains("Pier 4")), "the signature");
}

#[test]
fn russian_mail_is_read_in_the_encodings_of_its_headers_and_its_body() {
    let text = text("vestnik.eml");
    let headline = "Переговоры в Женеве завершились без документа";
    assert_eq!(facts("vestnik.eml"), [headline, "Вестник переговоров", "", "2022-01-10", "21:10+03:00", "ru"]);
    let body = "Женева. Делегации двух стран в понедельник говорили почти восемь часов, дольше, чем рассчитывала каждая из них.";
    assert_in_order(
        "vestnik.eml",
        &text,
        &[headline, body, "«Разговор был глубокий и предметный»", "в Брюсселе в среду."],
    );
    assert!(clutter("vestnik.eml").contains(&"> Когда ждать итогов?".to_owned()));
}

#[test]
fn a_mail_that_is_only_a_page_is_that_page_and_an_attachment_is_not_its_text() {
    let text = text("notes.eml");
    let parts = ["Fwd: notes", "Заметки о встрече", "расстались без документа.", "Брюссель, в среду", "Москва", "4"];
    assert_in_order("notes.eml", &text, &parts);
    assert!(!text.contains("attachment"), "{text}");
    let [headline, _, _, date, _, language] = facts("notes.eml");
    assert_eq!([headline, date, language], ["Fwd: notes", "2022-01-11", "ru"]);
}

#[test]
fn old_encodings_of_plain_text_are_told_from_their_bytes() {
    let russian = text("ru-utf-16le.txt");
    let headline = "Переговоры у озера завершились без документа";
    assert!(russian.starts_with(headline) && russian.contains("ЖЕНЕВА — Делегации") && russian.ends_with("в среду.\n"));
    for name in ["ru-utf-16be.txt", "ru-windows-1251.txt", "ru-mac-cyrillic.txt"] {
        assert_eq!(text(name), russian, "{name}");
    }
    // These two have no such quotation marks and dashes.
    let plain = russian.replace(['«', '»'], "\"").replace('—', "-");
    for name in ["ru-koi8-r.txt", "ru-cp866.txt"] {
        assert_eq!(text(name), plain, "{name}");
    }
    let [headline_found, _, _, date, _, language] = facts("ru-koi8-r.txt");
    assert_eq!([headline_found.as_str(), &date, &language], [headline, "2022-01-10", "ru"]);
    let french = text("fr-windows-1252.txt");
    assert!(french.contains("Genève, le 10 janvier 2022 –") && french.contains("n’a cédé"), "{french}");
    let [headline, _, _, _, _, language] = facts("fr-windows-1252.txt");
    assert_eq!([headline.as_str(), &language], ["Les délégations se quittent sans accord", "fr"]);
}

#[test]
fn what_a_password_locks_is_named_and_what_only_forbids_changes_is_read() {
    for name in ["locked.docx", "locked.odt", "locked.pdf"] {
        let (output, errors) = readout("text", name);
        assert!(output.is_empty() && errors.ends_with("it is protected by a password\n"), "{name}: {errors}");
    }
    assert_eq!(text("owner.pdf"), "The talks ended late. Neither side gave way.");
}
