//! What takes the space inside the wasm: its sections, and its code by crate where names are left.

use std::collections::BTreeMap;
use std::fmt::Write as _;

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const CODE: u8 = 10;
const SHOWN: usize = 12;

/// A table of the sections, and of the crates if the module has a name section.
pub fn report(wasm: &[u8]) -> String {
    let mut out = "inside the wasm, raw bytes:".to_owned();
    let mut rest = Bytes(wasm.get(8..).unwrap_or_default());
    let mut code = Vec::new();
    let mut names = BTreeMap::new();
    let mut imported = 0;
    while let Some((id, body)) = rest.section() {
        let _ = write!(out, "\n  {:<12} {:>8}", section_name(id), body.0.len());
        match id {
            IMPORT => imported = functions_imported(body),
            CODE => code = function_sizes(body),
            CUSTOM => names.extend(function_names(body).unwrap_or_default()),
            _ => {}
        }
    }
    let mut by_crate: BTreeMap<String, usize> = BTreeMap::new();
    for (index, size) in code.iter().enumerate() {
        if let Some(name) = names.get(&(imported + index)) {
            *by_crate.entry(crate_of(name)).or_default() += size;
        }
    }
    let mut crates: Vec<(String, usize)> = by_crate.into_iter().collect();
    crates.sort_by_key(|(name, size)| (std::cmp::Reverse(*size), name.clone()));
    for (name, size) in crates.iter().take(SHOWN) {
        let _ = write!(out, "\n    {name:<22} {size:>8}");
    }
    out
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

fn function_sizes(mut body: Bytes) -> Vec<usize> {
    let count = body.number().unwrap_or(0);
    let mut sizes = Vec::new();
    for _ in 0..count {
        let Some(size) = body.number() else { break };
        body.take(size);
        sizes.push(size);
    }
    sizes
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

/// The crate a function was written in, as far as its name tells. Mangled, or as wasm-bindgen wrote it out.
fn crate_of(name: &str) -> String {
    let name = name.trim_start_matches(|letter: char| letter == '_' || letter == '<' || letter == '&' || letter.is_ascii_digit());
    let name = name.strip_prefix("dyn ").unwrap_or(name);
    let end = name.find(|letter: char| !(letter.is_alphanumeric() || letter == '_')).unwrap_or(name.len());
    let word = name.get(..end).unwrap_or_default();
    if name.get(end..).is_some_and(|rest| rest.starts_with("::") || rest.starts_with('[')) && !word.is_empty() {
        word.to_owned()
    } else {
        "other".to_owned()
    }
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
        assert_eq!(crate_of("hs_core::assess::assess::h0123"), "hs_core");
        assert_eq!(crate_of("<alloc::vec::Vec<T> as core::fmt::Debug>::fmt"), "alloc");
        assert_eq!(crate_of("<&dyn leptos::Thing>::go"), "leptos");
        assert_eq!(crate_of("hs_core[1a2b]::assess"), "hs_core");
        assert_eq!(crate_of("memcpy"), "other");
    }

    #[test]
    fn a_module_cut_short_is_told_as_far_as_it_goes() {
        let wasm = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 10, 200];
        assert!(report(&wasm).contains("types               4"));
        assert!(report(&[]).starts_with("inside"));
    }
}
