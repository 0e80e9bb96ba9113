//! Trunk and wasm-bindgen: a right version on `PATH` is taken, otherwise the pinned one is built once into the cache.

use crate::stop::Stop;
use crate::{paths, run};
use std::path::PathBuf;
use std::process::Command;

/// A program installed by cargo.
pub struct Tool {
    package: &'static str,
    version: String,
    binary: &'static str,
    time: &'static str,
}

/// The version is the crate's, from `Cargo.lock`: the two must be equal.
pub fn wasm_bindgen() -> Tool {
    let version = locked("wasm-bindgen").unwrap_or_else(|| "0.2.129".to_owned());
    Tool { package: "wasm-bindgen-cli", version, binary: "wasm-bindgen", time: "a minute or two" }
}

/// 0.22 needs a newer Rust.
pub fn trunk() -> Tool {
    Tool { package: "trunk", version: "0.21.14".to_owned(), binary: "trunk", time: "some minutes" }
}

/// The program, installed if it is not there.
pub fn ensure(tool: &Tool) -> Result<PathBuf, Stop> {
    let binary = format!("{}{}", tool.binary, std::env::consts::EXE_SUFFIX);
    let home = paths::cache()?.join("tools").join(format!("{}-{}", tool.package, tool.version));
    let cached = home.join("bin").join(&binary);
    if let Some(found) = paths::on_path(&binary).filter(|program| is_right(program, &tool.version)) {
        return Ok(found);
    }
    if is_right(&cached, &tool.version) {
        return Ok(cached);
    }
    super::installing(&format!("{} {}", tool.package, tool.version), tool.time);
    // A target folder of its own: the project's must neither be locked nor filled by it.
    let scratch = home.join("building");
    let mut install = run::cargo();
    install.args(["install", "--locked", "--force", "--version", &tool.version, "--root"]).arg(&home).arg(tool.package);
    install.env("CARGO_TARGET_DIR", &scratch).env_remove("RUSTFLAGS").env_remove("CARGO_BUILD_TARGET");
    let remedy = format!(
        "see what stands above; then run `cargo install --locked {} --version {}` by hand and try again (a C compiler is needed: `cc`)",
        tool.package, tool.version
    );
    let installed = run::run(&mut install, &remedy);
    // Only scratch; if it stays, it only takes space.
    let _ = std::fs::remove_dir_all(&scratch);
    installed?;
    if is_right(&cached, &tool.version) {
        return Ok(cached);
    }
    Err(Stop::because(format!("{} {} was installed but does not run", tool.package, tool.version), remedy))
}

fn is_right(program: &PathBuf, version: &str) -> bool {
    let told = run::output(Command::new(program).arg("--version"));
    told.is_some_and(|told| told.split_whitespace().any(|word| word == version))
}

/// The version of a package in `Cargo.lock`.
fn locked(package: &str) -> Option<String> {
    let lock = std::fs::read_to_string(paths::project().join("Cargo.lock")).ok()?;
    let lock: toml::Table = lock.parse().ok()?;
    let packages = lock.get("package")?.as_array()?;
    let named = packages.iter().find(|one| one.get("name").and_then(toml::Value::as_str) == Some(package))?;
    named.get("version")?.as_str().map(str::to_owned)
}
