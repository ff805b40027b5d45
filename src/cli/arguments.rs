//! What the arguments of the program ask for: a window, a headless command, or help.

use crate::model::Language;
use std::ffi::OsString;
use std::path::PathBuf;

/// What a start of the program is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invocation {
    Window(Open),
    Headless(Command),
    Help,
    Version,
}

/// What the window opens with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// A folder, an article or a session.
    pub path: Option<PathBuf>,
    /// The sample collection was asked for.
    pub sample: bool,
}

/// A headless command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Articles(Input),
    Topics {
        /// The collection folder, which may bring its own tree.
        folder: Option<PathBuf>,
        topics: Option<PathBuf>,
        words: bool,
    },
    Text(PathBuf),
    Passages(Input, Trees),
    Statements(Input, Trees),
    Coverage(Input, Trees, Format),
    Boilerplate(Input),
    /// Compares what the rules link with what people labelled.
    Score {
        labels: Labels,
        topics: Option<PathBuf>,
        /// List each sentence that was missed or linked too much.
        misses: bool,
    },
    /// Compares what is set apart from the articles with what people labelled as boilerplate.
    ScoreBoilerplate {
        gold: PathBuf,
        articles: PathBuf,
        misses: bool,
    },
}

/// The articles of a command.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    Sample,
    /// Files and folders; at least one.
    Paths(Vec<PathBuf>),
}

/// Where a command finds its topic tree, before it looks into the collection folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trees {
    pub topics: Option<PathBuf>,
    pub session: Option<PathBuf>,
}

/// Sentences that people labelled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Labels {
    /// A folder of label files, and the folder of the articles that they label.
    Articles { gold: PathBuf, articles: PathBuf },
    /// A file of loose sentences in one language.
    Sentences { file: PathBuf, language: Language },
}

/// The form of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    Json,
    Csv,
    Markdown,
    Html,
}

const COMMANDS: [&str; 8] =
    ["articles", "topics", "text", "passages", "statements", "coverage", "boilerplate", "score"];

/// Reads the arguments after the program's name.
///
/// # Errors
/// A sentence that says which argument is wrong and what was expected.
pub fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Invocation, String> {
    let given = Given::read(arguments.collect()).map_err(|error| error.to_string())?;
    if given.help {
        return Ok(Invocation::Help);
    }
    if given.version {
        return Ok(Invocation::Version);
    }
    match given.command {
        Some(command) => given.into_command(command).map(Invocation::Headless),
        None => given.into_window().map(Invocation::Window),
    }
}

/// The arguments as they were given, before anything is known to fit.
#[derive(Default)]
struct Given {
    command: Option<&'static str>,
    paths: Vec<PathBuf>,
    topics: Option<PathBuf>,
    session: Option<PathBuf>,
    format: Option<Format>,
    language: Option<Language>,
    words: bool,
    misses: bool,
    boilerplate: bool,
    sample: bool,
    help: bool,
    version: bool,
}

impl Given {
    fn read(arguments: Vec<OsString>) -> Result<Self, lexopt::Error> {
        use lexopt::prelude::*;
        let mut given = Self::default();
        let mut parser = lexopt::Parser::from_args(arguments);
        let mut first = true;
        while let Some(argument) = parser.next()? {
            match argument {
                Short('h') | Long("help") => given.help = true,
                Short('V') | Long("version") => given.version = true,
                Long("words") => given.words = true,
                Long("misses") => given.misses = true,
                Long("boilerplate") => given.boilerplate = true,
                Long("language") => given.language = Some(parser.value()?.parse_with(language)?),
                Long("sample") => given.sample = true,
                Long("topics") => given.topics = Some(parser.value()?.into()),
                Long("session") => given.session = Some(parser.value()?.into()),
                Long("format") => given.format = Some(parser.value()?.parse_with(format)?),
                Value(value) => {
                    let command = COMMANDS.into_iter().find(|command| first && value == *command);
                    match command {
                        Some(command) => given.command = Some(command),
                        None => given.paths.push(value.into()),
                    }
                    first = false;
                }
                _ => return Err(argument.unexpected()),
            }
        }
        Ok(given)
    }

    fn into_command(self, name: &str) -> Result<Command, String> {
        self.refuse(
            name,
            "--topics",
            self.topics.is_some(),
            &["topics", "passages", "statements", "coverage", "score"],
        )?;
        self.refuse(name, "--session", self.session.is_some(), &["passages", "statements", "coverage"])?;
        self.refuse(name, "--format", self.format.is_some(), &["coverage"])?;
        self.refuse(name, "--words", self.words, &["topics"])?;
        self.refuse(name, "--misses", self.misses, &["score"])?;
        self.refuse(name, "--boilerplate", self.boilerplate, &["score"])?;
        self.refuse(name, "--language", self.language.is_some(), &["score"])?;
        self.refuse(name, "--sample", self.sample, &["articles", "passages", "statements", "coverage", "boilerplate"])?;
        let trees = Trees { topics: self.topics.clone(), session: self.session.clone() };
        Ok(match name {
            "articles" => Command::Articles(self.input(name)?),
            "passages" => Command::Passages(self.input(name)?, trees),
            "statements" => Command::Statements(self.input(name)?, trees),
            "coverage" => Command::Coverage(self.input(name)?, trees, self.format.unwrap_or_default()),
            "boilerplate" => Command::Boilerplate(self.input(name)?),
            "topics" => {
                let folder = self.at_most_one(name, "at most one folder")?;
                Command::Topics { folder, topics: trees.topics, words: self.words }
            }
            "text" => {
                let file = self.at_most_one(name, "one file")?;
                Command::Text(file.ok_or("readout text: expected one file, found 0")?)
            }
            _ if self.boilerplate => self.score_boilerplate()?,
            _ => Command::Score { labels: self.labels()?, topics: trees.topics, misses: self.misses },
        })
    }

