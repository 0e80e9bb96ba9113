//! One style sheet from the files in `style/`, in a fixed order, without comments and indentation.

use crate::stop::Stop;
use std::fs;
use std::path::Path;

/// What the element's sheet is made of, in the order of the cascade.
const ELEMENT: [&str; 6] = ["tokens.css", "base.css", "layout.css", "question.css", "findings.css", "summary.css"];
/// Sheets with a use of their own: the page around the element.
const APART: [&str; 1] = ["page.css"];

/// The element's sheet.
pub fn sheet(folder: &Path) -> Result<String, Stop> {
    let unreadable =
        |what: &Path, error: std::io::Error| Stop::because(format!("{} cannot be read: {error}", what.display()), "take it back from git");
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, error))? {
        let name = entry.map_err(|error| unreadable(folder, error))?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".css") && !ELEMENT.contains(&name.as_str()) && !APART.contains(&name.as_str()) {
            let place = "give it a place in ELEMENT or APART in xtask/src/bake/style.rs";
            return Err(Stop::because(format!("style/{name} is not part of any sheet"), place));
        }
    }
    let mut sheet = String::new();
    for name in ELEMENT {
        let file = folder.join(name);
        let text = fs::read_to_string(&file).map_err(|error| unreadable(&file, error))?;
        sheet.push_str(&without_air(&text));
    }
    Ok(sheet)
}

/// Leaves comments, indentation and empty lines out. Everything else stands: no cleverness, nothing to go wrong.
fn without_air(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_rules_stay() {
        let css = "/* Why. */\n.a {\n  color: red; /* here */\n}\n\n/* two\n lines */\n.b::after { content: \"x y\"; }\n";
        assert_eq!(without_air(css), ".a {\ncolor: red;\n}\n.b::after { content: \"x y\"; }\n");
    }
}
