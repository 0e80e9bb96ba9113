//! Lists from iterators, made in the plainest way.
//!
//! `collect` asks how much is coming and makes room for it, and for a filter it takes the first before it begins: good for speed,
//! and twice the code, made anew for every iterator. The lists here are short.

/// What can be listed.
pub trait Listed: Iterator + Sized {
    /// All of it, one after the other.
    fn listed(self) -> Vec<Self::Item> {
        let mut list = Vec::new();
        for one in self {
            list.push(one);
        }
        list
    }
}

impl<I: Iterator> Listed for I {}
