//! Elements with a text of the page: the text never passes through the hands of who draws.

use super::dom::{El, text};
use crate::app::page::Page;
use hs_core::rulebook::Ui;

impl Page {
    /// An element with a class and a text of the page.
    #[must_use]
    pub fn say(self, key: Ui, tag: &str, class: &str) -> El {
        text(tag, class, &self.text(key))
    }
}

impl El {
    /// A text of the page at its end.
    #[must_use]
    pub fn say(self, key: Ui, page: Page) -> Self {
        self.text(&page.text(key))
    }
}
