//! The help text: every form of the command line in one place. A test holds it against the commands.

/// What `readout --help` prints.
pub const HELP: &str = "\
Readout: explore the press coverage of talks between states.

readout [PATH]                 open the window, on a folder of articles or a session
readout --sample               open the window on the sample collection

Without a window, one JSON object a line unless said otherwise:
readout articles PATH…         the articles: headline, outlet, date, language, words
readout topics [PATH]          the topic tree in force for a folder
readout topics [PATH] --words  every word or phrase that its rules look for, one a line
readout text FILE              the text of one article, as positions count it
readout passages PATH…         the sentences that the rules link to topics, with their reasons and who says them
readout statements PATH…       what several articles say, however each words it
readout coverage PATH…         topics and articles: how many sentences
readout boilerplate PATH…      what is no part of the articles: menus, share bars, comments, captions, bylines
readout check SESSION [FOLDER] where the marks of a session are in the articles of today, and how sure that is
readout score GOLD ARTICLES    how well the passages agree with labels on whole articles
readout score FILE --language en   the same for a file of loose labelled sentences
readout score GOLD ARTICLES --boilerplate   how well boilerplate is found, with and without stock phrases
readout score GOLD ARTICLES --sides   how well speakers and sides are found, with and without known persons

PATH is a folder (with its sub-folders) or a file; --sample stands for the sample collection.
--topics FILE                  use this topic tree (topics, passages, statements, coverage, score)
--session FILE                 with the topic tree and the word of this session's reader (passages, statements, coverage)
--format json|csv|md|html      the form of the table (coverage)
--misses                       list what is missed and what is linked too much (score)
-h, --help                     print this
-V, --version                  print the version

Positions are half-open, in Unicode code points of what `readout text` prints.
A file that cannot be read is named on stderr, the rest goes on, and the exit code is 1.
A folder that is called like a command is opened as ./articles
";
