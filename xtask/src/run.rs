//! Running other programs, with what they print shown as it comes.

use crate::paths;
use crate::stop::Stop;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A program to run in the project's folder.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(paths::project());
    // `cargo run` tells its child about xtask's own package; the programs started from here are not part of it.
    for (key, _) in std::env::vars_os() {
        if key.to_str().is_some_and(|key| key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST_")) {
            command.env_remove(key);
        }
    }
    command
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    program(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Puts folders first on the program's `PATH`.
pub fn with_path(command: &mut Command, folders: &[PathBuf]) -> Result<(), Stop> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&old));
    let joined = std::env::join_paths(all).map_err(|error| {
        Stop::because(format!("a folder of tools cannot stand on PATH: {error}"), "use a cache folder without `:` in its name")
    })?;
    command.env("PATH", joined);
    Ok(())
}

/// Runs it; everything it prints is shown.
pub fn run(command: &mut Command, remedy: &str) -> Result<(), Stop> {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() { Ok(()) } else { Err(Stop::because(format!("{} did not pass ({status})", shown(command)), remedy)) }
}

/// Runs it and gives what it printed on stdout; none when it cannot be started or fails.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs it, shows its stdout line by line and hands each line on. Tells whether it passed.
pub fn watch(command: &mut Command, mut line_seen: impl FnMut(&str)) -> Result<bool, Stop> {
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| not_started(command, &error))?;
    if let Some(out) = child.stdout.take() {
        for line in BufReader::new(out).split(b'\n').map_while(Result::ok) {
            let line = String::from_utf8_lossy(&line);
            // A closed stdout is no reason to stop the tests.
            let _ = writeln!(std::io::stdout(), "{line}");
            line_seen(&line);
        }
    }
    let status = child.wait().map_err(|error| not_started(command, &error))?;
    Ok(status.success())
}

fn not_started(command: &Command, error: &std::io::Error) -> Stop {
    let name = command.get_program().to_string_lossy();
    Stop::because(format!("`{name}` could not be started: {error}"), format!("see that `{name}` is installed and on PATH"))
}

/// The command as one would type it.
pub fn shown(command: &Command) -> String {
    let name = command.get_program().to_string_lossy();
    let name = name.rsplit('/').next().unwrap_or_default();
    let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
    format!("`{}`", std::iter::once(name.to_owned()).chain(words).collect::<Vec<_>>().join(" "))
}
