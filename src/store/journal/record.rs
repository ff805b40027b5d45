//! The journal's lines: each a record with its length and checksum, so that a torn or damaged end is seen.
//!
//! A line is the length of the record in bytes (8 hexadecimal digits), its XXH3 (16) and the record itself: RON on one
//! line. It can be read with the eyes, and a line that was written in part is never taken for a whole one.

use crate::model::{Edit, EditName};
use crate::store::digest::Digest;
use crate::store::moment::Moment;
use crate::store::session_file::CollectionEntry;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// The version of the journal that this program writes and reads.
pub const FORMAT: u32 = 1;

/// The length and the checksum before a record, with a space after each.
const BEFORE: usize = 8 + 1 + 16 + 1;

/// The first record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    pub format: u32,
    /// Tells this journal from those before it.
    pub id: String,
    /// The content of the session that the edits build on; `None` if it has never been saved.
    pub base: Option<Digest>,
    pub collection: CollectionEntry,
    /// When the journal was begun.
    pub since: Moment,
}

/// All that every version of the header has.
#[derive(Deserialize)]
pub struct AnyHeader {
    pub format: u32,
}

/// Every other record: what the reader did, by its name, and the edit that was applied.
pub type Entry = (EditName, Edit);

/// Says that a content of a session holds the first edits of a journal: written before that content is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedMark {
    /// [`Header::id`].
    pub journal: String,
    /// How many of its edits.
    pub edits: usize,
    /// The session, if it is another one than that beside which this stands.
    pub elsewhere: Option<String>,
    pub content: Digest,
}

/// One line. Nothing of what is recorded can fail to be written as RON; if it did, the message says why.
pub fn line(record: &impl Serialize) -> Result<String, String> {
    let record = ron::to_string(record).map_err(|error| error.to_string())?;
    // Line ends inside texts are escaped; one that is not would cut the record in two.
    debug_assert!(!record.contains('\n'));
    Ok(format!("{:08x} {:016x} {record}\n", record.len(), xxh3_64(record.as_bytes())))
}

/// The records up to the first that is torn or damaged, and how many bytes come after them.
pub fn sound_records(bytes: &[u8]) -> (Vec<&str>, usize) {
    let (mut records, mut rest) = (Vec::new(), bytes);
    while let Some((record, after)) = first_record(rest) {
        records.push(record);
        rest = after;
    }
    (records, rest.len())
}

fn first_record(bytes: &[u8]) -> Option<(&str, &[u8])> {
    let before = std::str::from_utf8(bytes.get(..BEFORE)?).ok()?;
    let (length, sum) = before.strip_suffix(' ')?.split_once(' ')?;
    let length = usize::try_from(u32::from_str_radix(length, 16).ok()?).ok()?;
    let (record, after) = bytes[BEFORE..].split_at_checked(length)?;
    let sound = u64::from_str_radix(sum, 16).ok()? == xxh3_64(record);
    Some((std::str::from_utf8(record).ok().filter(|_| sound)?, after.strip_prefix(b"\n")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn records_come_back_up_to_the_place_of_damage(
            texts in proptest::collection::vec(".{0,20}", 1..6), at in any::<prop::sample::Index>(), bit in 0..8_u32, cut in any::<bool>(),
        ) {
            let lines: Vec<String> = texts.iter().map(|text| line(text).unwrap()).collect();
            let mut bytes = lines.concat().into_bytes();
            let at = at.index(bytes.len());
            if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
            let ends = lines.iter().scan(0, |end, line| { *end += line.len(); Some(*end) });
            let whole = ends.take_while(|end| *end <= at).count();
            let (records, after) = sound_records(&bytes);
            // A flipped bit may turn a digit of the length or sum into the same one in capitals.
            prop_assert!(records.len() == whole || (!cut && records.len() == texts.len()));
            prop_assert_eq!(records.len() == texts.len(), after == 0 && !cut);
            for (record, text) in records.iter().zip(&texts) {
                prop_assert_eq!(&ron::from_str::<String>(record).unwrap(), text);
            }
        }
    }
}
