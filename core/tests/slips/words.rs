//! Slips in cases and in words, and things of no use.

use super::rows::{AGE, CONVALESCENCE, GOAL, SOURCE};
use super::{Slip, slip};

/// Cases that are missing, that cannot be read, or that come out otherwise.
pub const CASES: &[Slip] = &[
    slip(CONVALESCENCE, ("\"undecided\"", "\"fails\""), "rule `convalescence` has no case that expects undecided", "add a [[rule.case]]")
        .told_at("id      = \"convalescence\""),
    slip(
        CONVALESCENCE,
        ("answers = { purpose = \"convalescence\" }", "answers = { purpose = \"social\" }"),
        "case \"referred for convalescence [midt]\" of `convalescence`: expected holds, came fails",
        "is the condition wrong, or what the case expects?",
    )
    .told_at("name    = \"referred for convalescence\""),
    slip(
        CONVALESCENCE,
        ("because = [\"purpose\"]", "because = [\"course\", \"purpose\"]"),
        "of `convalescence`: expected because [course, purpose], came [purpose]",
        "is the condition wrong, or what the case expects?",
    )
    .told_at("name    = \"referred for convalescence\""),
    slip(
        CONVALESCENCE,
        ("source = \"innlandet#avslag-2\"\n", ""),
        "a near miss cites no source",
        "source = \"…#…\": who says it turns there",
    )
    .told_at("name   = \"referred for rehabilitation\""),
    slip(
        CONVALESCENCE,
        ("change = { purpose = \"rehabilitation\" }", "change = { purpose = \"rehabilitation\", course = \"inpatient\" }"),
        "a near miss changes exactly one answer",
        "one answer in `change`; a case that differs more has its own `answers`",
    )
    .told_at("name   = \"referred for rehabilitation\""),
    slip(
        CONVALESCENCE,
        ("near   = \"referred for convalescence\"\n", ""),
        "a case has either `answers`, or `near` and `change`",
        "answers = { … } for the first, near = \"its name\" and change = { … } for the next",
    )
    .told_at("name   = \"referred for rehabilitation\""),
    slip(
        CONVALESCENCE,
        ("\"referred for rehabilitation\"", "\"referred for convalescence\""),
        "two cases of `convalescence` have this name",
        "say what each of them shows",
    ),
    slip(
        CONVALESCENCE,
        ("answers = { purpose = \"convalescence\" }", "answers = { purpse = \"convalescence\" }"),
        "unknown question `purpse`",
        "did you mean `purpose`?",
    ),
];

/// Cases that name a region where nothing of theirs stands.
pub const NEVER_PLAYED: &[Slip] = &[
    slip(
        ("national/repeated-stays.toml", "id      = \"weak-new-factor\""),
        ("name   = \"a changed life situation only\"", "region = \"midt\"\nname   = \"a changed life situation only\""),
        "this case is never played: rule `weak-new-factor` does not stand in midt",
        "name a region where it stands, or leave `region` out",
    ),
    slip(
        GOAL,
        ("[[item.case]]\n", "[[item.case]]\nregion = \"nord\"\n"),
        "this case is never played: this item `goal` does not stand in nord",
        "name a region where it stands, or leave `region` out",
    )
    .told_at("region = \"nord\""),
    slip(
        ("regions/midt.toml", "[[region.case]]"),
        ("[[region.case]]\n", "[[region.case]]\nregion = \"vest\"\n"),
        "this case is never played: this route list does not stand in vest",
        "name a region where it stands, or leave `region` out",
    )
    .told_at("region = \"vest\""),
    slip(
        ("guidance/conflicts.toml", "id      = \"conflict-number-of-points\""),
        ("[[guidance.case]]\n", "[[guidance.case]]\nregion = \"vest\"\n"),
        "this case is never played: guidance `conflict-number-of-points` does not stand in vest",
        "name a region where it stands, or leave `region` out",
    )
    .told_at("region = \"vest\""),
];

