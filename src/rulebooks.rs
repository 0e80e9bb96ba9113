//! The rulebooks that were baked into this build, one per region. Parsed on first use, kept for the life of the instance.

use hs_core::Rulebook;
use hs_core::rulebook::Region;
use std::cell::RefCell;

// `VERSION`, the edition and fingerprint of the content, `RENEW_BY`, the day it should be renewed, and `BAKED`, region id and rulebook
// as bytes.
include!(concat!(env!("OUT_DIR"), "/rulebooks.rs"));

thread_local! {
    static READ: RefCell<Vec<&'static Rulebook>> = const { RefCell::new(Vec::new()) };
}

/// The rulebook of a region; none when this build holds none for it.
#[must_use]
pub fn of(region: Region) -> Option<&'static Rulebook> {
    if let Some(known) = READ.with_borrow(|read| read.iter().find(|one| one.region == region).copied()) {
        return Some(known);
    }
    let (_, baked) = BAKED.iter().find(|(id, _)| *id == region.id())?;
    let rulebook = Rulebook::unbake(baked).ok()?;
    READ.with_borrow_mut(|read| read.push(rulebook));
    Some(rulebook)
}

/// The regions of this build, in the order they are offered.
pub fn available() -> impl Iterator<Item = Region> {
    Region::ALL.into_iter().filter(|region| BAKED.iter().any(|(id, _)| *id == region.id()))
}

/// The rulebook of this region, otherwise the first there is: for what every region has in common, the questions.
#[must_use]
pub fn any(region: Option<Region>) -> Option<&'static Rulebook> {
    region.and_then(of).or_else(|| available().find_map(of))
}
