//! Questions, and what kind of answer each takes.

use super::packed::{packed, packed_enum};
use super::{OptionId, QuestionId, SectionId, Ui};

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its id, for ever.
    pub id: String,
    /// Its section.
    pub section: SectionId,
    /// What kind of answer it takes.
    pub kind: QuestionKind,
    /// The option that says its document is attached.
    pub attached_when: Option<OptionId>,
    /// Never printed in the letter.
    pub not_in_letter: bool,
    /// Beginnings of words, small letters, that a text which says something of it may hold.
    pub cues: Vec<String>,
}

/// What kind of answer a question takes.
#[derive(Debug, Clone, PartialEq)]
pub enum QuestionKind {
    /// One of the options. `yes-no` is a choice of `yes` and `no`.
    Choice {
        /// The options.
        options: Vec<String>,
        /// Whether it is asked as yes or no.
        yes_no: bool,
    },
    /// Any number of the options; `exclusive` ones stand alone.
    Multi {
        /// The options, at most 32.
        options: Vec<String>,
        /// Those that cannot be combined.
        exclusive: Vec<OptionId>,
    },
    /// A whole number within bounds.
    Number {
        /// Lowest.
        min: i32,
        /// Highest.
        max: i32,
        /// The question with the wider scale, if there is one.
        above: Option<QuestionId>,
        /// Its unit, a text of the page.
        unit: Option<Ui>,
    },
    /// Free text.
    Text {
        /// Words that alone describe nothing, lower case, each once.
        vague_words: Vec<String>,
    },
    /// Free text, or `unaffected`.
    Area {
        /// Words that alone describe nothing, lower case, each once.
        vague_words: Vec<String>,
    },
    /// A diagnosis: code system, code and text.
    Coded,
    /// A list of earlier stays.
    Stays,
}

packed! { Question { id, section, kind, attached_when, not_in_letter, cues } }

packed_enum!(QuestionKind {
    0 Choice { options, yes_no },
    1 Multi { options, exclusive },
    2 Number { min, max, above, unit },
    3 Text { vague_words },
    4 Area { vague_words },
    5 Coded;
    else Stays
});

impl QuestionKind {
    /// The words that alone describe nothing, for a kind that takes free text.
    #[must_use]
    pub fn vague_words(&self) -> &[String] {
        match self {
            QuestionKind::Text { vague_words } | QuestionKind::Area { vague_words } => vague_words,
            _ => &[],
        }
    }
}

impl Question {
    /// The options of a choice or multi, otherwise none.
    #[must_use]
    pub fn options(&self) -> &[String] {
        match &self.kind {
            QuestionKind::Choice { options, .. } | QuestionKind::Multi { options, .. } => options,
            _ => &[],
        }
    }

    /// The option with this id.
    #[must_use]
    pub fn option_by_id(&self, id: &str) -> Option<OptionId> {
        self.options().iter().position(|option| option == id).map(OptionId::at)
    }

    /// The id text of an option.
    #[must_use]
    pub fn option_name(&self, option: OptionId) -> &str {
        self.options().get(option.index()).map_or("", String::as_str)
    }

    /// Whether it takes free text (a text, an area or a diagnosis).
    #[must_use]
    pub fn is_text(&self) -> bool {
        matches!(self.kind, QuestionKind::Text { .. } | QuestionKind::Area { .. } | QuestionKind::Coded)
    }
}
