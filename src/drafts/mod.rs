//! Drafts: answers that survive a reload, a crash and an update. The only code that touches storage.
//!
//! Promises: a text from storage, whatever it holds, is read without failing (`restore`); what does not fit is told,
//! and the text it came from is kept under a second key; identity numbers are not written; with `Place::Nowhere`
//! storage is not touched at all, not even to see whether it is there.
//!
//! Refuses: to decide what is shown. That a draft never loads by itself is kept by `embed`, which asks the doctor first.

mod format;
mod restore;
mod store;
#[cfg(test)]
mod tests;

pub(crate) use format::redact;
pub use format::{Draft, FORMAT, Numbers, write};
pub use restore::{Note, Restored, SetAside, restore};
pub use store::{Drafts, Failed, Found, Place};
