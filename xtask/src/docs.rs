//! `cargo xtask docs`: what is made from the content for people and editors, and kept in the repository.

use crate::stop::Stop;
use crate::{check_content, paths};
use hs_core::content::made;
use std::fs;

/// Writes every file that is not as it should be, and removes those no longer made.
pub fn docs() -> Result<(), Stop> {
    let content = check_content::load()?;
    let files = made::files(&content);
    let project = paths::project();
    let mut written = 0;
    for (name, text) in &files {
        let path = project.join(name);
        if fs::read_to_string(&path).is_ok_and(|old| old == *text) {
            continue;
        }
        path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text)).map_err(|error| cannot(name, &error))?;
        written += 1;
    }
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let stale = made::stale(&project, &names);
    for name in &stale {
        fs::remove_file(project.join(name)).map_err(|error| cannot(name, &error))?;
    }
    println!("{} files: {written} written, {} removed, the rest was as it should be", files.len(), stale.len());
    Ok(())
}

fn cannot(name: &str, error: &std::io::Error) -> Stop {
    Stop::because(format!("{name} cannot be written: {error}"), "see who owns it and that the disk is not full")
}
