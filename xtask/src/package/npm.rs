//! `package.json`: what npm, bundlers and editors read of the package.

use super::{files, integrity};
use crate::stop::Stop;
use std::path::Path;

/// What the package is, with every file that lies in its folder. Written line by line: among the conditions of an export the
/// first that fits counts, so the order must stand as it is.
pub fn description(folder: &Path, version: &str) -> Result<String, Stop> {
    let name = super::NAME;
    // Each by its name: what is not named here is nobody's to lean on.
    let beside = ["custom-elements.json", integrity::FILE, "package.json"];
    let exported = files::ELEMENT.iter().chain(&beside).map(|name| format!("    \"./{name}\": \"./{name}\""));
    // `package.json` itself is always part of a package.
    let shipped = files::names(folder)?.into_iter().filter(|name| name != "package.json").map(|name| format!("    \"{name}\""));
    let (exported, shipped) = (lines(exported), lines(shipped));
    Ok(format!(
        r#"{{
  "name": "{name}",
  "version": "{version}",
  "description": "A custom element that helps a doctor write a good referral to rehabilitation in Norway. It runs in the browser alone.",
  "license": "MIT",
  "keywords": ["custom-element", "web-component", "webassembly", "referral", "rehabilitation", "norway"],
  "type": "module",
  "exports": {{
    ".": {{ "types": "./index.d.ts", "default": "./henvisningsstotte.js" }},
{exported}
  }},
  "types": "./index.d.ts",
  "customElements": "custom-elements.json",
  "sideEffects": ["./henvisningsstotte.js", "./hs_engine.js"],
  "files": [
{shipped}
  ]
}}
"#
    ))
}

fn lines(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join(",\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn types_are_found_before_the_script() {
        let written = description(Path::new(env!("CARGO_MANIFEST_DIR")), "1.2.3").unwrap();
        let read: Value = serde_json::from_str(&written).unwrap();
        assert_eq!(read.get("version").unwrap(), "1.2.3");
        assert!(written.find("\"types\": \"./index.d.ts\", \"default\"").is_some());
        assert!(read.pointer("/exports/.~1hs_engine_bg.wasm").is_some());
    }
}
