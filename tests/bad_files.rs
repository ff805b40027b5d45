//! Files made to break their reader, and files that are not what they seem or change under its hands: each ends in time,
//! with its text or with the reason. Locked files of real programs are in `real_files.rs`, damage by chance is in
//! `fuzz_import.rs`, folders and sessions are in `bad_input.rs`.

use readout::import::{ImportError, article};
use readout::store::{Found, Reader, list_articles};
use std::fs;
use std::io::{Cursor, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PROSE: &str = "The talks touched on sanctions against Russia. Nothing else was said in the room.";
/// A hang guard, many times what anything here takes on a busy machine without optimisation.
const IN_TIME: Duration = Duration::from_secs(60);

fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        archive.write_all(content).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// What a file is refused with.
fn refused(path: &str, bytes: &[u8]) -> ImportError {
    let started = Instant::now();
    let error = article(path, bytes).expect_err(path);
    assert!(started.elapsed() < IN_TIME, "{path}: {:?}", started.elapsed());
    error
}

/// The text of a file that is read although something is wrong with it, and what the reader is warned of.
fn read(path: &str, bytes: &[u8]) -> (String, Vec<String>) {
    let started = Instant::now();
    let article = article(path, bytes).expect(path);
    assert!(started.elapsed() < IN_TIME, "{path}: {:?}", started.elapsed());
    (article.text, article.warnings)
}

#[test]
fn an_archive_in_an_archive_is_not_unpacked() {
    let mut bomb = vec![b' '; 1 << 20];
    for _ in 0..5 {
        bomb = packed(&[("word/document.xml", &bomb), ("content.xml", &bomb), ("again.zip", &bomb)]);
    }
    for path in ["a.docx", "a.odt"] {
        assert!(matches!(refused(path, &bomb), ImportError::Damaged(_)), "{path}");
    }
}

#[test]
fn parts_of_an_archive_that_take_a_password_are_named_as_such() {
    for (path, name) in
        [("a.docx", "word/document.xml"), ("a.odt", "content.xml"), ("a.epub", "META-INF/container.xml")]
    {
        let mut archive = packed(&[(name, PROSE.as_bytes())]);
        // The flag "encrypted", before the part itself and in the list of parts.
        archive[6] |= 1;
        let listed = memchr::memmem::find(&archive, b"PK\x01\x02").unwrap();
        archive[listed + 8] |= 1;
        assert_eq!(refused(path, &archive), ImportError::Protected, "{path}");
    }
}

#[test]
fn a_million_tags_inside_each_other_end_in_time_and_keep_their_text() {
    for tag in ["div", "b", "a href=x", "table", "blockquote", "select", "x-y"] {
        let page = format!("{}<p>{PROSE}</p>{PROSE}", format!("<{tag}>").repeat(1_000_000));
        assert!(read("a.html", page.as_bytes()).0.contains(PROSE), "{tag}");
    }
    let page = format!("Content-Type: text/html\r\n\r\n{}<p>{PROSE}</p>", "<div>".repeat(1_000_000));
    assert!(read("a.mht", page.as_bytes()).0.contains(PROSE));
}

/// Tags of which a parser closes fewer than it seems: all stay open, and at each it looks through them.
#[test]
fn tags_that_only_seem_to_be_closed_end_in_time() {
    for tags in [
        "<b></i>",
        "<spclass='x'> </span>",
        "<div/>",
        "<b><!x </b>",
        "<b><title></titlex></b></title>",
        "<b><object></b></object>",
        "<svg><title><b><script></svg></script>",
        "<ul><li>",
    ] {
        let page = format!("{}<p>{PROSE}</p>{PROSE}", tags.repeat(50_000));
        assert!(read("a.html", page.as_bytes()).0.contains(PROSE), "{tags}");
    }
    let fonts: String = (0..30_000).map(|size| format!("<font size={size}><p>x")).collect();
    assert!(read("a.html", format!("{fonts}<p>{PROSE}").as_bytes()).0.contains(PROSE));
    let comment = format!("<!-->{}<p>{PROSE}", "<x-y>".repeat(100_000));
    assert!(read("a.html", comment.as_bytes()).0.contains(PROSE));
}

#[test]
fn markup_inside_each_other_ends_in_time_in_every_format() {
    let deep = |open: &str| format!("{}{PROSE}", open.repeat(200_000));
    let chapter = |text: &str| {
        let opf =
            "<package><manifest><item id='a' href='a.xhtml'/></manifest><spine><itemref idref='a'/></spine></package>";
        let container = "<rootfile full-path='a.opf'/>";
        packed(&[
            ("META-INF/container.xml", container.as_bytes()),
            ("a.opf", opf.as_bytes()),
            ("a.xhtml", text.as_bytes()),
        ])
    };
    assert!(read("a.epub", &chapter(&deep("<div>"))).0.contains(PROSE));
    for open in ["> ", "- ", "[", "*", "_a*", "`", "<", "![", "1. ", "| "] {
        let result = article("a.md", deep(open).as_bytes());
        // Many backticks in a row begin a block whose first line is not text.
        assert!(result.is_ok_and(|article| article.text.contains(PROSE)) || open == "`", "{open}");
    }
    let group = |open: &str| format!("{{\\rtf1 {}", deep(open));
    for open in ["{", "{\\*", "{\\footnote ", "{\\field{\\fldrslt "] {
        assert_eq!(refused("a.rtf", group(open).as_bytes()), ImportError::TooDeep, "{open}");
    }
    // So even a text unfolds from next to nothing, which is found first.
    for (path, name, open) in [("a.odt", "content.xml", "<text:list>"), ("a.docx", "word/document.xml", "<w:tbl>")] {
        let error = refused(path, &packed(&[(name, deep(open).as_bytes())]));
        assert!(matches!(error, ImportError::TooDeep | ImportError::Bomb), "{path}: {error}");
    }
}

/// A PDF of these objects.
fn pdf(objects: &str) -> Vec<u8> {
    format!("%PDF-1.7\n{objects}\ntrailer<</Root 1 0 R/Size 99>>\n%%EOF").into_bytes()
}

#[test]
fn loops_in_a_pdf_end() {
    let catalog = "1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj ";
    let page = |more: &str| {
        format!(
            "{catalog}2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]\
             /Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R/Y 7 0 R>>>>>>endobj \
             4 0 obj<</Length 60>>stream\n/X Do /Y Do BT /F 12 Tf 50 700 Td (The talks ended.) Tj ET   \nendstream endobj {more}"
        )
    };
    let form = |number: usize, draws: &str| {
        format!("{number} 0 obj<</Type/XObject/Subtype/Form/Length 5>>stream\n/{draws} Do\nendstream endobj ")
    };
    let plain = "5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj ";
    let files = [
        ("pages in themselves", format!("{catalog}2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>endobj")),
        (
            "pages in each other",
            format!("{catalog}2 0 obj<</Type/Pages/Kids[3 0 R]>>endobj 3 0 obj<</Type/Pages/Kids[2 0 R]>>endobj"),
        ),
        ("a catalogue that is its pages", "1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj".to_owned()),
        ("an object that is itself", format!("{catalog}2 0 obj 2 0 R endobj")),
        ("objects that are each other", format!("{catalog}2 0 obj 3 0 R endobj 3 0 obj 2 0 R endobj")),
        ("forms that draw each other", page(&format!("{plain}{}{}", form(6, "Y"), form(7, "X")))),
        ("a length that is its own stream", page("8 0 obj<</Length 8 0 R>>stream\nx\nendstream endobj")),
        (
            "a font that is its own descendant",
            page(
                "5 0 obj<</Type/Font/Subtype/Type0/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>endobj",
            ),
        ),
        (
            "a table of letters that uses itself",
            page(
                "5 0 obj<</Type/Font/Subtype/Type1/ToUnicode 9 0 R>>endobj 9 0 obj<</UseCMap 9 0 R/Length 0>>stream\n\nendstream endobj",
            ),
        ),
        ("a parent that is its own child", page("2 0 obj<</Type/Pages/Parent 3 0 R/Kids[3 0 R]>>endobj")),
        (
            "a chain of tables that ends nowhere",
            format!("{catalog}\nxref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF"),
        ),
        (
            "objects packed in themselves",
            format!(
                "{catalog}2 0 obj<</Type/ObjStm/N 1/First 4/Extends 2 0 R/Length 9>>stream\n2 0 (a)  \nendstream endobj"
            ),
        ),
        ("brackets without end", format!("{catalog}2 0 obj{}", "[".repeat(300_000))),
        ("dictionaries without end", format!("{catalog}2 0 obj{}", "<</Kids".repeat(300_000))),
        (
            "a page of brackets",
            page(&format!("{plain}4 0 obj<</Length 300000>>stream\n{}\nendstream endobj", "[".repeat(300_000))),
        ),
    ];
    for (name, objects) in files {
        let started = Instant::now();
        let result = article("a.pdf", &pdf(&objects)).map(|article| article.text);
        println!("{name}: {:?} {:?}", result, started.elapsed());
        assert!(result.is_err() || result.is_ok_and(|text| text.trim() == "The talks ended."), "{name}");
        assert!(started.elapsed() < IN_TIME, "{name}: {:?}", started.elapsed());
    }
}

#[test]
fn a_book_with_circles_and_gaps_is_read_once_as_far_as_it_is_there() {
    let chapter = format!("<html><body><h1>Talks end</h1><p>{PROSE}</p></body></html>");
    let items = "<item id='a' href='a.xhtml'/><item id='b' href='./x/../a.xhtml#b'/><item id='c' href='gone.xhtml'/>\
                 <item id='d' href='a.opf'/><item id='e' href='../../../etc/passwd'/><item id='f' href=''/>";
    let spine = "<itemref idref='a'/><itemref idref='b'/><itemref idref='c'/><itemref idref='nobody'/>".repeat(5_000);
    let opf = format!("<package><manifest>{items}</manifest><spine>{spine}<itemref idref='e'/></spine></package>");
    let parts: [(&str, &[u8]); 3] = [
        ("META-INF/container.xml", b"<rootfile full-path='a.opf'/>"),
        ("a.opf", opf.as_bytes()),
        ("a.xhtml", chapter.as_bytes()),
    ];
    let (text, warnings) = read("a.epub", &packed(&parts));
    assert_eq!(
        (text.matches(PROSE).count(), warnings),
        (1, vec!["2 of the chapters are missing in the file".to_owned()])
    );
    let circle = packed(&[("META-INF/container.xml", b"<rootfile full-path='META-INF/container.xml'/>")]);
    assert_eq!(refused("a.epub", &circle), ImportError::NothingReadable);
}

#[test]
fn mail_of_many_parts_and_archives_with_broken_borders_end_in_time() {
    let head = "Subject: Talks\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n";
    let part = format!("--b\r\nContent-Type: text/plain\r\n\r\n{PROSE}\r\n");
    let (text, _) = read("a.eml", format!("{head}{}--b--\r\n", part.repeat(10_000)).as_bytes());
    assert!(text.contains(PROSE) && text.len() < 1_000, "the first part is the letter: {}", text.len());
    let page = format!("Content-Type: text/html\r\n\r\n<p>{PROSE}</p>\r\n");
    let related = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=";
    for (name, archive) in [
        ("never closed", format!("{related}b\r\n\r\n--b\r\n{page}")),
        ("another one", format!("{related}b\r\n\r\n--c\r\n{page}--c--\r\n")),
        ("empty", format!("{related}\r\n\r\n--\r\n{page}----\r\n")),
        ("a quote without end", format!("{related}\"b\r\n\r\n--b\r\n{page}--b--\r\n")),
        ("none", format!("MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--b\r\n{page}--b--\r\n")),
        ("of a megabyte", format!("{related}{0}\r\n\r\n--{0}\r\n{page}--{0}--\r\n", "b".repeat(1 << 20))),
    ] {
        let started = Instant::now();
        let text = article("a.mhtml", archive.as_bytes()).map(|article| article.text);
        println!("{name}: {text:?}");
        assert!(started.elapsed() < IN_TIME, "{name}: {:?}", started.elapsed());
        assert!(text.is_err() || text.is_ok_and(|text| text.contains(PROSE)), "{name}");
    }
}

#[test]
fn half_letters_and_nuls_in_plain_text_are_replaced_or_refused() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let lone = [&[0xFF, 0xFE], &wide("Talks")[..], &[0x00, 0xD8], &wide(" end. They talked.")].concat();
    let (text, warnings) = read("a.txt", &lone);
    assert_eq!(text, "Talks\u{FFFD} end. They talked.");
    assert_eq!(warnings, ["1 place that is not valid UTF-16LE were replaced by \u{FFFD}"]);
    let odd = [&[0xFE, 0xFF], &b"\0T\0a\0l\0k\0s\0"[..]].concat();
    assert_eq!(read("a.txt", &odd).0, "Talks\u{FFFD}");
    for bytes in [&[PROSE.as_bytes(), b"\0", &PROSE.repeat(9).into_bytes()].concat()[..], &[0; 4096], b"\0\0\0\0 \0a"] {
        assert_eq!(refused("a.txt", bytes), ImportError::NotText, "{bytes:?}");
    }
    assert_eq!(refused("a.txt", b"\xFF\xFE"), ImportError::NothingReadable);
}

