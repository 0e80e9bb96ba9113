//! An engine that panics when told to, for the tests of what survives a panic. Never part of the page.

use crate::setup::BuildTools;
use crate::stop::Stop;
use crate::{paths, run};

/// Builds it into `target/panic-button`, where the test server finds it. The development profile: it is not measured.
pub fn panic_button(tools: &BuildTools) -> Result<(), Stop> {
    let remedy = "see what stands above";
    let mut build = run::cargo();
    build.args(["build", "--quiet", "--package", "henvisningsstotte", "--bin", "hs_engine", "--features", "panic-button"]);
    run::run(build.args(["--target", "wasm32-unknown-unknown"]), remedy)?;
    let mut bind = tools.program("wasm-bindgen")?;
    bind.args(["--target", "web", "--no-typescript", "--out-name", "hs_engine", "--out-dir"]);
    bind.arg(paths::project().join("target").join("panic-button"));
    run::run(bind.arg(paths::target().join("wasm32-unknown-unknown/debug/hs_engine.wasm")), remedy)
}
