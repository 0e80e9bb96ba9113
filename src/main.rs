//! The wasm of the custom element. Everything is exported by the library; this only makes a module of it.

use henvisningsstotte as _;

fn main() {
    // The allocator never joins two pools, but blocks within one: a first pool that holds what a long letter needs while it is typed.
    drop(std::hint::black_box(Vec::<u8>::with_capacity(FIRST_POOL)));
}

/// In bytes. A browser gives it when it is used.
const FIRST_POOL: usize = 4 << 20;

/// Gives memory in a quarter of the code of the library's own, in constant time (two-level segregated fit).
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();
