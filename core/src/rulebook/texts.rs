//! Texts by id: a list in the order of the ids, in the files a table.

/// Texts by id. A list and a search in it are a fraction of the code of a map.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// In the order of the ids, each once.
    entries: Vec<(String, String)>,
}

impl Texts {
    /// No texts.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Where the id stands, or would stand.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.entries.binary_search_by(|(known, _)| known.as_str().cmp(id))
    }

    /// The text of an id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&String> {
        self.entries.get(self.place(id).ok()?).map(|(_, text)| text)
    }

    /// Keeps a text, instead of the one the id had.
    pub fn insert(&mut self, id: String, text: String) {
        match self.place(&id) {
            Ok(place) => {
                if let Some(entry) = self.entries.get_mut(place) {
                    entry.1 = text;
                }
            }
            Err(place) => self.entries.insert(place, (id, text)),
        }
    }

    /// Takes a text out.
    pub fn remove(&mut self, id: &str) -> Option<String> {
        let place = self.place(id).ok()?;
        Some(self.entries.remove(place).1)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Ids and texts, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.iter().map(|(id, text)| (id.as_str(), text.as_str()))
    }

    /// The texts, in the order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &String> {
        self.entries.iter().map(|(_, text)| text)
    }

    /// The texts, to be changed.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut String> {
        self.entries.iter_mut().map(|(_, text)| text)
    }
}

impl FromIterator<(String, String)> for Texts {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(entries: I) -> Self {
        let mut texts = Self::new();
        for (id, text) in entries {
            texts.insert(id, text);
        }
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_replaced_and_taken_out_by_id() {
        let mut texts: Texts =
            [("b", "1"), ("a", "2"), ("b", "3")].map(|(id, text)| (id.to_owned(), text.to_owned())).into_iter().collect();
        assert_eq!(texts.iter().collect::<Vec<_>>(), [("a", "2"), ("b", "3")]);
        assert_eq!((texts.get("b").map(String::as_str), texts.get("c")), (Some("3"), None));
        assert_eq!((texts.remove("a"), texts.remove("a")), (Some("2".to_owned()), None));
    }
}
