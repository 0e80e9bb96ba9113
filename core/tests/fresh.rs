//! What is made from the content and kept in the repository is as the content is now.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use hs_core::content::made;
use support::content;
use support::sources::root;

#[test]
fn the_generated_files_are_as_the_content_is_now() {
    let files = made::files(content());
    assert!(files.len() > content().rules.len(), "every rule has a page");
    let mut wrong: Vec<String> = files
        .iter()
        .filter(|(name, text)| std::fs::read_to_string(root().join(name)).ok().as_ref() != Some(text))
        .map(|(name, _)| format!("{name} is not as the content is now"))
        .collect();
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    wrong.extend(made::stale(&root(), &names).into_iter().map(|name| format!("{name} is no longer made from anything")));
    assert!(wrong.is_empty(), "{}\nrun `cargo xtask docs` and commit what it writes", wrong.join("\n"));
}
