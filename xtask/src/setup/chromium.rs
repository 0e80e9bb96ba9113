//! The browser the tests drive: the system's own Chromium or Chrome.

use crate::stop::Stop;
use crate::{paths, run};
use std::path::{Path, PathBuf};
use std::process::Command;

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: [&str; 2] =
    ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
const REMEDY: &str = "install Chromium or Chrome by hand, or set CHROMIUM to its program";

/// The browser's program, installed if there is none.
pub fn ensure() -> Result<PathBuf, Stop> {
    if let Some(named) = std::env::var_os("CHROMIUM").filter(|named| !named.is_empty()) {
        let program = PathBuf::from(&named);
        return if runs(&program) {
            Ok(program)
        } else {
            Err(Stop::because(format!("CHROMIUM is {}, which does not run", program.display()), REMEDY))
        };
    }
    if let Some(program) = find() {
        return Ok(program);
    }
    let mut install = installer().ok_or_else(|| Stop::because("no Chromium or Chrome was found, and no way to install one", REMEDY))?;
    super::installing("Chromium", "a minute or two");
    for command in &mut install {
        run::run(command, REMEDY)?;
    }
    find().ok_or_else(|| Stop::because("Chromium was installed but does not run", REMEDY))
}

fn find() -> Option<PathBuf> {
    let named = NAMES.iter().filter_map(|name| paths::on_path(name));
    named.chain(MAC.iter().map(PathBuf::from)).find(|program| runs(program))
}

/// Ubuntu's `chromium-browser` may be a stub that only says to install a snap: it must run.
fn runs(program: &Path) -> bool {
    program.is_file() && run::output(Command::new(program).arg("--version")).is_some()
}

/// The commands that install it with the system's own packages.
fn installer() -> Option<Vec<Command>> {
    let has = |name: &str| paths::on_path(name).is_some();
    if has("brew") {
        return Some(vec![as_written("brew", &["install", "--cask", "chromium"])]);
    }
    if has("apt-get") {
        let update = as_root("apt-get", &["update", "-qq"])?;
        return Some(vec![update, as_root("apt-get", &["install", "-y", "-qq", "--no-install-recommends", "chromium"])?]);
    }
    if has("dnf") {
        return Some(vec![as_root("dnf", &["install", "-y", "chromium"])?]);
    }
    if has("pacman") {
        return Some(vec![as_root("pacman", &["-S", "--noconfirm", "chromium"])?]);
    }
    None
}

/// The command as root: directly, or by a `sudo` that asks nothing.
fn as_root(name: &str, words: &[&str]) -> Option<Command> {
    let is_root = run::output(Command::new("id").arg("-u")).is_some_and(|id| id.trim() == "0");
    if is_root {
        return Some(as_written(name, words));
    }
    run::output(Command::new("sudo").args(["-n", "true"]))?;
    let mut command = as_written("sudo", &["-n", name]);
    command.args(words);
    Some(command)
}

fn as_written(name: &str, words: &[&str]) -> Command {
    let mut command = run::program(name);
    command.args(words).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
