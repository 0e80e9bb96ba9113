//! The functions of the module in an order in which those that resemble each other stand together: what they share is then near,
//! and compression finds it. That is worth 2.5 kB on the wire, and changes nothing that the module does.

use super::inside;
use std::collections::BTreeMap;

/// How many bytes in a row are compared.
const RUN: usize = 4;
/// With how many functions before it the next one is compared.
const BEFORE: usize = 3;
/// Bytes added to the length of each, so that the shortest do not all come first.
const LENGTHENED: usize = 20;

/// The module with a name for each function that tells its place: `wasm-opt --reorder-functions-by-name` puts it there.
pub fn with_names_in_order(wasm: &[u8]) -> Vec<u8> {
    let bodies = inside::bodies(wasm);
    let imported = inside::imported(wasm);
    let mut names = Vec::new();
    for (place, function) in by_likeness(&bodies).into_iter().enumerate() {
        names.push((imported + function, format!("f{place:05}")));
    }
    names.sort();
    let mut list = number(names.len());
    for (function, name) in names {
        list.extend(number(function));
        list.extend(number(name.len()));
        list.extend(name.as_bytes());
    }
    let mut section = b"\x04name\x01".to_vec();
    section.extend(number(list.len()));
    section.extend(list);
    let mut named = wasm.to_vec();
    named.push(0);
    named.extend(number(section.len()));
    named.extend(section);
    named
}

/// The longest first, then always the one that shares most with the few before it, for its length.
fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let runs = shared_runs(bodies);
    let count = runs.iter().flatten().max().map_or(0, |last| last + 1);
    let length = |function: usize| bodies.get(function).map_or(0, |body| body.len());
    let mut left: Vec<usize> = (0..bodies.len()).collect();
    let mut order = Vec::new();
    let mut next = left.iter().copied().max_by_key(|function| (length(*function), std::cmp::Reverse(*function)));
    while let Some(function) = next {
        left.retain(|one| *one != function);
        order.push(function);
        let mut near = vec![false; count];
        for run in order.iter().rev().take(BEFORE).filter_map(|before| runs.get(*before)).flatten() {
            if let Some(mark) = near.get_mut(*run) {
                *mark = true;
            }
        }
        let likeness = |function: usize| {
            let of_function = runs.get(function).map_or([].as_slice(), Vec::as_slice);
            let shared = of_function.iter().filter(|run| near.get(**run) == Some(&true)).count();
            // In millionths: whole numbers compare the same on every machine.
            shared * 1_000_000 / (length(function) + LENGTHENED)
        };
        next = left.iter().copied().max_by_key(|one| (likeness(*one), std::cmp::Reverse(*one)));
    }
    order
}

/// For each function the runs of bytes that another has too, by number, each once.
fn shared_runs(bodies: &[&[u8]]) -> Vec<Vec<usize>> {
    let runs = |body: &[u8]| {
        let mut runs: Vec<Vec<u8>> = body.windows(RUN).map(<[u8]>::to_vec).collect();
        runs.sort();
        runs.dedup();
        runs
    };
    let all: Vec<Vec<Vec<u8>>> = bodies.iter().map(|body| runs(body)).collect();
    let mut known: BTreeMap<&[u8], (usize, usize)> = BTreeMap::new();
    for run in all.iter().flatten() {
        let number = known.len();
        known.entry(run).or_insert((number, 0)).1 += 1;
    }
    let of = |run: &Vec<u8>| known.get(run.as_slice()).filter(|(_, functions)| *functions > 1).map(|(number, _)| *number);
    all.iter().map(|runs| runs.iter().filter_map(of).collect()).collect()
}

/// A number as the module writes it: seven bits a byte, lowest first.
fn number(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number >= 0x80 {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_alike_stands_together_and_nothing_is_lost() {
        let bodies: [&[u8]; 5] = [b"abcdefghij-the-longest-of-all", b"0123456789", b"abcdefghij-the", b"0123456789!", b"nothing like them"];
        assert_eq!(by_likeness(&bodies), [0, 2, 1, 3, 4]);
        assert_eq!(by_likeness(&[]), [0_usize; 0]);
        let short: [&[u8]; 3] = [b"", b"a", b"ab"];
        assert_eq!(by_likeness(&short), [2, 0, 1]);
    }

    #[test]
    fn each_function_is_named_after_its_place() {
        // One function imported, two of its own.
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([2, 7, 1, 1, b'a', 1, b'b', 0, 0]);
        wasm.extend([10, 9, 2, 2, 0, 0x0b, 4, 0, 0x41, 1, 0x0b]);
        let named = with_names_in_order(&wasm);
        let name = |place: u8| [b"\x06f0000".as_slice(), &[b'0' + place]].concat();
        let expected = [b"\x04name\x01\x11\x02\x01".as_slice(), &name(1), b"\x02", &name(0)].concat();
        assert!(named.starts_with(&wasm));
        assert_eq!(named.get(wasm.len() + 2..), Some(expected.as_slice()));
    }
}
