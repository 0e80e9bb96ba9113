//! What changed between two editions of the content, in Norwegian, and which outcomes changed with it.

mod causes;
mod conditions;
mod labels;
mod order;
mod outcomes;
mod records;
mod replay;
mod told;
mod values;

pub use labels::{has_a_kind, has_a_label};

use super::patient::{self, Patient};
use super::problem::Problem;
use super::{Content, load};
use std::path::Path;

/// An edition with its whole patients, and its files as written.
pub struct Edition {
    /// The content.
    pub content: Content,
    /// Name and patient of each case file.
    pub patients: Vec<(String, Patient)>,
    /// The case files that cannot be read with this content, by name.
    unread: Vec<String>,
    /// Path from the content folder and text of each file, in order. The templates are not among them.
    files: Vec<(String, String)>,
}

impl Edition {
    /// Reads the edition in this content folder. It need not be in order, but must read.
    ///
    /// # Errors
    /// Every problem that stands in the way.
    pub fn read(folder: &Path) -> Result<Self, Vec<Problem>> {
        let content = load::unchecked(folder)?;
        let (mut patients, mut unread) = (Vec::new(), Vec::new());
        for (name, patient) in patient::load_each(folder, &content) {
            match patient {
                Ok(patient) => patients.push((name, patient)),
                // It may expect a rule that this edition has by another name: the rest can be compared all the same.
                Err(_) => unread.push(name),
            }
        }
        let mut files = Vec::new();
        gather(folder, "", &mut files);
        Ok(Self { content, patients, unread, files })
    }
}

/// The content files under a folder, sorted by path.
fn gather(folder: &Path, below: &str, files: &mut Vec<(String, String)>) {
    let mut names: Vec<String> =
        std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    for name in names {
        let path = folder.join(&name);
        if path.is_dir() && name != "templates" {
            gather(&path, &format!("{below}{name}/"), files);
        } else if name.ends_with(".toml") {
            files.push((format!("{below}{name}"), std::fs::read_to_string(&path).unwrap_or_default()));
        }
    }
}

/// The whole difference as text. Nothing but one line when there is none.
#[must_use]
pub fn difference(old: &Edition, new: &Edition) -> String {
    let text = told::changes(&records::things(old), &records::things(new));
    let mut outcomes = replay::changed(old, new);
    for (edition, which) in [(old, "før"), (new, "nå")] {
        if !edition.unread.is_empty() {
            outcomes.push_str(&format!("Pasienter som ikke lar seg lese {which}, og ikke er prøvd: {}\n", edition.unread.join(", ")));
        }
    }
    match (text.is_empty(), outcomes.is_empty()) {
        (true, true) if old.files == new.files => "Ingenting er endret.\n".to_owned(),
        (true, true) => {
            "Bare merknader, mellomrom eller rekkefølgen av nøkler er endret. Alle eksempler gir det samme som før.\n".to_owned()
        }
        (_, true) => format!("{}\nAlle eksempler gir det samme som før.\n", text.trim_start()),
        _ => format!("{}\n{outcomes}", text.trim_start()),
    }
}
