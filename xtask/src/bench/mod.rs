//! `cargo xtask bench`: the speed bars of design section 8, measured.

mod native;

use crate::cli::BenchWish;
use crate::cli::bench::Inner;
use crate::stop::Stop;
use crate::{build, run, setup};

/// Measures what is wished.
pub fn bench(wish: &BenchWish) -> Result<(), Stop> {
    match wish.inner {
        Some(Inner::Time) => return native::time(),
        Some(Inner::Count) => return native::count(),
        None => {}
    }
    if !wish.browser {
        native::measure()?;
    }
    if !wish.native {
        in_browser()?;
    }
    Ok(())
}

/// The page in Chromium, over its own protocol.
fn in_browser() -> Result<(), Stop> {
    let tools = setup::everything()?;
    build::release(&tools.build)?;
    let mut node = run::program("node");
    node.arg("tests/measure.mjs").env("CHROMIUM", &tools.chromium);
    run::run(&mut node, "see above which bar was not kept")
}
