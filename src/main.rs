//! The wasm of the custom element. Everything is exported by the library; this only makes a module of it.

use henvisningsstotte as _;

fn main() {}
