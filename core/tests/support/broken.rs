//! Content that can be broken: a copy in a folder of its own.

use super::folder;
use hs_core::content::{Problem, load};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// A copy of the content that can be broken; gone when dropped.
pub struct Broken {
    /// Where it is.
    pub folder: PathBuf,
}

impl Broken {
    /// A fresh copy.
    pub fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let to = std::env::temp_dir().join(format!("hs-content-{}-{number}", std::process::id()));
        copy(&folder(), &to);
        Self { folder: to }
    }

    /// A file of it.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.join(file)
    }

    /// The text of a file.
    pub fn text(&self, file: &str) -> String {
        std::fs::read_to_string(self.path(file)).expect("a file")
    }

    /// Replaces the first place after `after`; the line it stands on comes back.
    pub fn replace(&self, file: &str, after: &str, from: &str, to: &str) -> usize {
        let text = self.text(file);
        let start = text.find(after).unwrap_or_else(|| panic!("`{after}` stands in {file}"));
        let at = start + text[start..].find(from).unwrap_or_else(|| panic!("`{from}` stands after `{after}` in {file}"));
        let changed = format!("{}{to}{}", &text[..at], &text[at + from.len()..]);
        std::fs::write(self.path(file), changed).expect("written");
        1 + text[..at].matches('\n').count()
    }

    /// Adds at the end; the line before the addition's first comes back, counted from one.
    pub fn add(&self, file: &str, more: &str) -> usize {
        let text = self.text(file);
        std::fs::write(self.path(file), format!("{text}\n{more}")).expect("written");
        2 + text.matches('\n').count()
    }

    /// Everything wrong with it.
    pub fn problems(&self) -> Vec<Problem> {
        load(&self.folder).err().unwrap_or_default()
    }

    /// The problem whose message holds all of these.
    pub fn problem(&self, said: &[&str]) -> Problem {
        let problems = self.problems();
        let found = problems.iter().find(|problem| said.iter().all(|part| problem.message.contains(part)));
        found.cloned().unwrap_or_else(|| panic!("no problem says {said:?}, but\n{}", shown(&problems)))
    }
}

impl Drop for Broken {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("a folder");
    for entry in std::fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("copied");
        }
    }
}

/// Problems as an author sees them.
pub fn shown(problems: &[Problem]) -> String {
    problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}