/// Success, output and messages of the program without its window.
fn readout(arguments: &[&Path]) -> (String, String) {
    let started = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_readout"));
    let output = program.args(arguments).stdin(Stdio::null()).output().unwrap();
    assert!(started.elapsed() < IN_TIME, "{:?}", started.elapsed());
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn files_of_a_gigabyte_and_files_of_nothing_but_nuls_are_refused_at_once() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in [("huge.txt", 1 << 30), ("huge.pdf", 1 << 30), ("nuls.txt", 9 << 20), ("nuls.pdf", 9 << 20)] {
        fs::File::create(folder.path().join(name)).unwrap().set_len(bytes).unwrap();
    }
    for ending in ["md", "html", "mhtml", "eml", "rtf", "docx", "odt", "epub"] {
        fs::File::create(folder.path().join(format!("nuls.{ending}"))).unwrap().set_len(9 << 20).unwrap();
    }
    let (output, errors) = readout(&[Path::new("articles"), folder.path()]);
    assert_eq!((output.as_str(), errors.lines().count()), ("", 12), "{errors}");
    assert_eq!(errors.matches("larger than 64 MB, the most that is read").count(), 2, "{errors}");
    assert!(!errors.contains("broke the reader") && !errors.contains("mistake"), "{errors}");
}

