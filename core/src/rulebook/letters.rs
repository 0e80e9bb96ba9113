//! Letters, as far as Norwegian and English need them.

/// The small form of a letter as Norwegian and English write it: those of ASCII and Latin-1 (`Å`, `Ø`, `É`). Other letters
/// stand: the tables of all scripts would be a part of every download.
#[must_use]
pub fn lower_case(letter: char) -> char {
    match letter {
        '\u{c0}'..='\u{de}' if letter != '\u{d7}' => char::from_u32(letter as u32 + 0x20).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    }
}
