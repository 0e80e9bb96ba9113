//! `cargo xtask bake`: the files that the element fetches, made from `content/` and `style/`. Trunk runs it before every build.
//!
//! The rulebooks travel inside the wasm (`build.rs`); words do not, so that a doctor loads one language only.

mod codes;
mod style;

use crate::stop::Stop;
use crate::{check_content, paths};
use hs_core::content::words_to_lines;
use hs_core::rulebook::words::Lang;
use std::fs;

/// Writes `words.<lang>.txt`, `icpc-2.txt` and `henvisningsstotte.css` into `target/baked/`.
pub fn bake() -> Result<(), Stop> {
    let content = check_content::load()?;
    let mut files = Vec::new();
    for lang in Lang::ALL {
        let name = format!("words.{}.txt", lang.id());
        let lines = words_to_lines(&content.words(lang));
        let lines = lines.map_err(|wrong| Stop::because(format!("{name}: {wrong}"), "write the text in content/ in another way"))?;
        files.push((name, lines));
    }
    files.push(("icpc-2.txt".to_owned(), codes::icpc_2(&content.codes, &content.also_called)?));
    files.push(("henvisningsstotte.css".to_owned(), style::sheet(&paths::project().join("style"))?));
    // Trunk takes all that lies there, also what an earlier build left under another name.
    for left in fs::read_dir(paths::baked()).into_iter().flatten().flatten() {
        if files.iter().all(|(name, _)| left.file_name() != name.as_str()) {
            let _ = fs::remove_file(left.path());
        }
    }
    files.iter().try_for_each(|(name, text)| write(name, text))
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
