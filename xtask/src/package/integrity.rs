//! What each file must be: a hash of each, and the script tag that a page can copy.

use super::{files, unusable};
use crate::stop::Stop;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha384};
use std::fs;
use std::path::Path;

/// The list of hashes.
pub const FILE: &str = "integrity.json";
/// The tag.
pub const TAG_FILE: &str = "script-tag.html";

/// The hash of each of the element's files, as the attribute `integrity` of a page takes it.
pub fn of(folder: &Path, version: &str) -> Result<String, Stop> {
    let mut hashes = Map::new();
    // The page for frames and its origins are written by whoever deploys.
    for name in files::ELEMENT.into_iter().chain(["frame.js", "page.css"]) {
        hashes.insert(name.to_owned(), hash_of(&folder.join(name))?.into());
    }
    let list = json!({ "name": super::NAME, "version": version, "content": content(folder)?, "files": Value::Object(hashes) });
    Ok(format!("{list:#}\n"))
}

/// The tag for a page, with the hash of the script it names. Where the folder lies is for the page to say.
pub fn tag(folder: &Path, version: &str) -> Result<String, Stop> {
    let (name, script) = (super::NAME, "henvisningsstotte.js");
    let hash = hash_of(&folder.join(script))?;
    Ok(format!("<script type=\"module\" src=\"{name}-{version}/{script}\" integrity=\"{hash}\" crossorigin=\"anonymous\"></script>\n"))
}

/// Edition and fingerprint of the content that was built, as the words say it themselves.
fn content(folder: &Path) -> Result<String, Stop> {
    let words = folder.join("words.nb.txt");
    let text = fs::read_to_string(&words).map_err(|error| unusable(&words, &error))?;
    let edition = text.split_whitespace().next().unwrap_or_default();
    Ok(edition.to_owned())
}

fn hash_of(file: &Path) -> Result<String, Stop> {
    fs::read(file).map(|bytes| hash(&bytes)).map_err(|error| unusable(file, &error))
}

/// As the browsers write it.
pub fn hash(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_as_browsers_read_it() {
        // `printf '' | openssl dgst -sha384 -binary | base64`
        assert_eq!(hash(b""), "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb");
    }
}