#[cfg(unix)]
#[test]
fn pipes_sockets_and_devices_are_listed_and_never_opened() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let socket = std::os::unix::net::UnixListener::bind(path("socket.txt")).unwrap();
    let made = |program: &str, rest: &[&str]| {
        let status = Command::new(program).arg(path(rest[0])).args(&rest[1..]).stderr(Stdio::null()).status();
        status.is_ok_and(|status| status.success())
    };
    let pipe = made("mkfifo", &["pipe.txt"]);
    let device = made("mknod", &["zero.txt", "c", "1", "5"]);
    println!("a pipe was made: {pipe}; a device was made (only an administrator may): {device}");
    std::os::unix::fs::symlink("/dev/zero", path("link.txt")).unwrap();
    fs::write(path("talks.txt"), PROSE).unwrap();
    let (output, errors) = readout(&[Path::new("articles"), folder.path()]);
    assert_eq!(output.lines().count(), 1, "{output}");
    let irregular = 1 + usize::from(pipe) + usize::from(device);
    assert_eq!(errors.matches("not a regular file").count(), irregular, "{errors}");
    assert!(errors.contains("link.txt: a link"), "{errors}");
    // Also when they are asked for by name, and through a link.
    for name in ["socket.txt", "pipe.txt", "zero.txt", "link.txt"].into_iter().filter(|name| path(name).exists()) {
        let (output, errors) = readout(&[Path::new("text"), &path(name)]);
        assert!(output.is_empty() && errors.contains("not a regular file"), "{name}: {errors}");
    }
    drop(socket);
}

