//! The house rules: who may know whom, and what every file looks like.

#![allow(clippy::string_slice, reason = "a test may stop")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test may stop")]

mod support;

use support::sources;
use support::sources::root;

/// Rust files under these folders, by path from the project's folder.
fn files(parts: &[&str]) -> Vec<(String, String)> {
    sources::files(parts, &["rs"])
}

fn report(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The code without comments and without its unit tests.
fn code(text: &str) -> String {
    let text = text.split("#[cfg(test)]").next().unwrap_or("");
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The rooms in order: each may use itself and those before it.
const ROOMS: [&str; 7] = ["json", "rulebook", "answers", "starts", "assess", "summary", "export"];

#[test]
fn rooms_are_entered_one_way_only() {
    let mut wrong = Vec::new();
    for (name, text) in files(&["core/src"]) {
        let Some(own) = name.strip_prefix("core/src/").and_then(|rest| rest.split(['/', '.']).next()) else { continue };
        // The content room reads everything and is used by none; lib.rs names them all.
        let Some(place) = ROOMS.iter().position(|room| *room == own) else { continue };
        let code = code(&text);
        for other in ROOMS.iter().skip(place + 1).chain(&["content"]) {
            if code.contains(&format!("crate::{other}")) || code.contains(&format!("crate::{{{other}")) {
                wrong.push(format!("{name} uses `{other}`"));
            }
        }
        if code.contains("use crate::{") {
            wrong.push(format!("{name}: name the room in the path, so that the way can be seen"));
        }
    }
    report(&wrong);
}

#[test]
fn the_mind_knows_no_browser_and_no_clock() {
    let mut wrong = Vec::new();
    for (name, text) in files(&["core/src"]) {
        let code = code(&text);
        for foreign in [
            "leptos",
            "web_sys",
            "wasm_bindgen",
            "js_sys",
            "gloo",
            "std::time",
            "Zoned::now",
            "Timestamp::now",
            "HashMap",
            "HashSet",
            "std::env",
            "rand::",
        ] {
            if code.contains(foreign) {
                wrong.push(format!("{name} uses `{foreign}`"));
            }
        }
        let reads_files = name.starts_with("core/src/content/");
        if code.contains("std::fs") && !reads_files {
            wrong.push(format!("{name} reads files"));
        }
    }
    let manifest = std::fs::read_to_string(root().join("core/Cargo.toml")).expect("a manifest");
    for foreign in ["leptos", "web-sys", "wasm-bindgen", "js-sys", "gloo"] {
        if manifest.contains(foreign) {
            wrong.push(format!("core/Cargo.toml names `{foreign}`"));
        }
    }
    report(&wrong);
}

/// Only behind the feature `authoring`, never in the wasm.
const AUTHORING: [&str; 2] = ["core/src/content/", "core/src/rulebook/diagram/build.rs"];

#[test]
fn nothing_in_the_wasm_is_sorted_or_kept_in_a_map() {
    // The code of a sort and of a map is made anew for every type: together they were an eighth of the download. Lists are
    // built in order, sets of questions are bits, texts by id are a list.
    let mut wrong = Vec::new();
    for (name, text) in files(&["core/src"]) {
        if AUTHORING.iter().any(|place| name.starts_with(place)) {
            continue;
        }
        let code = code(&text);
        for heavy in [".sort", "BTree"] {
            if code.contains(heavy) {
                wrong.push(format!("{name} uses `{heavy}`"));
            }
        }
    }
    report(&wrong);
}

#[test]
fn no_library_reads_or_writes_json_in_the_wasm() {
    let mut wrong = Vec::new();
    for (name, text) in files(&["core/src", "src"]) {
        if AUTHORING.iter().any(|place| name.starts_with(place)) || name.ends_with("/tests.rs") {
            continue;
        }
        if code(&text).contains("serde") {
            wrong.push(format!("{name} uses serde: `hs_core::json` is a fraction of the download"));
        }
    }
    report(&wrong);
}

#[test]
fn every_file_says_what_it_is_for() {
    let all = files(&["core/src", "core/tests", "src", "xtask/src"]);
    assert!(all.len() > 40, "only {} files", all.len());
    let wrong: Vec<String> =
        all.iter().filter(|(_, text)| !text.starts_with("//!")).map(|(name, _)| format!("{name} does not begin with //!")).collect();
    report(&wrong);
}

#[test]
fn files_can_be_read_in_one_sitting() {
    let all = files(&["core/src", "core/tests", "src", "xtask/src"]);
    let long = all.iter().map(|(name, text)| (name, text.lines().count())).filter(|(_, lines)| *lines > 400);
    report(&long.map(|(name, lines)| format!("{name} has {lines} lines")).collect::<Vec<_>>());
}

#[test]
fn nothing_is_drawn_by_views_or_with_style_attributes() {
    let mut wrong = Vec::new();
    for (name, text) in files(&["src"]) {
        let code = code(&text);
        // Leptos sets static subtrees of views by innerHTML, which Trusted Types forbids, and makes the code of each anew.
        if code.contains("view!") {
            wrong.push(format!("{name}: a view"));
        }
        // `style=` is an attribute, which a strict policy refuses; `style:name=` is a property.
        for found in [" style=", " style =", "inner_html", "set_inner_html", "outer_html"] {
            if code.contains(found) {
                wrong.push(format!("{name}: `{}`", found.trim()));
            }
        }
    }
    report(&wrong);
}

#[test]
fn nothing_is_left_to_do_or_skipped() {
    // Said in two parts, so that this file is not found itself.
    let marks = [["TO", "DO"], ["FIX", "ME"], ["XX", "X"], ["#[ign", "ore"], ["todo", "!("], ["dbg", "!("], ["unimplemented", "!("]]
        .map(|parts| parts.concat());
    let mut wrong = Vec::new();
    for (name, text) in files(&["core", "src", "xtask/src"]) {
        for mark in marks.iter().filter(|mark| text.contains(mark.as_str())) {
            wrong.push(format!("{name}: {mark}"));
        }
    }
    report(&wrong);
}
