//! What rules may know of free text: blank, vague or described. Never its meaning.

use crate::rulebook::classes::TextState;
pub use crate::rulebook::lower_case;

/// The state of a text. `vague_words` are lower case; a text of only such words (and punctuation) is vague.
#[must_use]
pub fn state(text: &str, vague_words: &[String]) -> TextState {
    let mut words = text.split(|letter: char| !is_of_word(letter)).filter(|word| !word.is_empty()).peekable();
    if words.peek().is_none() {
        // Only punctuation, such as a lone dash, says nothing.
        return TextState::Blank;
    }
    let vague = |word: &str| {
        let word: String = word.chars().map(lower_case).collect();
        vague_words.contains(&word)
    };
    if !vague_words.is_empty() && words.all(vague) { TextState::Vague } else { TextState::Described }
}

/// Whether words are made of it. Beyond ASCII everything but signs and spaces is taken for a letter: the tables of all scripts
/// would be a part of every download.
#[must_use]
pub fn is_of_word(letter: char) -> bool {
    match letter {
        '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '\u{fe00}'..='\u{feff}' => false,
        _ => letter.is_ascii_alphanumeric() || !letter.is_ascii(),
    }
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
    fn capitals_of_norwegian_words_are_small_letters_too() {
        let words = ["økt", "være", "på"].map(str::to_owned);
        assert_eq!(state("ØKT, Være PÅ", &words), TextState::Vague);
        for letter in (0..=0xff).filter_map(char::from_u32) {
            assert_eq!(lower_case(letter).to_string(), letter.to_lowercase().to_string(), "{letter}");
        }
    }

    #[test]
    fn white_space_and_signs_are_blank() {
        for written in [" \n -", "–", "…", "«»", "\u{a0}\u{2003}", "?!", "×"] {
            assert_eq!(state(written, &vague()), TextState::Blank, "{written}");
        }
    }

    #[test]
    fn letters_of_any_script_describe() {
        for written in ["å", "gå", "é", "žal", "дом", "家"] {
            assert_eq!(state(written, &vague()), TextState::Described, "{written}");
        }
    }
}
