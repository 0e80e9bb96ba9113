//! Bakes `content/` into the wasm: one rulebook per region. Content with problems is not built: all of them are told.

use hs_core::content::{Content, load};
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=build.rs");
    stack();
    let content = match load(Path::new("content")) {
        Ok(content) => content,
        Err(problems) => {
            for problem in &problems {
                eprintln!("{problem}");
            }
            eprintln!("content: {} problems; nothing is built from it", problems.len());
            return ExitCode::FAILURE;
        }
    };
    match bake(&content) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("build.rs: {error}");
            ExitCode::FAILURE
        }
    }
}

/// A stack of half a megabyte for the page: what stands behind it in memory has shorter addresses than behind a whole one.
fn stack() {
    let is = |key: &str, value: &str| env::var(key).is_ok_and(|now| now == value);
    if is("CARGO_CFG_TARGET_FAMILY", "wasm") && is("PROFILE", "release") {
        println!("cargo::rustc-link-arg-bins=-zstack-size=524288");
    }
}

/// Writes each rulebook as bytes, and the table that `src/rulebooks.rs` includes.
fn bake(content: &Content) -> Result<(), Box<dyn std::error::Error>> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let mut rows = String::new();
    for region in content.regions() {
        let Some(rulebook) = content.rulebook(region) else { continue };
        let file = out.join(format!("rulebook.{}.bin", region.id()));
        fs::write(&file, rulebook.bake())?;
        writeln!(rows, "    ({:?}, include_bytes!({:?})),", region.id(), file)?;
    }
    let (version, renew_by) = (&content.version, content.renew_by.to_string());
    let table = format!(
        "/// Edition and fingerprint of the content of this build.\npub const VERSION: &str = {version:?};\n\
         /// The last day before the content should be gone through again, ISO date.\npub const RENEW_BY: &str = {renew_by:?};\n\
         const BAKED: &[(&str, &[u8])] = &[\n{rows}];\n"
    );
    fs::write(out.join("rulebooks.rs"), table)?;
    Ok(())
}
