//! The mind of henvisningsstotte: what a rule is, what the answers mean, what to say.
//!
//! Pure Rust: no browser, no clock, no storage, no randomness.
//! One way only: `json`, `rulebook` <- `answers` <- `assess` <- `summary` <- `export`.
//! `content` (feature `authoring`) reads `content/*.toml` and is never part of the wasm.
//!
//! What this crate is not: it does not decide whether a patient gets an offer.
//! It tells which published criteria apply to the answers, and what is still missing from the text.

pub mod answers;
pub mod assess;
#[cfg(feature = "authoring")]
pub mod content;
pub mod export;
pub mod json;
pub mod listed;
pub mod numbers;
pub mod rulebook;
pub mod starts;
pub mod summary;

pub use answers::{Answer, Answers};
pub use assess::{Assessment, assess};
pub use rulebook::{Rulebook, words::Words};
