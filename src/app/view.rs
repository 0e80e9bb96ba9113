//! The two ways through the page.

/// How much of the page is unfolded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// One section at a time, with why the list asks: going on folds what is left. A heading that is pressed folds nothing but its own, so
    /// that nothing moves under the pointer.
    #[default]
    Steps,
    /// Every section, so that all of it is found by the browser's search.
    All,
}

impl View {
    /// The view with this name in the attribute.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "steps" => Some(View::Steps),
            "all" => Some(View::All),
            _ => None,
        }
    }
}
