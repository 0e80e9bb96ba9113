//! The project's own files, for tests that read them.

use super::folder;
use std::path::{Path, PathBuf};

/// The project's folder.
pub fn root() -> PathBuf {
    folder().join("..").canonicalize().expect("the project's folder")
}

/// The files with one of these endings under these parts of the project: path from the project's folder, and text. In order.
pub fn files(parts: &[&str], endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    parts.iter().for_each(|part| walk(&root().join(part), endings, &mut found));
    found
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder).into_iter().flatten().map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            walk(&path, endings, found);
        } else if path.extension().is_some_and(|end| endings.iter().any(|wanted| end == *wanted)) {
            let name = path.strip_prefix(root()).expect("below the project's folder").to_string_lossy().into_owned();
            found.push((name, std::fs::read_to_string(&path).expect("a source")));
        }
    }
}
