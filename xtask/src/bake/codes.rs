//! The code list of ICPC-2, as the page looks codes up in it. And whether the codes of
//! `content/codes.toml` are codes at all.

use crate::paths;
use crate::stop::Stop;
use hs_core::rulebook::{CodeHint, look_up, write_list};
use serde::Deserialize;
use std::fs;

/// A code with its text, as the package has it.
#[derive(Debug, Deserialize)]
struct Code {
    code: String,
    text: String,
}

/// The list of ICPC-2. Stops when a code of the content is in neither list.
pub fn icpc_2(hints: &[CodeHint], also_called: &[(String, Vec<String>)]) -> Result<String, Stop> {
    let (icpc_2, icd_10) = (list("ICPC2")?, list("ICD10")?);
    let mut strange = strange(hints, &icpc_2, &icd_10);
    strange.extend(also_called.iter().filter(|(code, _)| !icpc_2.iter().any(|one| one.code == *code)).map(|(code, _)| code.as_str()));
    if !strange.is_empty() {
        let sentence = format!("content/codes.toml names codes that the code lists do not have: {}", strange.join(", "));
        return Err(Stop::because(sentence, "see the texts in node_modules/@navikt/diagnosekoder/lib"));
    }
    let words = |code: &str| also_called.iter().find(|(known, _)| known == code).map_or([].as_slice(), |(_, words)| words);
    let list = write_list(icpc_2.iter().map(|one| (one.code.as_str(), one.text.as_str(), words(&one.code))));
    // What the doctor is offered must be what the code system says.
    let lost = |one: &&Code| !look_up(&list, &one.code).contains(&(one.code.clone(), one.text.trim().to_owned()));
    match icpc_2.iter().find(lost) {
        Some(one) => Err(Stop::because(
            format!("the code {} cannot be written in the code list", one.code),
            "see `write_list` in core/src/rulebook/codes.rs",
        )),
        None => Ok(list),
    }
}

fn strange<'h>(hints: &'h [CodeHint], icpc_2: &[Code], icd_10: &[Code]) -> Vec<&'h str> {
    let mut strange = Vec::new();
    for hint in hints {
        strange.extend(hint.icpc_2.iter().filter(|code| !icpc_2.iter().any(|one| one.code == **code)).map(String::as_str));
        strange.extend(hint.icd_10.iter().filter(|start| !icd_10.iter().any(|one| one.code.starts_with(*start))).map(String::as_str));
    }
    strange
}

fn list(name: &str) -> Result<Vec<Code>, Stop> {
    let file = paths::project().join(format!("node_modules/@navikt/diagnosekoder/lib/{name}.json"));
    let remedy = "run `npm ci`, or `cargo xtask serve`, which does";
    let text = fs::read_to_string(&file).map_err(|error| Stop::because(format!("{} cannot be read: {error}", file.display()), remedy))?;
    serde_json::from_str(&text).map_err(|error| Stop::because(format!("{} has another form: {error}", file.display()), remedy))
}

#[cfg(test)]
mod tests {
    use super::*;
    use hs_core::rulebook::{OptionId, QuestionId};

    #[test]
    fn a_code_that_no_list_has_is_told() {
        let code = |code: &str| Code { code: code.to_owned(), text: String::new() };
        let hint = CodeHint {
            question: QuestionId::at(0),
            option: OptionId::at(0),
            icpc_2: vec!["K90".to_owned(), "K00".to_owned()],
            icd_10: vec!["I6".to_owned(), "Y".to_owned()],
        };
        assert_eq!(strange(&[hint], &[code("K90")], &[code("I639")]), ["K00", "Y"]);
    }
}
