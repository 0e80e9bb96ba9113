//! What the worker of the stand-alone page keeps: every file of the page by name and hash, and a version made of them all.

use crate::package::hash;
use crate::paths;
use crate::stop::Stop;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// The worker as written by hand, with two lines to be filled in.
const WORKER: &str = "src/alone/sw.js";
const VERSION: &str = "const VERSION = '';\n";
const FILES: &str = "const FILES = [];\n";

/// Fills in the worker of a built page. Done last: it names the files as they are.
pub fn fill(dist: &Path) -> Result<(), Stop> {
    let worker = paths::project().join(WORKER);
    let template = fs::read_to_string(&worker).map_err(|error| unusable(&worker, &error))?;
    let mut files = Vec::new();
    for name in names(dist)? {
        let file = dist.join(&name);
        let bytes = fs::read(&file).map_err(|error| unusable(&file, &error))?;
        files.push((name, hash(&bytes)));
    }
    let filled = filled(&template, &files).ok_or_else(|| {
        let sentence = format!("{} does not hold `{}` and `{}`, each on a line of its own", worker.display(), VERSION.trim(), FILES.trim());
        Stop::because(sentence, "take it back from git, or change xtask/src/build/offline.rs with it")
    })?;
    let built = dist.join("sw.js");
    fs::write(&built, filled).map_err(|error| unusable(&built, &error))
}

/// The files of the page but the worker itself, in order. The page for frames is not its business.
fn names(dist: &Path) -> Result<Vec<String>, Stop> {
    let entries = fs::read_dir(dist).map_err(|error| unusable(dist, &error))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name != "sw.js" && !name.starts_with("frame"))
        .collect();
    names.sort();
    Ok(names)
}

/// The worker with its files and version; none when a line is missing.
fn filled(template: &str, files: &[(String, String)]) -> Option<String> {
    let mut list = "const FILES = [\n".to_owned();
    let mut all = String::new();
    for (name, hash) in files {
        // The page is asked for by its folder, where hosts agree. It may be edited by whoever serves it, so it may be another.
        let _ = match name.as_str() {
            "index.html" => writeln!(list, "  ['./'],"),
            name => writeln!(list, "  ['{name}', '{hash}'],"),
        };
        let _ = writeln!(all, "{name} {hash}");
    }
    list.push_str("];\n");
    // A worker that does another thing with the same files is another version too.
    all.push_str(template);
    let version: String = hash(all.as_bytes()).chars().filter(char::is_ascii_alphanumeric).skip("sha384".len()).take(12).collect();
    let one = |text: &str| template.matches(text).count() == 1;
    (one(VERSION) && one(FILES)).then(|| template.replace(VERSION, &format!("const VERSION = '{version}';\n")).replace(FILES, &list))
}

fn unusable(what: &Path, error: &std::io::Error) -> Stop {
    Stop::because(format!("{} cannot be used: {error}", what.display()), "run `cargo xtask build` again and see what Trunk says")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worker(files: &[(&str, &str)]) -> Option<String> {
        let files: Vec<_> = files.iter().map(|(name, hash)| ((*name).to_owned(), (*hash).to_owned())).collect();
        filled("// Why.\nconst VERSION = '';\nconst FILES = [];\nrest\n", &files)
    }

    #[test]
    fn another_file_is_another_version() {
        let version = |files: &[(&str, &str)]| worker(files).unwrap().lines().nth(1).unwrap().to_owned();
        let one = version(&[("a.js", "sha384-x")]);
        assert_eq!(one.len(), "const VERSION = '123456789012';".len(), "{one}");
        assert_eq!(one, version(&[("a.js", "sha384-x")]));
        assert_ne!(one, version(&[("a.js", "sha384-y")]));
        assert_ne!(one, version(&[("a.js", "sha384-x"), ("b.js", "sha384-x")]));
    }

    #[test]
    fn the_page_stands_by_its_folder_and_may_be_edited() {
        let worker = worker(&[("a.js", "sha384-x"), ("index.html", "sha384-y")]).unwrap();
        assert!(worker.contains("const FILES = [\n  ['a.js', 'sha384-x'],\n  ['./'],\n];\nrest\n"), "{worker}");
    }

    #[test]
    fn a_worker_without_its_two_lines_is_none() {
        assert_eq!(filled("const VERSION = '';\n", &[]), None);
        assert_eq!(filled("const FILES = [];\n", &[]), None);
    }

    #[test]
    fn the_worker_of_the_project_can_be_filled() {
        let template = fs::read_to_string(paths::project().join(WORKER)).unwrap();
        assert!(filled(&template, &[]).is_some());
    }
}
