//! `cargo xtask build`: the release page into `dist/`, and what it weighs on the wire.

mod inside;
mod offline;
mod order;
mod panic_button;
mod size;
mod slim;

pub use panic_button::panic_button;

use crate::setup::{self, BuildTools};
use crate::stop::Stop;
use crate::{paths, run};
use std::fs;
use std::process::Command;

/// Sets up, builds, weighs.
pub fn build() -> Result<(), Stop> {
    eprintln!("[1/3] setup");
    let tools = setup::for_build()?;
    eprintln!("[2/3] release build");
    release(&tools)?;
    eprintln!("[3/3] size on the wire");
    weigh()
}

/// Builds the release page.
pub fn release(tools: &BuildTools) -> Result<(), Stop> {
    // Trunk builds offline: the crates of the library itself must be there.
    let mut fetch = run::cargo();
    fetch.args(["fetch", "--quiet", "--locked", "--target", "wasm32-unknown-unknown"]);
    along(&mut fetch);
    run::run(&mut fetch, "see that the crates registry can be reached, then try again")?;
    let mut trunk = tools.trunk()?;
    trunk.args(["build", "--release", "--offline"]);
    along(&mut trunk);
    // Names stay in what the compiler writes, so that `weigh` can tell sizes by crate; wasm-opt takes them out of the page.
    trunk.env("CARGO_PROFILE_RELEASE_STRIP", "none");
    run::run(&mut trunk, "see what stands above; `cargo xtask check-content` tells about content")?;
    slim::slim(tools, &paths::dist())?;
    offline::fill(&paths::dist())
}

/// The library is compiled along for size, and without what panics would tell of themselves. That takes the compiler's unstable
/// switches, whose meaning is pinned with it (docs/decisions/2026-11-22-small-enough-to-wait-for.md).
fn along(command: &mut Command) {
    command.env("RUSTC_BOOTSTRAP", "1");
    command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort").env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
    let flags = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
}

/// Prints the size part by part; stops when it is over the bar.
pub fn weigh() -> Result<(), Stop> {
    let parts = size::parts(&paths::dist())?;
    println!("{}", size::report(&parts));
    for wasm in parts.iter().filter(|part| part.name.ends_with(".wasm")) {
        println!("{}", inside::sections(&wasm.bytes));
    }
    if let Ok(wasm) = fs::read(paths::target().join("wasm32-unknown-unknown/release/hs_engine.wasm")) {
        println!("{}", inside::crates(&wasm));
    }
    size::within_bar(&parts)
}
