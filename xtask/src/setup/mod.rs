//! Sets a fresh machine with rustup and Node up: checks what is there, installs what is missing, pinned, once.
//!
//! Nothing is downloaded but from the registries of rustup, cargo, npm and the system's own packages.

mod chromium;
mod npm;
mod tools;
mod wasm_target;

use crate::run;
use crate::stop::Stop;
use std::path::PathBuf;
use std::process::Command;

/// What a build of the page needs.
pub struct BuildTools {
    /// Folders that must come first on `PATH`: trunk, wasm-bindgen, wasm-opt.
    folders: Vec<PathBuf>,
}

/// What tests in the browser need as well.
pub struct BrowserTools {
    /// For the build.
    pub build: BuildTools,
    /// The browser's program.
    pub chromium: PathBuf,
}

/// Everything for building and serving the page.
pub fn for_build() -> Result<BuildTools, Stop> {
    wasm_target::ensure()?;
    let trunk = tools::ensure(&tools::trunk())?;
    let wasm_bindgen = tools::ensure(&tools::wasm_bindgen())?;
    let wasm_opt = npm::ensure()?;
    let folder = |program: &PathBuf| program.parent().map(PathBuf::from);
    let folders = [folder(&trunk), folder(&wasm_bindgen), Some(wasm_opt)].into_iter().flatten().collect();
    Ok(BuildTools { folders })
}

/// Everything, the browser included.
pub fn everything() -> Result<BrowserTools, Stop> {
    let build = for_build()?;
    Ok(BrowserTools { build, chromium: chromium::ensure()? })
}

impl BuildTools {
    /// A program with the build's tools on its `PATH`. A name alone is looked for there too.
    pub fn program(&self, name: &str) -> Result<Command, Stop> {
        let own = self.folders.iter().map(|folder| folder.join(name)).find(|program| program.is_file());
        let mut command = own.map_or_else(|| run::program(name), run::program);
        run::with_path(&mut command, &self.folders)?;
        Ok(command)
    }

    /// Trunk, with its tools on `PATH` and no download of its own.
    pub fn trunk(&self) -> Result<Command, Stop> {
        let mut command = self.program("trunk")?;
        // Trunk reads NO_COLOR as true or false; the convention is any value.
        command.env_remove("NO_COLOR");
        Ok(command)
    }
}

/// Says that something is being installed, and why it takes time.
fn installing(what: &str, time: &str) {
    eprintln!("setup: installing {what} (once; {time}) …");
}
