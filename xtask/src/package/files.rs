//! Which files are shipped, and where they come from.

use super::unusable;
use crate::paths;
use crate::stop::Stop;
use std::fs;
use std::path::Path;

/// What the element fetches, and the element itself. Their names are for ever: pages name them.
pub const ELEMENT: [&str; 8] = [
    "henvisningsstotte.js",
    "henvisningsstotte.css",
    "hs_engine.js",
    "hs_engine_bg.wasm",
    "icpc-2.txt",
    "words.nb.txt",
    "words.nn.txt",
    "words.en.txt",
];
/// The page for frames. Its style sheet is the stand-alone page's too.
const FRAME: [&str; 4] = ["frame.html", "frame.js", "frame-origins.json", "page.css"];
/// What is only of the stand-alone page.
const PAGE: [&str; 5] = ["index.html", "page.js", "icon.svg", "sw.js", "manifest.webmanifest"];
/// What is written by hand: where it stands in the project, and what it is called in the package.
const BESIDE: [(&str, &str); 6] = [
    ("src/embed/index.d.ts", "index.d.ts"),
    ("src/embed/custom-elements.json", "custom-elements.json"),
    ("docs/integrators.md", "README.md"),
    ("CHANGELOG.md", "CHANGELOG.md"),
    ("CHANGELOG-content.md", "CHANGELOG-content.md"),
    ("LICENSE", "LICENSE"),
];

/// Copies all of them.
pub fn copy(dist: &Path, folder: &Path) -> Result<(), Stop> {
    let built = names(dist)?;
    let has_place = |name: &str| ELEMENT.contains(&name) || FRAME.contains(&name) || PAGE.contains(&name);
    if let Some(strange) = built.iter().find(|name| !has_place(name)) {
        return Err(Stop::because(
            format!("{} holds {strange}, which is neither the element's nor the page's", dist.display()),
            "give it a place in ELEMENT, FRAME or PAGE in xtask/src/package/files.rs",
        ));
    }
    if let Some(missing) = ELEMENT.iter().chain(&FRAME).find(|name| !built.iter().any(|one| one == *name)) {
        return Err(Stop::because(format!("{} holds no {missing}", dist.display()), "run `cargo xtask build`"));
    }
    let from_dist = ELEMENT.iter().chain(&FRAME).map(|name| (dist.join(name), *name));
    let by_hand = BESIDE.iter().map(|(place, name)| (paths::project().join(place), *name));
    for (from, name) in from_dist.chain(by_hand) {
        fs::copy(&from, folder.join(name))
            .map_err(|error| Stop::because(format!("{} cannot be copied: {error}", from.display()), "take it back from git"))?;
    }
    Ok(())
}

/// The names in a folder, in order.
pub fn names(folder: &Path) -> Result<Vec<String>, Stop> {
    let entries = fs::read_dir(folder).map_err(|error| unusable(folder, &error))?;
    let mut names: Vec<String> = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::env;
    use std::path::PathBuf;

    fn folders(name: &str, files: &[&str]) -> (PathBuf, PathBuf) {
        let home = env::temp_dir().join(format!("hs-package-{name}-{}", std::process::id()));
        let (dist, folder) = (home.join("dist"), home.join("package"));
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(&dist).unwrap();
        fs::create_dir_all(&folder).unwrap();
        files.iter().for_each(|file| fs::write(dist.join(file), file).unwrap());
        (dist, folder)
    }

    #[test]
    fn the_element_is_shipped_and_the_page_is_not() {
        let (dist, folder) = folders("whole", &[ELEMENT.as_slice(), FRAME.as_slice(), PAGE.as_slice()].concat());
        copy(&dist, &folder).unwrap();
        let shipped = names(&folder).unwrap();
        assert!(
            ELEMENT.iter().chain(&FRAME).chain(&["README.md", "index.d.ts", "LICENSE"]).all(|name| shipped.iter().any(|one| one == name))
        );
        assert!(!shipped.iter().any(|name| PAGE.contains(&name.as_str())), "{shipped:?}");
    }

    #[test]
    fn a_file_without_a_place_and_a_missing_one_are_named() {
        let (dist, folder) = folders("strange", &[ELEMENT.as_slice(), FRAME.as_slice(), &["later.txt"]].concat());
        assert!(copy(&dist, &folder).unwrap_err().to_string().contains("later.txt"));
        let (dist, folder) = folders("short", ELEMENT.get(1..).unwrap());
        assert!(copy(&dist, &folder).unwrap_err().to_string().contains("no henvisningsstotte.js"));
    }
}
