//! Diagnosis codes and what they point to. A code proposes an answer; the doctor gives it. It is never a verdict.

use super::packed::packed;
use super::{OptionId, QuestionId, lower_case};
use crate::listed::{Listed, joined};
use crate::numbers::{padded, whole};

/// The codes that point to one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeHint {
    /// The question, a choice.
    pub question: QuestionId,
    /// The answer the codes point to.
    pub option: OptionId,
    /// Codes of ICPC-2, whole.
    pub icpc_2: Vec<String>,
    /// Beginnings of codes of ICD-10, without dot.
    pub icd_10: Vec<String>,
}

packed! { CodeHint { question, option, icpc_2, icd_10 } }

/// How many words of a text are looked up at most when not all of them fit, and how short what is left of it may be, in letters.
const MOST_WORDS: usize = 5;
const SHORTEST: usize = 3;

/// What a code points to, in content order. Of ICD-10 the longest beginnings count: S06 is a brain injury before it is an injury.
/// Nothing without a code system, which is never guessed from the code.
#[must_use]
pub fn proposals(hints: &[CodeHint], system: &str, code: &str) -> Vec<(QuestionId, OptionId)> {
    let code = plain(code);
    let length = |hint: &CodeHint| match system {
        "icpc-2" if hint.icpc_2.contains(&code) => code.len(),
        "icd-10" => hint.icd_10.iter().filter(|start| code.starts_with(start.as_str())).map(String::len).max().unwrap_or(0),
        _ => 0,
    };
    let longest = hints.iter().map(length).max().unwrap_or(0);
    hints.iter().filter(|hint| longest > 0 && length(hint) == longest).map(|hint| (hint.question, hint.option)).collect()
}

/// A code as the code systems write it: capitals and digits, whatever stands between them. `k 90.` is K90.
#[must_use]
pub fn plain(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_uppercase()).collect()
}

/// The codes of a list that hold every word wanted in code or text, each with its text. Those that begin so come first, then
/// those with a word that begins so.
///
/// The list is written as briefly as it can be, since every page loads it: a line with a letter begins a chapter, every other line is the
/// text of the next code; where numbers are left out, the number and a tab come first. `A`, `Smerte`, `13⇥Uro` are A01 and A13.
/// Words behind a bar find the code and are not its text.
#[must_use]
pub fn look_up(list: &str, wanted: &str) -> Vec<(String, String)> {
    let wanted = asked(wanted);
    let [mut first, mut then, mut later] = [const { Vec::new() }; 3];
    if wanted.is_empty() {
        return first;
    }
    let (mut chapter, mut number) = ("", 0_u16);
    for line in list.lines() {
        if line.len() == 1 {
            (chapter, number) = (line, 0);
            continue;
        }
        let (text, left_out) = match line.split_once('\t') {
            Some((number, text)) => (text, whole(number)),
            None => (line, None),
        };
        number = left_out.unwrap_or(number.wrapping_add(1));
        let code = [chapter, &padded(number.into(), 2)].concat();
        let found = match fit(&code, text, &wanted) {
            Some(Fit::First) => &mut first,
            Some(Fit::Begins) => &mut then,
            Some(Fit::Within) => &mut later,
            None => continue,
        };
        found.push((code, text.split('|').next().unwrap_or(text).to_owned()));
    }
    first.append(&mut then);
    first.append(&mut later);
    first
}

/// What `look_up` finds for the first words alone, where no code holds them all: "kols grad 3" finds what "kols" finds. Few words are
/// tried, and none so short that it tells nothing: whole letters are pasted too.
#[must_use]
pub fn look_up_some(list: &str, wanted: &str) -> Vec<(String, String)> {
    let mut words = wanted.split(' ').take(MOST_WORDS).listed();
    while words.pop().is_some() {
        let fewer = joined(&words, " ");
        if fewer.chars().count() < SHORTEST {
            break;
        }
        let found = look_up(list, &fewer);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Whether these words find the code: each begins the code or a word of its text, or, from four letters on, stands within one.
#[must_use]
pub fn is_found_by(code: &str, text: &str, words: &str) -> bool {
    fit(code, text, &asked(words)).is_some()
}

/// What is looked for, in small letters. A code written in parts, `K 90.`, is the code.
fn asked(words: &str) -> String {
    let words = lower(words.trim());
    let code = plain(&words);
    let is_code = matches!(code.as_bytes(), [b'A'..=b'Z', rest @ ..] if !rest.is_empty() && rest.iter().all(u8::is_ascii_digit));
    if is_code { lower(&code) } else { words }
}

/// How words find a code.
enum Fit {
    /// As those below, and the first begins the code, its text or what it is also called.
    First,
    /// Each begins the code or a word of its text.
    Begins,
    /// One stands within a word.
    Within,
}

/// How these words, in small letters, find the code; none when one of them does not.
fn fit(code: &str, text: &str, words: &str) -> Option<Fit> {
    let (code, text) = (lower(code), lower(text));
    let begins = |whole: &str| words.split(' ').next().is_some_and(|word| whole.starts_with(word));
    let called = text.split_once('|').is_some_and(|(_, called)| called.split(' ').any(begins));
    let mut fit = if begins(&code) || begins(&text) || called { Fit::First } else { Fit::Begins };
    for word in words.split(' ') {
        let mut parts = text.split(|letter: char| letter.is_ascii() && !letter.is_ascii_alphanumeric());
        if code.starts_with(word) || parts.any(|part| part.starts_with(word)) {
            continue;
        }
        // Looked for letter by letter: a line is short, and the search for texts of any length would be loaded by every page.
        let is_within = || text.char_indices().any(|(at, _)| text.get(at..).is_some_and(|rest| rest.starts_with(word)));
        if word.chars().count() < 4 || !is_within() {
            return None;
        }
        fit = Fit::Within;
    }
    Some(fit)
}

/// As `look_up` reads it. Codes are a letter and digits, at least two; in what order they come is no matter. With each comes its
/// text, and what it is also called.
#[cfg(feature = "authoring")]
#[must_use]
pub fn write_list<'c>(codes: impl Iterator<Item = (&'c str, &'c str, &'c [String])>) -> String {
    let mut list = String::new();
    let (mut chapter, mut before) = ("", 0);
    for (code, text, also_called) in codes {
        let (letter, number) = code.split_at_checked(1).unwrap_or(("", code));
        let number: u16 = number.parse().unwrap_or(0);
        if letter != chapter {
            list.push_str(letter);
            list.push('\n');
            (chapter, before) = (letter, 0);
        }
        if number != before + 1 {
            list.push_str(&number.to_string());
            list.push('\t');
        }
        before = number;
        list.push_str(text.trim());
        if !also_called.is_empty() {
            list.push('|');
            list.push_str(&also_called.join(" "));
        }
        list.push('\n');
    }
    list
}

