//! Texts that tests read and the project does not contain.

use std::path::{Path, PathBuf};

/// A path beside the checkout, in the folder of texts. Missing: the test is passed over and says so, unless
/// `READOUT_REQUIRE_SHARED=1` asks for it.
pub fn shared(path: &str) -> Option<PathBuf> {
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if full.exists() {
        return Some(full);
    }
    let required = std::env::var("READOUT_REQUIRE_SHARED").is_ok_and(|value| value == "1");
    assert!(!required, "{} is not there", full.display());
    println!("passed over: {} is not there", full.display());
    None
}
