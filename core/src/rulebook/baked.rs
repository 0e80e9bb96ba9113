//! Rulebooks as bytes: written and read by the same build, so the form promises nothing to anybody.

use super::Rulebook;
use super::packed::{Bytes, Packed, Packing};

/// The bytes are not those of this build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOfThisBuild;

impl Rulebook {
    /// Written when the program is built.
    #[must_use]
    pub fn bake(&self) -> Vec<u8> {
        let mut out = Packing::default();
        self.pack(&mut out);
        out.bytes()
    }

    /// Read in the browser, and kept for as long as the program runs: nothing of it is ever given back, so there is no code for it.
    ///
    /// # Errors
    /// When the bytes end too early: they were not written by `bake` of the same build.
    pub fn unbake(bytes: &[u8]) -> Result<&'static Self, NotOfThisBuild> {
        let mut bytes = Bytes::new(bytes);
        let rulebook: &Self = Box::leak(Box::new(Self::unpack(&mut bytes)));
        if bytes.is_spent() { Ok(rulebook) } else { Err(NotOfThisBuild) }
    }
}
