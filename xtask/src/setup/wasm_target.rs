//! The compiler's target for the browser, and the source of its library, which the release build compiles along.

use crate::run;
use crate::stop::Stop;
use std::path::PathBuf;

const TARGET: &str = "wasm32-unknown-unknown";

/// Sees that the pinned toolchain can compile for the browser.
pub fn ensure() -> Result<(), Stop> {
    part("target", TARGET, &[TARGET, "lib"])?;
    part("component", "rust-src", &["src", "rust", "library"])
}

/// A part of the toolchain: installed if its folder is not there.
fn part(kind: &str, name: &str, folder: &[&str]) -> Result<(), Stop> {
    if is_there(folder) {
        return Ok(());
    }
    super::installing(name, "some seconds");
    let remedy = format!("install rustup from https://rustup.rs, then run `rustup {kind} add {name}` in this folder");
    run::run(run::program("rustup").args([kind, "add", name]), &remedy)?;
    if is_there(folder) { Ok(()) } else { Err(Stop::because(format!("the compiler still has no {kind} {name}"), remedy)) }
}

fn is_there(folder: &[&str]) -> bool {
    let sysroot = run::output(run::program("rustc").args(["--print", "sysroot"]));
    let folder: PathBuf = folder.iter().collect();
    sysroot.is_some_and(|sysroot| PathBuf::from(sysroot.trim()).join("lib/rustlib").join(folder).is_dir())
}