/// Words that are missing, copied or different.
pub const WORDS: &[Slip] = &[
    slip(
        CONVALESCENCE,
        ("[rule.text.nn]", "[rule.text.en]"),
        "duplicate key",
        "look for a missing quote, bracket or equals sign on this line or the one before",
    )
    .told_at("[rule.text.en]\ntitle = \"The"),
    slip(
        GOAL,
        ("nn = \"Dei konkrete måla til pasienten\"\n", ""),
        "`goal` has no text in `nn`",
        "all three languages are there, or it cannot be shown",
    )
    .told_at("id = \"goal\""),
    slip(GOAL, ("\"Pasientens konkrete mål\"", "\" \""), "`goal` has an empty text", "write it in every language").told_at("id = \"goal\""),
    slip(
        GOAL,
        ("Dei konkrete måla til pasienten", "Pasientens konkrete mål"),
        "`text` of `goal` is the same in nynorsk as in bokmål: «Pasientens konkrete mål»",
        "write it in nynorsk; is it good in both, add it to `same` in content/nynorsk.toml",
    ),
    slip(
        ("nynorsk.toml", "same = ["),
        ("\"Behov for tolk\"", "\"Behov for tolk nå\""),
        "«Behov for tolk nå» is nowhere the same in nynorsk and bokmål",
        "remove it from `same`, or see that it is written exactly as the text",
    ),
    slip(
        AGE,
        ("help   = \"Berre alder i heile år. Journalsystemet legg til fødselsdato.\"\n", ""),
        "`help` of `age-years` is not there in `nn`",
        "write it in `nn` too; all three languages say the same",
    )
    .told_at("help   = \"Bare"),
    slip(
        ("ui/en.toml", "letter-title"),
        ("{unit}", "{units}"),
        "ui text `letter-title` has other placeholders in `en`",
        "exactly these: {unit}",
    ),
    slip(("ui/nb.toml", "title"), ("subtitle =", "subtittel ="), "ui text `subtittel` has no `nn`", "the same keys in nb, nn and en"),
    slip(
        ("questions.toml", "id      = \"course\""),
        ("options.inpatient            = \"Ja, er innlagt\"\n", ""),
        "`course` has no words for its option `inpatient`",
        "options.inpatient = \"…\" in every language",
    )
    .told_at("id      = \"course\""),
];

/// What stands there and is of no use, or is past its day.
pub const USES: &[Slip] = &[
    slip(
        ("sources.toml", "id = \"doc2\""),
        ("background = true\n", ""),
        "source `doc2` is cited nowhere",
        "cite it, remove it, or mark it: background = true, read but not cited yet",
    )
    .told_at("id = \"doc2\""),
    slip(
        SOURCE,
        ("dated = ", "background = true\ndated = "),
        "source `doc0` is cited, and marked as background only",
        "remove `background`",
    )
    .told_at("id = \"doc0\""),
    slip(
        SOURCE,
        ("dated = ", "valid_until = \"2020-12-31\"\ndated = "),
        "source `doc0` was valid until 2020-12-31",
        "cite a newer one, or say why it still stands: after_expiry = \"…\"",
    )
    .told_at("id = \"doc0\""),
    slip(
        ("questions.toml", "[[question]]\nid            = \"age-years\""),
        (
            "[[question]]",
            "[[question]]\nid = \"shoe-size\"\nsection = \"situation\"\ntype = \"yes-no\"\nnot_in_letter = true\n\
             text.nb = { ask = \"Skoene?\", letter = \"Sko\" }\ntext.nn = { ask = \"Skorne?\", letter = \"Sko\" }\n\
             text.en = { ask = \"Shoes?\", letter = \"Shoe\" }\n\n[[question]]",
        ),
        "question `shoe-size` can change nothing in midt, sor-ost, nord, vest: nothing reads it, and the letter does not print it",
        "let a rule read it, let the letter print it, name the `regions` it is asked in, or say why it is asked all the same: only_informs = \"…\"",
    )
    .told_at("id = \"shoe-size\""),
    slip(
        AGE,
        ("not_in_letter = true", "not_in_letter = true\nonly_informs = \"x\""),
        "question `age-years` has `only_informs`, and its answer is read or printed",
        "remove `only_informs`",
    )
    .told_at("id            = \"age-years\""),
    slip(
        ("coverage/midt.toml", "number = \"1\""),
        ("covered_by = { items = [\"requested-service\"] }", "covered_by = { unknown = \"x\" }"),
        "item `requested-service` of midt is named by no point of a published list",
        "name it in `covered_by` of the point that asks for it",
    )
    .told_at("# Helse Midt-Norge"),
    slip(
        ("coverage/midt.toml", "number = \"1\""),
        ("items = [\"requested-service\"]", "items = [\"requested-service\"], unknown = \"x\""),
        "a point is covered in exactly one way",
        "covered_by = { … } with one of items, questions, record_system, letter, unknown",
    )
    .told_at("text = \"At det henvises"),
    slip(
        ("coverage/midt.toml", "number = \"2\""),
        ("\"local-measures\"", "\"local-mesures\""),
        "unknown item of this region `local-mesures`",
        "did you mean `local-measures`?",
    ),
    slip(
        ("national/routes.toml", "# "),
        (
            "[[threshold]]",
            "[[threshold]]\nid = \"old-age\"\nabout = \"x\"\nvalues = [{ value = 67, source = \"habu#alder\" }]\n\n[[threshold]]",
        ),
        "threshold `old-age` is compared with nowhere",
        "use it in `at_least` or `below`, or remove it",
    )
    .told_at("id = \"old-age\""),
    slip(
        ("national/advice.toml", "# "),
        ("[[fact]]", "[[fact]]\nid = \"resting\"\nabout = \"x\"\nwhen.all = [{ question = \"purpose\", is = \"respite\" }]\n\n[[fact]]"),
        "fact `resting` is used nowhere",
        "use it in a condition as { fact = \"…\" }, or remove it",
    )
    .told_at("id = \"resting\""),
];