/// An administrator may read everything, so the program is started as nobody then.
#[cfg(unix)]
#[test]
fn what_another_user_may_not_read_is_listed_with_the_reason() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("closed")).unwrap();
    for name in ["talks.txt", "secret.txt", "secret.docx", "closed/inner.txt"] {
        fs::write(folder.path().join(name), PROSE).unwrap();
    }
    let lock = |name: &str, mode| fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode));
    ["secret.txt", "secret.docx", "closed"].into_iter().for_each(|name| lock(name, 0o000).unwrap());
    lock("", 0o755).unwrap();
    let may_read_all = fs::read(folder.path().join("secret.txt")).is_ok();
    let mut program = Command::new(env!("CARGO_BIN_EXE_readout"));
    if may_read_all {
        program.uid(NOBODY).gid(NOBODY);
    }
    let output = program.arg("articles").arg(folder.path()).current_dir("/").stdin(Stdio::null()).output();
    lock("closed", 0o755).unwrap();
    let Ok(output) = output else {
        println!("passed over: the program cannot be started as another user from here");
        return;
    };
    let (output, errors) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert_eq!(output.lines().count(), 1, "{output}{errors}");
    for name in ["secret.txt", "secret.docx", "closed"] {
        assert!(errors.contains(&format!("{name}: permission denied")), "{name}: {errors}");
    }
}

