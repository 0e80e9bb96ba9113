//! The keys of the page's own texts, from `content/ui/nb.toml`: code asks for a text by its place in this list, so that
//! neither the keys nor a search for them are loaded by every doctor (`src/rulebook/ui.rs`).
//!
//! Whether the file is well formed, and the same in all languages, is for the check of the content to tell.

use std::env;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

const TEXTS: &str = "../content/ui/nb.toml";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed={TEXTS}");
    println!("cargo::rerun-if-changed=build.rs");
    let Ok(texts) = fs::read_to_string(TEXTS) else {
        eprintln!("core/build.rs: {TEXTS} cannot be read");
        return ExitCode::FAILURE;
    };
    let mut keys: Vec<&str> = texts.lines().filter_map(key).collect();
    // The element reads the texts of a crash by itself, when nothing else runs: they stand first in every words file.
    keys.sort_unstable_by_key(|key| (!key.starts_with("crash-"), *key));
    keys.dedup();
    let list = format!("pub(super) const KEYS: [&str; {}] = {keys:?};\n", keys.len());
    let out = env::var("OUT_DIR").map(|folder| fs::write(Path::new(&folder).join("ui_keys.rs"), list));
    if matches!(out, Ok(Ok(()))) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The key of a line `key = "text"`.
fn key(line: &str) -> Option<&str> {
    let key = line.split_once('=')?.0.trim();
    let is_key = !key.is_empty() && key.bytes().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-');
    is_key.then_some(key)
}
