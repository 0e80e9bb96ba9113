//! The notices of everything of others that is in the shipped files: the crates in the wasm, Rust's own library, the code list and
//! the colours. The texts are those that lie in the parts' own folders.

use super::unusable;
use crate::stop::Stop;
use crate::{paths, run};
use serde::Deserialize;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The notices.
pub const FILE: &str = "THIRD-PARTY-LICENSES.txt";
/// The parts that came from npm, and which file holds something of them.
const FROM_NPM: [(&str, &str); 2] = [
    ("@navikt/diagnosekoder", "icpc-2.txt holds its list of ICPC-2"),
    ("@digdir/designsystemet-theme", "henvisningsstotte.css takes colours from it, for pages that do not bring the theme themselves"),
];
const HEAD: &str = "\
Notices of what others have made and is in these files.

henvisningsstotte itself is under the MIT licence (LICENSE).


THE CODE SYSTEMS

icpc-2.txt is the list of ICPC-2 with its Norwegian texts. It was taken from the npm package @navikt/diagnosekoder, which is under the
MIT licence and takes the list from Helsedirektoratet. The engine holds beginnings of codes of ICD-10, to tell what a code is about; it
holds no list of ICD-10 and none of its texts.
Which licences the code systems ICPC-2 and ICD-10 themselves carry is UNKNOWN to us: the licence of the npm package is a licence for the
package. Ask whoever answers for the code systems in Norway before you publish a copy of icpc-2.txt. Without that file the form works;
codes are then typed as they are.
";
const RUST: &str = "\
RUST'S OWN LIBRARY

hs_engine_bg.wasm holds parts of Rust's standard library, Copyright (c) The Rust Project Contributors, under MIT OR Apache-2.0, taken here
under MIT: the terms are in LICENSE, but for the name. The parts of others in the library are named in COPYRIGHT-library.html, which comes
with the compiler. It was this compiler:
";
const CRATES: &str = "\
CRATES

hs_engine_bg.wasm is made of these crates, and hs_engine.js is written by wasm-bindgen. Where a crate may be taken under several
licences, it is taken under MIT. Crates that only run while building (macros) are not listed.
";

/// A part with its licence.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Part {
    name: String,
    version: String,
    licence: String,
    authors: String,
    folder: PathBuf,
}

/// What `cargo metadata` tells, as far as it is read.
#[derive(Debug, Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Debug, Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    #[serde(default)]
    authors: Vec<String>,
    manifest_path: PathBuf,
    source: Option<String>,
}

/// All of them, as one text.
pub fn notices() -> Result<String, Stop> {
    let mut out = HEAD.to_owned();
    out.push_str("\n\nPARTS FROM NPM\n");
    for (name, what) in FROM_NPM {
        let part = from_npm(name)?;
        let _ = write!(out, "\n{} {} ({})\n{what}.\n", part.name, part.version, part.licence);
        add_texts(&mut out, &texts(&part)?, &part);
    }
    let _ = write!(out, "\n\n{RUST}");
    let _ = writeln!(out, "\n{}", run::output(run::program("rustc").arg("--version")).unwrap_or_default().trim());
    let _ = write!(out, "\n\n{CRATES}");
    for (text, parts) in by_text(&crates()?)? {
        out.push('\n');
        for part in &parts {
            let _ = writeln!(out, "{} {} ({})", part.name, part.version, part.licence);
        }
        match (text, parts.first()) {
            (None, Some(part)) => add_texts(&mut out, &[], part),
            (Some(text), _) => add_text(&mut out, &text),
            (None, None) => {}
        }
    }
    Ok(out)
}

fn add_texts(out: &mut String, texts: &[String], part: &Part) {
    texts.iter().for_each(|text| add_text(out, text));
    if texts.is_empty() {
        // MIT asks for its text to go along: it stands once, in the licence of the package itself.
        let by = if part.authors.is_empty() { String::new() } else { format!(" Its authors: {}.", part.authors) };
        let terms = if may_be_mit(&part.licence) { "The terms of MIT are in LICENSE, but for the name." } else { "Ask its authors." };
        let _ = writeln!(out, "\n    No licence text lies in its source.{by} {terms}");
    }
}

fn add_text(out: &mut String, text: &str) {
    out.push('\n');
    for line in text.trim().lines() {
        let _ = writeln!(out, "{}", format!("    {line}").trim_end());
    }
}

/// A licence text, and the parts that carry it.
type Same<'a> = (Option<String>, Vec<&'a Part>);

/// Parts that carry the same text stand together: `None` has none, and one part each, since its authors are told.
fn by_text(parts: &[Part]) -> Result<Vec<Same<'_>>, Stop> {
    let mut groups: Vec<Same<'_>> = Vec::new();
    for part in parts {
        let texts = texts(part)?;
        let text = (!texts.is_empty()).then(|| texts.join("\n\n"));
        match groups.iter_mut().find(|(known, _)| text.is_some() && *known == text) {
            Some((_, same)) => same.push(part),
            None => groups.push((text, vec![part])),
        }
    }
    Ok(groups)
}

