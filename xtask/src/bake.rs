//! `cargo xtask bake`: the words of each language, as the files that the page fetches. Trunk runs it before every build.
//!
//! The rulebooks travel inside the wasm (`build.rs`); words do not, so that a doctor loads one language only.

use crate::stop::Stop;
use crate::{check_content, paths};
use hs_core::rulebook::words::Lang;
use std::fs;
use std::path::Path;

/// Writes `target/baked/words.<lang>.json`.
pub fn bake() -> Result<(), Stop> {
    let content = check_content::load()?;
    let folder = paths::baked();
    fs::create_dir_all(&folder).map_err(|error| not_written(&folder, &error))?;
    for lang in Lang::ALL {
        let file = folder.join(format!("words.{}.json", lang.id()));
        let words = serde_json::to_string(&content.words(lang))
            .map_err(|error| Stop::because(format!("the words cannot be written as JSON: {error}"), "this is a mistake in core/"))?;
        // Written only when changed: Trunk watches, and a touched file would be a new build.
        if fs::read_to_string(&file).is_ok_and(|old| old == words) {
            continue;
        }
        fs::write(&file, words).map_err(|error| not_written(&file, &error))?;
    }
    Ok(())
}

fn not_written(place: &Path, error: &std::io::Error) -> Stop {
    Stop::because(format!("{} cannot be written: {error}", place.display()), "see who owns target/ and that the disk is not full")
}
