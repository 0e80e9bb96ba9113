//! `cargo xtask test`: everything that must hold, in one go. Stops at the first step that does not pass.

mod tally;

use crate::setup::{self, BrowserTools};
use crate::stop::Stop;
use crate::{build, check_content, package, paths, run};
use std::fs;
use std::process::Command;
use std::time::Instant;
use tally::Tally;

/// Sets up and runs all steps.
pub fn test() -> Result<(), Stop> {
    let mut tally = Tally::default();
    let result = steps(&mut tally);
    // The counts of the runs that were made, whether or not a later step stopped.
    if tally.any() {
        println!("\n{tally}");
    }
    result
}

fn steps(tally: &mut Tally) -> Result<(), Stop> {
    let mut progress = Progress { step: 0, began: Instant::now() };
    progress.next("setup");
    let tools = setup::everything()?;
    progress.next("formatting");
    run::run(run::cargo().args(["fmt", "--all", "--check"]), "run `cargo fmt --all`")?;
    progress.next("clippy, native and wasm");
    let remedy = "mend what clippy says above";
    run::run(run::cargo().args(["clippy", "--quiet", "--workspace", "--all-targets", "--", "-D", "warnings"]), remedy)?;
    let wasm = ["clippy", "--quiet", "--package", "henvisningsstotte", "--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
    run::run(run::cargo().args(wasm), remedy)?;
    progress.next("native tests");
    counted(run::cargo().args(["test", "--quiet", "--workspace", "--no-fail-fast"]), "the native tests", tally)?;
    progress.next("content");
    check_content::check_content(None)?;
    progress.next("release build");
    build::release(&tools.build)?;
    build::weigh()?;
    progress.next("package");
    package::of_built()?;
    progress.next("browser tests");
    build::panic_button(&tools.build)?;
    browser(&tools, tally)?;
    progress.done();
    Ok(())
}

/// Runs the browser tests against `dist/`, and those of the package against what was made of it.
fn browser(tools: &BrowserTools, tally: &mut Tally) -> Result<(), Stop> {
    let folder = paths::project().join("tests");
    let entries = fs::read_dir(&folder)
        .map_err(|error| Stop::because(format!("{} cannot be read: {error}", folder.display()), "take it back from git"))?;
    let mut specs: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".spec.mjs"))
        .map(|name| format!("tests/{name}"))
        .collect();
    specs.sort();
    let mut node = run::program("node");
    node.args(["--test", "--test-reporter=spec"]).args(specs).env("CHROMIUM", &tools.chromium);
    counted(&mut node, "the browser tests", tally)
}

fn counted(command: &mut Command, what: &str, tally: &mut Tally) -> Result<(), Stop> {
    let before = tally.clone();
    let passed = run::watch(command, |line| tally.read(line))?;
    let ran = *tally != before;
    match (passed, ran) {
        (true, true) => Ok(()),
        (true, false) => Err(Stop::because(format!("{what}: none was run"), format!("see why {} found none", run::shown(command)))),
        (false, _) => Err(Stop::because(format!("{what} did not all pass"), format!("run {} to see only these", run::shown(command)))),
    }
}

struct Progress {
    step: usize,
    began: Instant,
}

impl Progress {
    const STEPS: usize = 8;

    fn next(&mut self, what: &str) {
        self.step += 1;
        let so_far = if self.step > 1 { format!("  ({} s so far)", self.began.elapsed().as_secs()) } else { String::new() };
        eprintln!("\n[{}/{}] {what}{so_far}", self.step, Self::STEPS);
    }

    fn done(&self) {
        eprintln!("\nall steps passed in {} s", self.began.elapsed().as_secs());
    }
}
