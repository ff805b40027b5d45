//! What touches the disk: folders of articles, topic trees, sessions, settings.
//!
//! Everything here answers with a value or with an error that names the file and the reason; nothing
//! is half-read or half-written. No threads but those that watch over child processes: [`collection`] gives
//! the small steps that a background job or a headless command takes one by one.

mod beside;
mod digest;
mod disk;
mod moment;
mod packed;
mod path_name;

pub mod cache;
pub mod child;
pub mod collection;
pub mod journal;
pub mod places;
pub mod sample;
pub mod scan;
pub mod session_file;
pub mod session_lock;
pub mod settings;
pub mod speakers;
pub mod topics;
pub mod versions;

pub use cache::{Cache, Ticket, cache_folder};
pub use child::{Limits, Opened, Reader};
pub use collection::{Collection, Listing, list_articles, load_collection, sample_collection};
pub use digest::Digest;
pub use disk::{FileError, read_file, write_file, write_new};
pub use journal::Journal;
pub use moment::Moment;
pub use path_name::path_order;
pub use scan::{Entry, Found, Skip, Skipped, scan};
pub use session_file::{FolderState, Loaded, MarkedText, SessionError, marked_texts};
pub use session_lock::{SessionLock, Taken};
pub use settings::{Settings, Theme};
pub use topics::{Topics, TopicsError, TopicsFrom};
pub use versions::Version;
