//! Lists from iterators, and texts from lists, made in the plainest way.
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

/// The texts in one, with something between them. The library's own way counts first what it will need, and is three times the code.
#[must_use]
pub fn joined<T: AsRef<str>>(texts: &[T], between: &str) -> String {
    let mut all = String::new();
    for (at, text) in texts.iter().enumerate() {
        all.push_str(if at > 0 { between } else { "" });
        all.push_str(text.as_ref());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_stands_before_the_first_text_or_after_the_last() {
        assert_eq!(joined(&["a", "", "b"], ", "), "a, , b");
        assert_eq!(joined(&["a".to_owned()], ", "), "a");
        assert_eq!(joined::<&str>(&[], ", "), "");
    }
}
