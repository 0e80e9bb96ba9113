//! `cargo xtask package`: the element as a folder for npm and for a static host, with everything an integrator needs beside it.
//!
//! What is shipped is what the browser tests ran on: the files of the release build, byte for byte.
//! Refuses: to ship the stand-alone page, which is `dist/` itself, and to ship a file that nobody has given a place.

mod answers;
mod files;
mod integrity;
mod licences;
mod npm;

pub use integrity::hash;

use crate::setup;
use crate::stop::Stop;
use crate::{build, check_content, paths};
use std::fs;
use std::path::{Path, PathBuf};

/// The name on npm, and the beginning of the folder's.
const NAME: &str = "henvisningsstotte";
const REMEDY: &str = "see who owns target/ and that the disk is not full";

/// Builds the release page and makes the package of it.
pub fn package(as_built: bool) -> Result<(), Stop> {
    if !as_built {
        eprintln!("[1/3] setup");
        let tools = setup::for_build()?;
        eprintln!("[2/3] release build");
        build::release(&tools)?;
        eprintln!("[3/3] package");
    }
    let folder = of_built()?;
    println!("the package is in {}", folder.display());
    println!("npm: `npm publish {}`; a static host: serve the folder under its name", folder.display());
    Ok(())
}

/// Makes the package of the page that lies in `dist/`. Gives its folder.
pub fn of_built() -> Result<PathBuf, Stop> {
    let folder = home().join(format!("{NAME}-{}", version()));
    // What an earlier package left must not be in this one.
    if home().exists() {
        fs::remove_dir_all(home()).map_err(|error| unusable(&home(), &error))?;
    }
    fs::create_dir_all(&folder).map_err(|error| unusable(&folder, &error))?;
    files::copy(&paths::dist(), &folder)?;
    write(&folder, "answers.d.ts", &answers::types(&check_content::load()?.questions))?;
    write(&folder, licences::FILE, &licences::notices()?)?;
    write(&folder, integrity::FILE, &integrity::of(&folder, &version())?)?;
    write(&folder, integrity::TAG_FILE, &integrity::tag(&folder, &version())?)?;
    write(&folder, "package.json", &npm::description(&folder, &version())?)?;
    Ok(folder)
}

/// Fixed, whatever `CARGO_TARGET_DIR` says, because the tests look there.
fn home() -> PathBuf {
    paths::project().join("target").join("package")
}

/// All crates of the project have one version, and the package has it too.
fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn write(folder: &Path, name: &str, text: &str) -> Result<(), Stop> {
    let file = folder.join(name);
    fs::write(&file, text).map_err(|error| unusable(&file, &error))
}

fn unusable(what: &Path, error: &std::io::Error) -> Stop {
    Stop::because(format!("{} cannot be used: {error}", what.display()), REMEDY)
}
