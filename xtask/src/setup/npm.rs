//! The npm packages: wasm-opt, the design system's styles, what drives the browser in tests, and what reads the package's types.

use crate::stop::Stop;
use crate::{paths, run};
use std::fs;
use std::path::PathBuf;

const OLDEST_NODE: u32 = 20;

/// Installs the packages when the lock file differs from what is installed. Gives the folder of their programs.
pub fn ensure() -> Result<PathBuf, Stop> {
    node_is_there()?;
    let project = paths::project();
    let modules = project.join("node_modules");
    let lock = fs::read(project.join("package-lock.json"))
        .map_err(|error| Stop::because(format!("package-lock.json cannot be read: {error}"), "take it back from git"))?;
    let stamp = modules.join(".installed-lock.json");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(modules.join(".bin"));
    }
    super::installing("the npm packages", "some seconds");
    let remedy = "see that the npm registry can be reached (`npm ping`), then try again";
    run::run(run::program("npm").args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]), remedy)?;
    fs::write(&stamp, lock)
        .map_err(|error| Stop::because(format!("{} cannot be written: {error}", stamp.display()), "see who owns node_modules"))?;
    Ok(modules.join(".bin"))
}

fn node_is_there() -> Result<(), Stop> {
    let remedy = "install Node 20 or newer with npm, from https://nodejs.org or the system's packages";
    let told = run::output(run::program("node").arg("--version")).ok_or_else(|| Stop::because("Node is not installed", remedy))?;
    let major = told.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < OLDEST_NODE) {
        return Err(Stop::because(format!("Node is {}, too old", told.trim()), remedy));
    }
    match paths::on_path("npm") {
        Some(_) => Ok(()),
        None => Err(Stop::because("npm is not installed", remedy)),
    }
}
