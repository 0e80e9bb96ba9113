//! Sets of positions, a bit each: in order by nature, so that nothing is sorted.

use super::ids::{QuestionId, SectionId};

/// Positions in a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Positions {
    words: Vec<u64>,
}

impl Positions {
    /// Puts a position in. False when it was there.
    pub(super) fn insert(&mut self, position: usize) -> bool {
        let (place, bit) = (position / 64, 1_u64 << (position % 64));
        if place >= self.words.len() {
            self.words.resize(place + 1, 0);
        }
        let Some(word) = self.words.get_mut(place) else { return false };
        let is_new = *word & bit == 0;
        *word |= bit;
        is_new
    }

    /// Takes a position out. False when it was not there.
    fn remove(&mut self, position: usize) -> bool {
        let was_there = self.contains(position);
        if let Some(word) = self.words.get_mut(position / 64) {
            *word &= !(1 << (position % 64));
        }
        was_there
    }

    fn contains(&self, position: usize) -> bool {
        self.words.get(position / 64).is_some_and(|word| word & (1 << (position % 64)) != 0)
    }
}

/// A set of questions, in content order.
#[derive(Debug, Clone, Default)]
pub struct QuestionSet(Positions);

impl QuestionSet {
    /// No questions.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a question in. False when it was there.
    pub fn insert(&mut self, question: QuestionId) -> bool {
        self.0.insert(question.index())
    }

    /// Puts questions in.
    pub fn extend(&mut self, questions: &[QuestionId]) {
        for question in questions {
            self.insert(*question);
        }
    }

    /// Takes a question out. False when it was not there.
    pub fn remove(&mut self, question: QuestionId) -> bool {
        self.0.remove(question.index())
    }

    /// Whether the question is in the set.
    #[must_use]
    pub fn contains(&self, question: QuestionId) -> bool {
        self.0.contains(question.index())
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.words.iter().all(|word| *word == 0)
    }

    /// All of them, in content order.
    #[must_use]
    pub fn to_vec(&self) -> Vec<QuestionId> {
        let mut questions = Vec::new();
        for (place, word) in self.0.words.iter().enumerate() {
            let mut bits = *word;
            while bits != 0 {
                questions.push(QuestionId::at(place * 64 + bits.trailing_zeros() as usize));
                // The lowest bit goes.
                bits &= bits - 1;
            }
        }
        questions
    }
}

/// A set of sections.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct SectionSet(u64);

impl SectionSet {
    /// No sections.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Puts a section in. False when it was there, or when it is beyond the 64th.
    pub fn insert(&mut self, section: SectionId) -> bool {
        let before = self.0;
        self.0 |= Self::bit(section);
        self.0 != before
    }

    /// Takes a section out. False when it was not there.
    pub fn remove(&mut self, section: SectionId) -> bool {
        let before = self.0;
        self.0 &= !Self::bit(section);
        self.0 != before
    }

    /// Whether the section is in the set.
    #[must_use]
    pub fn contains(self, section: SectionId) -> bool {
        self.0 & Self::bit(section) != 0
    }

    fn bit(section: SectionId) -> u64 {
        1_u64.checked_shl(u32::try_from(section.index()).unwrap_or(u32::MAX)).unwrap_or(0)
    }
}

impl PartialEq for QuestionSet {
    fn eq(&self, other: &Self) -> bool {
        self.to_vec() == other.to_vec()
    }
}

impl Eq for QuestionSet {}

impl FromIterator<QuestionId> for QuestionSet {
    fn from_iter<I: IntoIterator<Item = QuestionId>>(questions: I) -> Self {
        let mut set = Self::new();
        for question in questions {
            set.insert(question);
        }
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_come_out_in_content_order_and_once() {
        let set: QuestionSet = [70, 3, 70, 0].map(QuestionId::at).into_iter().collect();
        assert_eq!(set.to_vec(), [0, 3, 70].map(QuestionId::at));
        assert!(set.contains(QuestionId::at(70)) && !set.contains(QuestionId::at(200)));
    }

    #[test]
    fn sections_come_and_go_and_one_too_many_is_never_there() {
        let mut set = SectionSet::new();
        assert!(set.insert(SectionId::at(7)) && !set.insert(SectionId::at(7)) && set.contains(SectionId::at(7)));
        assert!(set.remove(SectionId::at(7)) && !set.remove(SectionId::at(7)) && !set.contains(SectionId::at(7)));
        assert!(!set.insert(SectionId::at(64)) && !set.contains(SectionId::at(64)));
    }

    #[test]
    fn a_set_is_the_same_whatever_was_in_it_before() {
        let mut set: QuestionSet = [3, 700].map(QuestionId::at).into_iter().collect();
        assert!(set.remove(QuestionId::at(700)) && !set.remove(QuestionId::at(700)));
        assert_eq!(set, [QuestionId::at(3)].into_iter().collect());
        assert!(!set.is_empty() && QuestionSet::new().is_empty());
    }
}
