//! PDF files.

use super::ImportError;
use super::draft::Draft;

pub(super) fn draft(_bytes: &[u8]) -> Result<Draft, ImportError> {
    Err(ImportError::Unsupported)
}
