//! The wasm of the custom element. Everything is exported by the library; this only makes a module of it.

use henvisningsstotte as _;

fn main() {}

/// Gives memory in a quarter of the code of the library's own, in constant time (two-level segregated fit).
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
