//! Many small pieces of work on all cores, their results in order.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::sync::Mutex;
use std::sync::mpsc::sync_channel;
use std::thread;

/// Results that wait for an earlier one, per thread, before a thread has to wait too: this bounds the memory.
const AHEAD: usize = 4;

/// Draws pieces from `source` and works on them on all cores; hands on the results in the order of the pieces.
///
/// `source` is asked on a thread of its own, so that finding the pieces may take time too; it ends with `None`.
/// `hire` makes what one thread needs for all its work. Ends early when `stop` says so.
pub fn in_order<P: Send, T: Send, W>(
    source: impl FnMut() -> Option<P> + Send,
    hire: impl Fn() -> W + Sync,
    work: impl Fn(&mut W, P) -> T + Sync,
    stop: impl Fn() -> bool + Sync,
    mut hand_on: impl FnMut(T),
) {
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    let source = Mutex::new((0, source));
    let (sender, receiver) = sync_channel(threads * AHEAD);
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, source, hire, work, stop) = (sender.clone(), &source, &hire, &work, &stop);
            scope.spawn(move || {
                let mut worker = hire();
                while !stop() {
                    let Some((number, piece)) = next(source) else { break };
                    if sender.send((number, work(&mut worker, piece))).is_err() {
                        break;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut due = 0_usize;
        for (number, result) in receiver {
            waiting.insert(number, result);
            while let Some(result) = waiting.remove(&due) {
                hand_on(result);
                due += 1;
            }
        }
    });
}

/// The next piece and its number.
fn next<P>(source: &Mutex<(usize, impl FnMut() -> Option<P>)>) -> Option<(usize, P)> {
    let mut source = source.lock().ok()?; // Another thread panicked: the work is over.
    let piece = (source.1)()?;
    source.0 += 1;
    Some((source.0 - 1, piece))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_the_order_of_the_pieces() {
        let mut pieces = 0..500_u64;
        let mut results = Vec::new();
        let slow_start = |_: &mut (), piece: u64| {
            thread::sleep(std::time::Duration::from_micros(if piece < 3 { 3_000 } else { 0 }));
            piece * 2
        };
        in_order(|| pieces.next(), || (), slow_start, || false, |result| results.push(result));
        assert_eq!(results, (0..500).map(|piece| piece * 2).collect::<Vec<_>>());
    }

    #[test]
    fn work_that_is_stopped_ends_early() {
        let mut handed_on = 0;
        let stop = std::sync::atomic::AtomicBool::new(false);
        let work = |_: &mut (), piece: u64| {
            stop.fetch_or(piece == 10, std::sync::atomic::Ordering::Relaxed);
            piece
        };
        let mut pieces = 0..;
        let stopped = || stop.load(std::sync::atomic::Ordering::Relaxed);
        in_order(|| pieces.next(), || (), work, stopped, |_| handed_on += 1);
        assert!((10..200).contains(&handed_on), "{handed_on}");
    }
}
