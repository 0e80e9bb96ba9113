//! `cargo xtask build`: the release page into `dist/`, and what it weighs on the wire.

mod inside;
mod size;

use crate::setup::{self, BuildTools};
use crate::stop::Stop;
use crate::{paths, run};

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
    let mut trunk = tools.trunk()?;
    trunk.args(["build", "--release", "--offline"]);
    run::run(&mut trunk, "see what stands above; `cargo xtask check-content` tells about content")
}

/// Prints the size part by part; stops when it is over the bar.
pub fn weigh() -> Result<(), Stop> {
    let parts = size::parts(&paths::dist())?;
    let report = size::report(&parts);
    println!("{report}");
    for wasm in parts.iter().filter(|part| part.name.ends_with(".wasm")) {
        println!("{}", inside::report(&wasm.bytes));
    }
    size::within_bar(&parts)
}