/// One file of a folder that was scanned.
fn found(folder: &Path, name: &str) -> Found {
    fs::write(folder.join(name), PROSE).unwrap();
    list_articles(&[folder.join(name)]).found.remove(0)
}

#[test]
fn a_file_that_changed_since_it_was_found_is_read_as_it_is_now() {
    let folder = tempfile::tempdir().unwrap();
    let mut reader = Reader::new(None);
    let shorter = found(folder.path(), "shorter.txt");
    fs::write(&shorter.full, "Talks end.").unwrap();
    assert_eq!(reader.read(&shorter).unwrap().text, "Talks end.");
    let empty = found(folder.path(), "empty.txt");
    fs::write(&empty.full, "").unwrap();
    assert_eq!(reader.read(&empty).unwrap_err().to_string(), "empty.txt: it is empty");
    let longer = found(folder.path(), "longer.txt");
    fs::File::options().append(true).open(&longer.full).unwrap().set_len(65 << 20).unwrap();
    assert!(reader.read(&longer).unwrap_err().to_string().contains("larger than 64 MB"));
    let gone = found(folder.path(), "gone.txt");
    fs::remove_file(&gone.full).unwrap();
    assert_eq!(reader.read(&gone).unwrap_err().to_string(), "gone.txt: there is no such file or folder");
    fs::create_dir(&gone.full).unwrap();
    assert_eq!(reader.read(&gone).unwrap_err().to_string(), "gone.txt: not a regular file");
    fs::create_dir(folder.path().join("inner")).unwrap();
    let below = found(folder.path(), "inner/below.txt");
    fs::remove_dir_all(folder.path().join("inner")).unwrap();
    fs::write(folder.path().join("inner"), "").unwrap();
    assert!(reader.read(&below).unwrap_err().to_string().ends_with("this is not a folder"));
}

#[test]
fn a_file_that_is_written_cut_and_removed_while_it_is_read_costs_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let restless = found(folder.path(), "restless.txt");
    let quiet = found(folder.path(), "quiet.txt");
    let full = restless.full.clone();
    let end = Instant::now() + Duration::from_secs(2);
    let writer = thread::spawn(move || {
        let more = PROSE.repeat(1_000);
        while Instant::now() < end {
            let mut file = fs::File::create(&full).unwrap();
            (0..40).for_each(|_| file.write_all(more.as_bytes()).unwrap());
            file.set_len(10).unwrap();
            fs::remove_file(&full).unwrap();
        }
    });
    let mut reader = Reader::new(None);
    let mut outcomes = [0; 2];
    while !writer.is_finished() {
        match reader.read(&restless) {
            Ok(article) => assert!(PROSE.repeat(2).contains(&article.text[..article.text.len().min(PROSE.len())])),
            Err(skipped) => {
                let reason = skipped.to_string();
                let known = ["no such file", "is empty", "holds no readable text", "NUL bytes"];
                assert!(known.iter().any(|words| reason.contains(words)), "{reason}");
            }
        }
        outcomes[usize::from(reader.read(&quiet).is_ok())] += 1;
    }
    writer.join().unwrap();
    assert!(outcomes[0] == 0 && outcomes[1] > 0, "{outcomes:?}");
}
