//! The compiler's target for the browser.

use crate::run;
use crate::stop::Stop;
use std::path::PathBuf;

const TARGET: &str = "wasm32-unknown-unknown";

/// Sees that the pinned toolchain can compile for the browser.
pub fn ensure() -> Result<(), Stop> {
    if is_there() {
        return Ok(());
    }
    super::installing(TARGET, "some seconds");
    let remedy = format!("install rustup from https://rustup.rs, then run `rustup target add {TARGET}` in this folder");
    run::run(run::program("rustup").args(["target", "add", TARGET]), &remedy)?;
    if is_there() { Ok(()) } else { Err(Stop::because(format!("the compiler still has no target {TARGET}"), remedy)) }
}

fn is_there() -> bool {
    let sysroot = run::output(run::program("rustc").args(["--print", "sysroot"]));
    sysroot.is_some_and(|sysroot| PathBuf::from(sysroot.trim()).join("lib/rustlib").join(TARGET).join("lib").is_dir())
}
