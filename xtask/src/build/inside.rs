//! What takes the space inside the wasm: its sections, and its code by crate.
//!
//! Names are only in the module as the compiler wrote it, before wasm-opt: so its sizes tell shares, not what is sent.

use std::collections::BTreeMap;
use std::fmt::Write as _;

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const EXPORT: u8 = 7;
const CODE: u8 = 10;
const SHOWN: usize = 15;
const WORTH_TELLING: usize = 1000;

/// The sections of the module that is sent.
pub fn sections(wasm: &[u8]) -> String {
    let mut out = "inside the wasm, raw bytes:".to_owned();
    for (id, body) in all_sections(wasm) {
        if body.0.len() >= WORTH_TELLING {
            let _ = write!(out, "\n  {:<24} {:>8}", section_name(id), body.0.len());
        }
    }
    out
}

/// How many functions the module takes from outside; they are numbered first.
pub fn imported(wasm: &[u8]) -> usize {
    section(wasm, IMPORT).map_or(0, functions_imported)
}

/// The module's own functions, as they are written.
pub fn bodies(wasm: &[u8]) -> Vec<&[u8]> {
    let mut bodies = Vec::new();
    let Some(mut body) = section(wasm, CODE) else { return bodies };
    for _ in 0..body.number().unwrap_or(0) {
        let Some(function) = body.number().and_then(|size| body.take(size)) else { break };
        bodies.push(function.0);
    }
    bodies
}

/// The names of the module's exports.
pub fn exports(wasm: &[u8]) -> Vec<String> {
    let mut names = Vec::new();
    let Some(mut body) = section(wasm, EXPORT) else { return names };
    for _ in 0..body.number().unwrap_or(0) {
        let Some(name) = body.text() else { break };
        body.byte();
        body.number();
        names.push(name);
    }
    names
}

/// The code of the module as the compiler wrote it, by crate; nothing where it has no names.
pub fn crates(wasm: &[u8]) -> String {
    let custom = all_sections(wasm).filter(|(id, _)| *id == CUSTOM);
    let names: BTreeMap<usize, String> = custom.filter_map(|(_, body)| function_names(body)).flatten().collect();
    let imported = imported(wasm);
    let mut by_crate: BTreeMap<String, usize> = BTreeMap::new();
    for (index, size) in bodies(wasm).iter().map(|body| body.len()).enumerate() {
        // wasm-bindgen's descriptions are for its own use, and gone from the page.
        if let Some(name) = names.get(&(imported + index)).filter(|name| !name.starts_with("__wbindgen_describe")) {
            *by_crate.entry(crate_of(name)).or_default() += size;
        }
    }
    let mut crates: Vec<(String, usize)> = by_crate.into_iter().collect();
    crates.sort_by_key(|(name, size)| (std::cmp::Reverse(*size), name.clone()));
    let mut out = "its code by crate, before wasm-opt:".to_owned();
    for (name, size) in crates.iter().take(SHOWN) {
        let _ = write!(out, "\n  {name:<24} {size:>8}");
    }
    out
}

/// Every section, as far as the module goes.
fn all_sections(wasm: &[u8]) -> impl Iterator<Item = (u8, Bytes<'_>)> {
    let mut rest = Bytes(wasm.get(8..).unwrap_or_default());
    std::iter::from_fn(move || rest.section())
}

/// The section with this id, of those that stand once.
fn section(wasm: &[u8], wanted: u8) -> Option<Bytes<'_>> {
    all_sections(wasm).find(|(id, _)| *id == wanted).map(|(_, body)| body)
}

fn section_name(id: u8) -> &'static str {
    let names = ["custom", "types", "imports", "functions", "table", "memory", "globals", "exports", "start", "elements", "code", "data"];
    names.get(usize::from(id)).copied().unwrap_or("other")
}

/// The functions the module takes from outside; they are numbered first.
fn functions_imported(mut body: Bytes) -> usize {
    let mut functions = 0;
    let count = body.number().unwrap_or(0);
    for _ in 0..count {
        let (_module, _name) = (body.text(), body.text());
        match body.byte() {
            Some(0) => {
                functions += 1;
                body.number();
            }
            Some(1) => {
                body.byte();
                body.limits();
            }
            Some(2) => body.limits(),
            Some(3) => {
                body.byte();
                body.byte();
            }
            _ => return functions,
        }
    }
    functions
}

/// The names of functions, if this custom section is the name section.
fn function_names(mut body: Bytes) -> Option<BTreeMap<usize, String>> {
    const FUNCTIONS: u8 = 1;
    if body.text()? != "name" {
        return None;
    }
    let mut names = BTreeMap::new();
    while let Some((id, mut part)) = body.section() {
        if id != FUNCTIONS {
            continue;
        }
        for _ in 0..part.number()? {
            names.insert(part.number()?, part.text()?);
        }
    }
    Some(names)
}

/// The crate a function was written in, as far as its name tells: of `<T as leptos::View>::build`, that of the trait.
fn crate_of(name: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(name));
    let inside = name.trim_start_matches(['<', '&', '*', '(', '[']);
    let inside = ["mut ", "dyn ", "const "].iter().fold(inside, |name, word| name.strip_prefix(word).unwrap_or(name));
    let of_trait = || name.split_once(" as ").and_then(|(_, path)| first_of_path(path));
    first_of_path(inside).or_else(of_trait).unwrap_or("other").to_owned()
}

fn first_of_path(name: &str) -> Option<&str> {
    let end = name.find(|letter: char| !(letter.is_alphanumeric() || letter == '_'))?;
    let (word, rest) = name.split_at_checked(end)?;
    (!word.is_empty() && (rest.starts_with("::") || rest.starts_with('['))).then_some(word)
}

/// Bytes being read from the front.
#[derive(Clone, Copy)]
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// An unsigned LEB128 number.
    fn number(&mut self) -> Option<usize> {
        let (mut value, mut shift) = (0_usize, 0);
        loop {
            let byte = self.byte()?;
            value |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
    }

    fn take(&mut self, length: usize) -> Option<Bytes<'a>> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Bytes(taken))
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        self.take(length).map(|text| String::from_utf8_lossy(text.0).into_owned())
    }

    fn limits(&mut self) {
        let has_most = self.byte().is_some_and(|flags| flags & 1 == 1);
        self.number();
        if has_most {
            self.number();
        }
    }

    /// An id, a length, a body: the shape of sections and of parts of the name section.
    fn section(&mut self) -> Option<(u8, Bytes<'a>)> {
        let id = self.byte()?;
        let length = self.number()?;
        self.take(length).map(|body| (id, body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_is_read_from_the_name() {
        assert_eq!(crate_of("_ZN7hs_core6assess6assess17h0123456789abcdefE"), "hs_core");
        assert_eq!(crate_of("hs_core::assess::assess::h0123"), "hs_core");
        assert_eq!(crate_of("<alloc::vec::Vec<T> as core::fmt::Debug>::fmt"), "alloc");
        assert_eq!(crate_of("<&dyn leptos::Thing>::go"), "leptos");
        assert_eq!(crate_of("hs_core[1a2b]::assess"), "hs_core");
        assert_eq!(crate_of("<T as tachys::view::any_view::IntoAny>::into_any"), "tachys");
        assert_eq!(crate_of("memcpy"), "other");
    }

    #[test]
    fn a_module_cut_short_is_told_as_far_as_it_goes() {
        let wasm = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 10, 200];
        assert_eq!(sections(&wasm), "inside the wasm, raw bytes:");
        assert_eq!(crates(&wasm), "its code by crate, before wasm-opt:");
        assert!(sections(&[]).starts_with("inside"));
    }
}
