//! Everything that is made from the content and kept in the repository: `cargo xtask docs` writes it, a test sees that it is fresh.

use super::{Content, pages, schema};
use std::path::Path;

/// The folders that hold nothing else.
const FOLDERS: [&str; 3] = ["docs/rules", "docs/coverage", "content/schema"];

/// Every file: path from the project's folder, and text.
#[must_use]
pub fn files(content: &Content) -> Vec<(String, String)> {
    let mut files = pages::pages(content);
    files.extend(schema::schemas());
    files
}

/// The files in our folders that are no longer made.
#[must_use]
pub fn stale(project: &Path, made: &[&str]) -> Vec<String> {
    let mut stale = Vec::new();
    for folder in FOLDERS {
        for entry in std::fs::read_dir(project.join(folder)).into_iter().flatten().flatten() {
            let name = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if !made.contains(&name.as_str()) {
                stale.push(name);
            }
        }
    }
    stale.sort();
    stale
}
