//! The child's side: limits itself, then reads one file after the other until the pipe ends.
//!
//! One thread listens and one reads, so that the child ends with its parent even while a file keeps it busy for ever.

use super::frames::{Request, read_request, write_reply};
use super::{HELLO, Limits, import_guarded};
use std::io::{self, Read, Write};
use std::panic;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, sync_channel};
use std::thread;

/// Bytes of the reading thread's stack: what the main thread of a program has on Linux.
const STACK: usize = 8 << 20;

/// The whole life of a child process, started with [`super::ARGUMENT`] and its limit of memory in bytes.
pub fn main() -> ExitCode {
    let memory = std::env::args().nth(2).and_then(|memory| memory.parse().ok()).unwrap_or(Limits::default().memory);
    limit(memory);
    // What goes wrong is told in the reply, not on somebody's terminal.
    panic::set_hook(Box::new(|_| {}));
    match serve(&mut io::stdin().lock(), Box::new(io::stdout()), memory) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Answers all requests until they end. Does not wait for the answer that is being worked on then.
fn serve(requests: &mut dyn Read, mut replies: Box<dyn Write + Send>, limit: u64) -> io::Result<()> {
    replies.write_all(HELLO.as_bytes())?;
    replies.flush()?;
    let (sender, receiver) = sync_channel(1);
    thread::Builder::new().stack_size(STACK).spawn(move || answer_all(&receiver, &mut *replies))?;
    while let Ok(request) = read_request(requests, limit) {
        if sender.send(request).is_err() {
            break;
        }
    }
    Ok(())
}

fn answer_all(requests: &Receiver<Request>, replies: &mut dyn Write) {
    for Request { path, bytes } in requests {
        if write_reply(replies, &import_guarded(&path, &bytes)).is_err() {
            break; // Nobody listens any more.
        }
    }
}

/// Takes from this process what no importer needs: endless memory, files, a core on the disk. What cannot be
/// limited stays as it is.
#[cfg(unix)]
fn limit(memory: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    // Pipes are open already; the dynamic loader may want a few more.
    const FILES: u64 = 16;
    for (resource, most) in
        [(Resource::As, memory), (Resource::Core, 0), (Resource::Fsize, 0), (Resource::Nofile, FILES)]
    {
        let most = getrlimit(resource).maximum.map_or(most, |maximum| maximum.min(most));
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

/// Windows has such limits only in calls that this program does without.
#[cfg(not(unix))]
fn limit(_memory: u64) {}

#[cfg(test)]
mod tests {
    use super::super::frames::{read_reply, write_request};
    use super::*;
    use std::sync::mpsc::{Sender, channel};

    /// Hands on what is written.
    struct Out(Sender<u8>);

    impl Write for Out {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            bytes.iter().for_each(|byte| self.0.send(*byte).unwrap());
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn every_request_is_answered_in_turn_with_an_article_or_the_reason() {
        let mut requests = Vec::new();
        write_request(&mut requests, "a.txt", b"Talks end\n\nThey talked.").unwrap();
        write_request(&mut requests, "b.docx", b"no zip").unwrap();
        write_request(&mut requests, "c.txt", b"").unwrap();
        let (sender, receiver) = channel();
        serve(&mut &requests[..], Box::new(Out(sender)), 1000).unwrap();
        let said: Vec<u8> = receiver.iter().collect();
        let mut said = said.strip_prefix(HELLO.as_bytes()).unwrap();
        assert_eq!(read_reply(&mut said, 1000).unwrap().unwrap().path, "a.txt");
        assert!(read_reply(&mut said, 1000).unwrap().unwrap_err().contains("it is no zip archive"));
        assert_eq!(read_reply(&mut said, 1000).unwrap(), Err("it is empty".to_owned()));
        assert!(said.is_empty());
    }

    #[test]
    fn a_request_that_breaks_off_or_is_too_large_ends_the_child() {
        let mut request = Vec::new();
        write_request(&mut request, "a.txt", &[b'a'; 500]).unwrap();
        let (sender, receiver) = channel();
        serve(&mut &request[..400], Box::new(Out(sender.clone())), 1000).unwrap();
        serve(&mut &request[..], Box::new(Out(sender)), 499).unwrap();
        assert_eq!(receiver.iter().count(), 2 * HELLO.len());
    }
}
