//! `cargo xtask content-diff REV`: what changed in the content since a revision, in words, and which outcomes changed.

use crate::stop::Stop;
use crate::{paths, run};
use hs_core::content::diff::{Edition, difference};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;

/// Prints the difference between a revision and what lies in the folder now.
pub fn content_diff(revision: &str) -> Result<(), Stop> {
    let then = Extracted::of(revision)?;
    let now = Edition::read(&paths::content()).map_err(|problems| {
        problems.iter().for_each(|problem| eprintln!("{problem}"));
        Stop::because("the content of today cannot be read", "run `cargo xtask check-content` and mend what it says")
    })?;
    let then = Edition::read(&then.folder.join("content")).map_err(|problems| {
        problems.iter().take(5).for_each(|problem| eprintln!("{revision}: {problem}"));
        let message = format!("the content of {revision} does not read with the format of today ({} problems)", problems.len());
        Stop::because(message, "compare with a later revision; or run content-diff from a checkout of that time")
    })?;
    // A reader that closed the pipe has seen enough.
    let _ = std::io::stdout().write_all(difference(&then, &now).as_bytes());
    Ok(())
}

/// The content folder of a revision, in a folder that is gone when dropped.
struct Extracted {
    folder: PathBuf,
}

impl Extracted {
    fn of(revision: &str) -> Result<Self, Stop> {
        // A name that begins with a dash would be read as an option.
        let known = !revision.starts_with('-')
            && run::output(run::program("git").args(["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")])).is_some();
        if !known {
            let message = format!("git knows no revision `{revision}`");
            return Err(Stop::because(message, "name a commit, branch or tag of this repository, such as main or HEAD~3"));
        }
        let names = run::output(run::program("git").args(["ls-tree", "-r", "--name-only", revision, "content"])).unwrap_or_default();
        if names.is_empty() {
            return Err(Stop::because(format!("there is no content/ in {revision}"), "name a later revision"));
        }
        let extracted = Self { folder: std::env::temp_dir().join(format!("hs-content-diff-{}", std::process::id())) };
        for name in names.lines().filter(|name| name.ends_with(".toml")) {
            let text = run::output(run::program("git").args(["show", &format!("{revision}:{name}")])).unwrap_or_default();
            let path = extracted.folder.join(name);
            path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text)).map_err(|error| {
                Stop::because(format!("{} cannot be written: {error}", path.display()), "see that the disk is not full")
            })?;
        }
        Ok(extracted)
    }
}

impl Drop for Extracted {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.folder);
    }
}
