//! What is baked at build time is what the browser reads back, and no other bytes are taken for it.

#![allow(clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::Rulebook;
use proptest::prelude::*;
use support::{content, rulebook};

#[test]
fn a_rulebook_is_read_back_as_it_was_baked() {
    for region in content().regions() {
        let baked = rulebook(region).bake();
        assert_eq!(Rulebook::unbake(&baked), Ok(rulebook(region)), "{}", region.id());
    }
}

#[test]
fn half_a_rulebook_is_none() {
    let baked = rulebook(content().regions()[0]).bake();
    for end in (0..baked.len()).step_by(97) {
        assert!(Rulebook::unbake(&baked[..end]).is_err(), "{end} of {} bytes", baked.len());
    }
    assert!(Rulebook::unbake(&[baked.as_slice(), &[0]].concat()).is_err());
}

proptest! {
    #[test]
    fn any_bytes_are_read_to_the_end(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = Rulebook::unbake(&bytes);
    }

    #[test]
    fn a_rulebook_with_one_byte_changed_is_read_to_the_end(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut baked = rulebook(content().regions()[0]).bake();
        let at = at.index(baked.len());
        baked[at] = byte;
        let _ = Rulebook::unbake(&baked);
    }
}
