//! `cargo xtask bake`: the files that the element fetches, made from `content/` and `style/`. Trunk runs it before every build.
//!
//! The rulebooks travel inside the wasm (`build.rs`); words do not, so that a doctor loads one language only.

mod codes;
mod style;

use crate::stop::Stop;
use crate::{check_content, paths};
use hs_core::content::words_to_json;
use hs_core::rulebook::words::Lang;
use std::fs;

/// Writes `words.<lang>.json`, `icpc-2.txt` and `henvisningsstotte.css` into `target/baked/`.
pub fn bake() -> Result<(), Stop> {
    let content = check_content::load()?;
    for lang in Lang::ALL {
        write(&format!("words.{}.json", lang.id()), &words_to_json(&content.words(lang)).text())?;
    }
    write("icpc-2.txt", &codes::icpc_2(&content.codes)?)?;
    write("henvisningsstotte.css", &style::sheet(&paths::project().join("style"))?)
}

/// Written only when changed: Trunk watches, and a touched file would be a new build.
fn write(name: &str, text: &str) -> Result<(), Stop> {
    let (folder, remedy) = (paths::baked(), "see who owns target/ and that the disk is not full");
    let file = folder.join(name);
    if fs::read_to_string(&file).is_ok_and(|old| old == text) {
        return Ok(());
    }
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&file, text))
        .map_err(|error| Stop::because(format!("{} cannot be written: {error}", file.display()), remedy))
}