/// The licence texts in a part's folder: that of MIT where it may be taken under it, otherwise all.
fn texts(part: &Part) -> Result<Vec<String>, Stop> {
    let names = super::files::names(&part.folder)?;
    let begins =
        |name: &str| ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"].iter().any(|start| name.to_uppercase().starts_with(start));
    let all: Vec<&String> = names.iter().filter(|name| begins(name) && part.folder.join(name).is_file()).collect();
    let mit: Vec<&String> = all.iter().copied().filter(|name| may_be_mit(&part.licence) && name.to_uppercase().contains("MIT")).collect();
    let wanted = if mit.is_empty() { all } else { mit };
    let read = |name: &String| {
        let file = part.folder.join(name);
        fs::read_to_string(&file).map_err(|error| unusable(&file, &error))
    };
    wanted.into_iter().map(read).collect()
}

/// Whether a licence expression lets one choose MIT alone.
fn may_be_mit(licence: &str) -> bool {
    !licence.contains("AND") && licence.split([' ', '/', '(', ')']).any(|word| word == "MIT")
}

/// The crates of the wasm, without those that only run while building.
fn crates() -> Result<Vec<Part>, Stop> {
    let told = cargo(&["metadata", "--format-version", "1", "--locked", "--filter-platform", "wasm32-unknown-unknown"])?;
    let metadata: Metadata = serde_json::from_str(&told)
        .map_err(|error| Stop::because(format!("`cargo metadata` tells in another form: {error}"), "see xtask/src/package/licences.rs"))?;
    let wasm = ["--target", "wasm32-unknown-unknown", "--package", "henvisningsstotte"];
    // `metadata` knows the crates of the whole project with all features; only `tree` knows those of the wasm.
    let plain = ["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}", "--no-dedupe"];
    let tree = cargo(&[&["tree", "--locked"], wasm.as_slice(), plain.as_slice()].concat())?;
    let used = in_tree(&tree);
    let is_used = |package: &&Package| used.iter().any(|(name, version)| *name == package.name && *version == package.version);
    let mut parts: Vec<Part> = Vec::new();
    for package in metadata.packages.iter().filter(|package| package.source.is_some()).filter(is_used) {
        let licence = package.license.clone().ok_or_else(|| {
            let remedy = "find out under which licence it is, or do without it";
            Stop::because(format!("the crate {} {} names no licence", package.name, package.version), remedy)
        })?;
        parts.push(Part {
            name: package.name.clone(),
            version: package.version.clone(),
            licence,
            authors: package.authors.join(", "),
            folder: package.manifest_path.parent().map(Path::to_path_buf).unwrap_or_default(),
        });
    }
    parts.sort_by(|a, b| a.name.cmp(&b.name));
    if parts.is_empty() {
        Err(Stop::because("`cargo tree` names no crates of the wasm", "see xtask/src/package/licences.rs"))
    } else {
        Ok(parts)
    }
}

/// Names and versions in what `cargo tree` tells: `slab v0.4.12`, and our own with their folder behind.
fn in_tree(tree: &str) -> Vec<(&str, &str)> {
    tree.lines()
        .filter_map(|line| {
            let (name, rest) = line.split_once(" v")?;
            Some((name, rest.split(' ').next()?))
        })
        .collect()
}

fn cargo(words: &[&str]) -> Result<String, Stop> {
    let mut command = run::cargo();
    command.args(words);
    run::output(&mut command)
        .ok_or_else(|| Stop::because(format!("{} did not pass", run::shown(&command)), "run it by hand and see what it says"))
}

/// What an npm package says of itself.
fn from_npm(name: &str) -> Result<Part, Stop> {
    #[derive(Deserialize)]
    struct Told {
        version: String,
        license: String,
    }
    let folder = paths::project().join("node_modules").join(name);
    let file = folder.join("package.json");
    let remedy = "run `npm ci`, or `cargo xtask package`, which does";
    let text = fs::read_to_string(&file).map_err(|error| Stop::because(format!("{} cannot be read: {error}", file.display()), remedy))?;
    let told: Told = serde_json::from_str(&text)
        .map_err(|error| Stop::because(format!("{} does not tell version and licence: {error}", file.display()), remedy))?;
    Ok(Part { name: name.to_owned(), version: told.version, licence: told.license, authors: String::new(), folder })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mit_is_chosen_only_where_it_may_be_chosen_alone() {
        assert!(may_be_mit("MIT") && may_be_mit("MIT/Apache-2.0") && may_be_mit("Unlicense OR MIT"));
        assert!(!may_be_mit("Zlib") && !may_be_mit("(MIT OR Apache-2.0) AND Unicode-3.0"));
    }

    #[test]
    fn a_tree_gives_names_and_versions() {
        let tree = "henvisningsstotte v0.1.0 (/somewhere)\nslab v0.4.12\n\ntoml v1.2.1+spec-1.1.0 (*)\n";
        assert_eq!(in_tree(tree), [("henvisningsstotte", "0.1.0"), ("slab", "0.4.12"), ("toml", "1.2.1+spec-1.1.0")]);
    }
}