    fn labels(&self) -> Result<Labels, String> {
        match (self.paths.as_slice(), self.language) {
            ([gold, articles], None) => Ok(Labels::Articles { gold: gold.clone(), articles: articles.clone() }),
            ([file], Some(language)) => Ok(Labels::Sentences { file: file.clone(), language }),
            _ => Err("readout score: expected GOLD ARTICLES, or FILE --language CODE".to_owned()),
        }
    }

    fn score_boilerplate(&self) -> Result<Command, String> {
        match (self.labels(), &self.topics) {
            (Ok(Labels::Articles { gold, articles }), None) => {
                Ok(Command::ScoreBoilerplate { gold, articles, misses: self.misses })
            }
            _ => Err("readout score: expected GOLD ARTICLES --boilerplate".to_owned()),
        }
    }

    fn into_window(mut self) -> Result<Open, String> {
        let values = [self.topics.is_some(), self.session.is_some(), self.format.is_some(), self.language.is_some()];
        if values.contains(&true) || self.words || self.misses || self.boilerplate {
            return Err(
                "this option belongs to a command, such as `readout passages PATH`; see readout --help".to_owned()
            );
        }
        if self.paths.len() + usize::from(self.sample) > 1 {
            return Err("the window opens one folder or session; see readout --help".to_owned());
        }
        Ok(Open { path: self.paths.pop(), sample: self.sample })
    }

    fn input(&self, name: &str) -> Result<Input, String> {
        match (self.sample, self.paths.is_empty()) {
            (true, true) => Ok(Input::Sample),
            (false, false) => Ok(Input::Paths(self.paths.clone())),
            (true, false) => Err(format!("readout {name}: give paths or --sample, not both")),
            (false, true) => Err(format!("readout {name}: expected a folder or a file (or --sample)")),
        }
    }

    fn at_most_one(&self, name: &str, expected: &str) -> Result<Option<PathBuf>, String> {
        match self.paths.len() {
            0 | 1 => Ok(self.paths.first().cloned()),
            count => Err(format!("readout {name}: expected {expected}, found {count}")),
        }
    }

    /// An option that a command would pass over in silence is a mistake worth telling.
    fn refuse(&self, name: &str, option: &str, given: bool, takers: &[&str]) -> Result<(), String> {
        if given && !takers.contains(&name) {
            return Err(format!("readout {name} takes no {option}"));
        }
        Ok(())
    }
}

fn format(name: &str) -> Result<Format, String> {
    match name {
        "json" => Ok(Format::Json),
        "csv" => Ok(Format::Csv),
        "md" => Ok(Format::Markdown),
        "html" => Ok(Format::Html),
        _ => Err("expected json, csv, md or html".to_owned()),
    }
}

fn language(tag: &str) -> Result<Language, String> {
    Language::from_tag(tag).ok_or_else(|| "expected en, ru, uk, de, fr or und".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Invocation, String> {
        parse(line.split_whitespace().map(OsString::from))
    }

    fn window(path: Option<&str>, sample: bool) -> Result<Invocation, String> {
        Ok(Invocation::Window(Open { path: path.map(PathBuf::from), sample }))
    }

    #[test]
    fn without_a_command_the_window_opens() {
        assert_eq!(parsed(""), window(None, false));
        assert_eq!(parsed("talks/"), window(Some("talks/"), false));
        assert_eq!(parsed("./articles"), window(Some("./articles"), false));
        assert_eq!(parsed("--sample"), window(None, true));
        assert_eq!(parsed("--version --sample"), Ok(Invocation::Version));
        assert_eq!(parsed("passages -h"), Ok(Invocation::Help));
    }

    #[test]
    fn commands_have_their_paths_and_options() {
        let paths = Input::Paths(vec!["a".into(), "text".into()]);
        let trees = Trees { topics: Some("t.ron".into()), session: None };
        let expected = Command::Coverage(paths, trees, Format::Markdown);
        assert_eq!(parsed("coverage a --format md --topics=t.ron text"), Ok(Invocation::Headless(expected)));
        let sample = Command::Passages(Input::Sample, Trees::default());
        assert_eq!(parsed("passages --sample"), Ok(Invocation::Headless(sample)));
    }

    #[test]
    fn what_does_not_fit_is_said() {
        for (line, words) in [
            ("passages", "expected a folder"),
            ("passages a --sample", "not both"),
            ("text", "expected one file, found 0"),
            ("text a b", "expected one file, found 2"),
            ("score a", "GOLD ARTICLES"),
            ("score a --boilerplate", "GOLD ARTICLES --boilerplate"),
            ("passages a --boilerplate", "takes no --boilerplate"),
            ("score a --language xx", "expected en"),
            ("articles a --words", "takes no --words"),
            ("coverage a --format pdf", "expected json, csv, md or html"),
            ("coverage a --colour red", "--colour"),
            ("a b", "one folder"),
            ("a --words", "belongs to a command"),
        ] {
            let message = parsed(line).expect_err(line);
            assert!(message.contains(words), "{line}: {message}");
        }
    }

    #[test]
    fn the_help_names_every_command_and_option() {
        let options =
            ["--sample", "--words", "--topics", "--session", "--format", "--language", "--misses", "--boilerplate"];
        for word in COMMANDS.map(|command| format!("readout {command} ")).iter().map(String::as_str).chain(options) {
            assert!(super::super::HELP.contains(word), "{word}");
        }
    }
}
