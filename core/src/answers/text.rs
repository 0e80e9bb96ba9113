//! What rules may know of free text: blank, vague or described. Never its meaning.

use crate::rulebook::classes::TextState;

/// The state of a text. `vague_words` are lower case; a text of only such words (and punctuation) is vague.
#[must_use]
pub fn state(text: &str, vague_words: &[String]) -> TextState {
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    if words.peek().is_none() {
        // Only punctuation, such as a lone dash, says nothing.
        return TextState::Blank;
    }
    let vague = |word: &str| {
        let word = word.to_lowercase();
        vague_words.contains(&word)
    };
    if !vague_words.is_empty() && words.all(vague) { TextState::Vague } else { TextState::Described }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vague() -> Vec<String> {
        ["opptrening", "og", "rehabilitering"].map(str::to_owned).to_vec()
    }

    #[test]
    fn opptrening_og_rehabilitering_is_vague_as_a_goal() {
        assert_eq!(state("Opptrening og rehabilitering.", &vague()), TextState::Vague);
    }

    #[test]
    fn one_concrete_word_makes_it_described() {
        assert_eq!(state("Opptrening: gå trapp", &vague()), TextState::Described);
    }

    #[test]
    fn white_space_and_dashes_are_blank() {
        assert_eq!(state(" \n -", &vague()), TextState::Blank);
    }
}