fn lower(text: &str) -> String {
    text.chars().map(lower_case).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hint(option: usize, icpc_2: &[&str], icd_10: &[&str]) -> CodeHint {
        let owned = |codes: &[&str]| codes.iter().map(|code| (*code).to_owned()).collect();
        CodeHint { question: QuestionId::at(1), option: OptionId::at(option), icpc_2: owned(icpc_2), icd_10: owned(icd_10) }
    }

    fn options(system: &str, code: &str) -> Vec<usize> {
        let hints = [hint(0, &["N80", "N81"], &["S06"]), hint(1, &["N81"], &["T913"]), hint(2, &["L72"], &["S"])];
        proposals(&hints, system, code).iter().map(|(_, option)| option.index()).collect()
    }

    #[test]
    fn codes_are_found_as_doctors_write_them() {
        assert_eq!(options("icpc-2", "n80"), [0]);
        assert_eq!(options("icd-10", "S06.0"), [0]);
        assert_eq!(options("icd-10", " s72.0 "), [2]);
        assert_eq!(options("icd-10", "T91.3"), [1]);
    }

    const LIST: &str = "K\n89\tTIA\nHjerneslag\nCerebrovaskulær sykdom\nN\n80\tHodeskade annen\nP\nSlag mot hodet\nÅpent sår\n";

    fn found(wanted: &str) -> Vec<String> {
        look_up(LIST, wanted).iter().map(|(code, text)| format!("{code} {text}")).collect()
    }

    #[test]
    fn codes_are_looked_up_by_code_and_by_words() {
        assert_eq!(found("k9"), ["K90 Hjerneslag", "K91 Cerebrovaskulær sykdom"]);
        assert_eq!(found("SLAG"), ["P01 Slag mot hodet", "K90 Hjerneslag"]);
        assert_eq!(found("annen hode"), ["N80 Hodeskade annen"]);
        assert_eq!(found("åpen"), ["P02 Åpent sår"]);
        assert_eq!(found("s"), ["P01 Slag mot hodet", "K91 Cerebrovaskulær sykdom", "P02 Åpent sår"], "what begins so comes first");
        assert!(found("slag grad 3").is_empty());
        assert!(found("ms").is_empty(), "short words are not looked for within words");
        assert!(found(" ").is_empty());
        assert!(look_up("", "slag").is_empty());
    }

    #[test]
    fn words_that_no_code_has_are_let_go_of_from_the_last() {
        assert_eq!(look_up_some(LIST, "slag grad 3"), look_up(LIST, "slag"));
        assert!(look_up_some(LIST, "uten treff").is_empty());
        assert!(look_up_some(LIST, "p i fjor").is_empty(), "a letter that is left tells nothing");
        assert!(look_up_some(LIST, "").is_empty());
        let letter = "uten ".repeat(2_000);
        assert!(look_up_some(LIST, &letter).is_empty());
    }

    #[test]
    fn a_list_is_read_back_as_it_was_written() {
        let codes =
            [("A01", "Smerte"), ("A02", "Feber"), ("A13", "Uro"), ("A981", "Helse"), ("B02", "Sår"), ("D991", "En"), ("D992", "To")];
        let list = write_list(codes.iter().map(|(code, text)| (*code, *text, [].as_slice())));
        for (code, text) in codes {
            assert_eq!(look_up(&list, code), [(code.to_owned(), text.to_owned())]);
        }
    }

    #[test]
    fn a_code_is_found_by_what_it_is_also_called_and_named_by_its_text() {
        let words = ["kols".to_owned(), "emfysem".to_owned()];
        let list = write_list([("R95", "Obstruktiv lungesykdom", words.as_slice())].into_iter());
        for wanted in ["kols", "KOLS", "emfy", "lunge", "r95"] {
            assert_eq!(look_up(&list, wanted), [("R95".to_owned(), "Obstruktiv lungesykdom".to_owned())], "{wanted}");
        }
    }

    #[test]
    fn a_code_is_found_however_it_is_written() {
        for wanted in ["K90", "k 90", "K-90.", " k90 "] {
            assert_eq!(found(wanted), ["K90 Hjerneslag"], "{wanted}");
        }
    }

    #[test]
    fn a_code_that_points_two_ways_proposes_both() {
        assert_eq!(options("icpc-2", "N81"), [0, 1]);
    }

    #[test]
    fn the_system_is_not_guessed_and_the_other_system_is_not_read() {
        assert!(options("", "N80").is_empty());
        assert!(options("icd-10", "N80").is_empty());
        assert!(options("icpc-2", "").is_empty());
        assert!(options("icd-10", "").is_empty());
    }
}
