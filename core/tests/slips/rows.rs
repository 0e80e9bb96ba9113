//! Slips in names, in records and in conditions.

use super::{Slip, slip};

pub const CONVALESCENCE: (&str, &str) = ("national/criteria.toml", "[[rule]]\nid      = \"convalescence\"");
pub const AGE: (&str, &str) = ("questions.toml", "id            = \"age-years\"");
pub const EARLIER_STAY: (&str, &str) = ("questions.toml", "id      = \"earlier-stay\"");
pub const SOURCE: (&str, &str) = ("sources.toml", "id = \"doc0\"");
pub const DIFFERS: (&str, &str) = ("regions/midt.toml", "[[differs]]");
pub const REFUSAL: (&str, &str) = ("refusals.toml", "basis   = \"stated\"");
pub const REFUSAL_OPTIONS: (&str, &str) = ("questions.toml", "id        = \"refusal-reasons\"");
pub const GOAL_CUES: (&str, &str) = ("questions.toml", "id      = \"goal\"");
pub const GOAL: (&str, &str) = ("regions/midt.toml", "id = \"goal\"");

/// Names that do not exist, and ids that cannot be.
pub const NAMES: &[Slip] = &[
    slip(CONVALESCENCE, ("question = \"purpose\"", "question = \"purpos\""), "unknown question `purpos`", "did you mean `purpose`?"),
    slip(
        CONVALESCENCE,
        ("is = \"convalescence\"", "is = \"rest\""),
        "unknown option of `purpose` `rest`",
        "one of rehabilitation, assessment, work-oriented, convalescence, respite, social, after-planned-surgery",
    ),
    slip(
        ("codes.toml", "words = [\"kols\"]"),
        ("code  = \"N86\"", "code  = \"86\""),
        "`86` is no code of ICPC-2",
        "a letter and two digits, such as K90",
    ),
    slip(
        ("codes.toml", "[[also-called]]"),
        ("[\"kols\"]", "[\"KOLS\"]"),
        "`KOLS` is no such word",
        "one word in small letters, as a doctor would type it",
    ),
    slip(
        REFUSAL,
        ("option  = \"nothing-new\"", "option  = \"nothing-nwe\""),
        "unknown option of `refusal-reasons` `nothing-nwe`",
        "did you mean `nothing-new`?",
    ),
    slip(REFUSAL, ("[\"earlier-stay\"", "[\"earlier-stays\""), "unknown question `earlier-stays`", "did you mean `earlier-stay`?"),
    slip(
        REFUSAL_OPTIONS,
        ("\"not-stated\"]", "\"not-stated\", \"too-late\"]"),
        "the refusal `too-late` leads nowhere",
        "a [[refusal]] with its points; or make it exclusive",
    ),
    slip(GOAL_CUES, ("\"målsett\"", "\"Målsett\""), "`Målsett` is no cue", "at least three small letters that a word begins with"),
    slip(
        SOURCE,
        ("publisher = \"", "publisher = \"Two\\n"),
        "`publisher` holds a line break",
        "write it on one line: the page sets the lines itself",
    ),
    slip(GOAL_CUES, ("\"målsett\"", "\"målet er\""), "`målet er` is found by a cue before it", "remove it"),
    slip(AGE, ("unit          = \"years\"", "unit          = \"yeers\""), "unknown unit `yeers`", "did you mean `years`?"),
    slip(CONVALESCENCE, ("innlandet#", "innland#"), "unknown source `innland`", "did you mean `innlandet`?"),
    slip(CONVALESCENCE, ("#avslag-2", "#avslag-22"), "source `innlandet` has no place `avslag-22`", "did you mean `avslag-2`?"),
    slip(
        CONVALESCENCE,
        ("\"criterion\"", "\"refusal\""),
        "unknown kind of rule `refusal`",
        "one of missing, criterion, level, route, advice, safety",
    ),
    slip(CONVALESCENCE, ("\"active\"", "\"actve\""), "unknown status `actve`", "did you mean `active`?"),
    slip(CONVALESCENCE, ("stands.midt", "stands.mid"), "unknown region `mid`", "did you mean `midt`?"),
    slip(CONVALESCENCE, ("\"stated\"", "\"sure\""), "unknown basis `sure`", "one of stated, interpreted"),
    slip(CONVALESCENCE, ("\"holds\"", "\"hold\""), "unknown expectation `hold`", "did you mean `holds`?"),
    slip(
        CONVALESCENCE,
        ("near   = \"referred for convalescence\"", "near   = \"another case\""),
        "unknown case before this one `another case`",
        "one of referred for convalescence",
    ),
    slip(
        ("national/routes.toml", "id    = \"child\""),
        ("\"adult-age\"", "\"adult-aeg\""),
        "unknown threshold `adult-aeg`",
        "did you mean `adult-age`?",
    ),
    slip(
        ("regions/midt.toml", "to = \"unknown\""),
        ("fact = \"child\"", "fact = \"chidl\""),
        "unknown fact `chidl`",
        "did you mean `child`?",
    ),
    slip(
        ("national/level.toml", "id      = \"municipal-level-likely\""),
        ("level = \"municipal\"", "level = \"municipality\""),
        "unknown level `municipality`",
        "did you mean `municipal`?",
    ),
    slip(
        ("regions/midt.toml", "[[route]]"),
        ("to = \"emergency\"", "to = \"emergncy\""),
        "unknown destination `emergncy`",
        "did you mean `emergency`?",
    ),
    slip(AGE, ("\"situation\"", "\"situatoin\""), "unknown section `situatoin`", "did you mean `situation`?"),
    slip(AGE, ("\"number\"", "\"numbr\""), "unknown type `numbr`", "did you mean `number`?"),
    slip(GOAL, ("\"all\"", "\"every\""), "unknown way to be described `every`", "one of any, all"),
    slip(SOURCE, ("\"high\"", "\"sure\""), "unknown confidence `sure`", "one of high, medium, low"),
    slip(SOURCE, ("\"doc1\"", "\"doc0\""), "source `doc0` is there twice", "ids are unique, and for ever"),
    slip(
        ("national/criteria.toml", "[[rule]]"),
        ("\"convalescence\"", "\"Rekonvalesens\""),
        "`Rekonvalesens` is no id",
        "lower case English words joined by hyphens",
    ),
];

/// Records that are not whole, or say two things.
pub const RECORDS: &[Slip] = &[
    slip(CONVALESCENCE, ("kind    =", "kidn    ="), "unknown field `kidn`, expected one of `id`, `kind`", "did you mean `kind`?"),
    slip(CONVALESCENCE, ("since   = 2026-11-21\n", ""), "missing field `since`", "add `since` to this record").told_at("[[rule]]"),
    slip(
        CONVALESCENCE,
        ("2026-11-21", "21"),
        "invalid type",
        "look at how the same key is written in another record; texts stand in quotes, days and numbers do not",
    ),
    slip(
        CONVALESCENCE,
        ("\"active\"", "\"active"),
        "invalid basic string",
        "look for a missing quote, bracket or equals sign on this line or the one before",
    ),
    slip(
        ("national/advice.toml", "[[fact]]"),
        ("[[rule]]", "[[rulle]]"),
        "unknown heading `rulle` in this file",
        "one of section, question, source, layout, threshold, fact, rule, level, guidance, destination, code",
    ),
    slip(
        CONVALESCENCE,
        ("\"active\"", "\"withdrawn\""),
        "`convalescence` is half withdrawn",
        "status = \"withdrawn\" and until = a date go together; nothing is deleted",
    ),
    slip(
        ("national/missing.toml", "id      = \"missing-goal\""),
        ("item    = \"goal\"\n", ""),
        "`missing-goal` does not say what makes it hold",
        "a rule of kind `missing` has `item` and no `when`; every other kind has `when`",
    )
    .told_at("id      = \"missing-goal\""),
    slip(
        ("national/missing.toml", "id      = \"missing-family-situation\""),
        ("stands.sor-ost", "stands.midt"),
        "`missing-family-situation` flags the item `family-situation`, which is not on the list of midt",
        "take the region out of `stands`, or add the item to its list",
    ),
    slip(
        ("national/criteria.toml", "id      = \"motivation-lacking\""),
        ("[\"hnt-prio#vilkar\"]", "[]"),
        "`motivation-lacking` has no source in midt",
        "a rule with no source is a defect",
    ),
    slip(
        SOURCE,
        ("dated = ", "valid_until = \"1. mai\"\ndated = "),
        "`valid_until` of `doc0` is `1. mai`",
        "an ISO date such as \"2026-11-21\", or leave it out: unknown",
    )
    .told_at("id = \"doc0\""),
    slip(AGE, ("max           = 120\n", ""), "`age-years` has no bounds", "min = …, max = …").told_at("id            = \"age-years\""),
    slip(
        ("questions.toml", "id      = \"course\""),
        ("\"choice\"", "\"text\""),
        "`course` has options, but its type takes none",
        "remove `options`, or make it a `choice` or a `multi`",
    )
    .told_at("id      = \"course\""),
    slip(GOAL, ("[\"goal\"]", "[]"), "item `goal` has no question", "questions = [\"…\"]: the questions that describe it")
        .told_at("id = \"goal\""),
    slip(
        ("layouts.toml", "[[layout]]"),
        ("\"purpose\", ", ""),
        "`purpose` stands 0 times in layout `receiver`",
        "once; not at all when it has `not_in_letter`, or is not asked in the region of the layout",
    )
    .told_at("[[layout]]"),
    slip(
        ("regions/midt.toml", "to = \"unknown\""),
        ("when.all = [{ fact = \"child\" }]\n", ""),
        "the route list has a hole",
        "every step but the last has `when`; the last has none and takes the rest",
    )
    .told_at("\n"),
    slip(
        ("national/level.toml", "[level]"),
        ("municipal = [0, 0], level = \"specialist\"", "municipal = [0, 1], level = \"specialist\""),
        "competence true, 0 other specialist signs, 1 municipal signs: 2 rows match",
        "exactly one row for every combination",
    )
    .told_at("[level]"),
];

/// Conditions that cannot be read, or that say less than they seem to.
pub const CONDITIONS: &[Slip] = &[
    slip(
        CONVALESCENCE,
        ("is = \"convalescence\"", "below = \"adult-age\""),
        "`purpose` cannot be compared like that",
        "a choice takes `is` or `one_of`",
    ),
    slip(
        CONVALESCENCE,
        ("{ question = \"purpose\", is", "{ is"),
        "a test in rule `convalescence` needs one subject and one comparison",
        "{ question = \"…\", … } with exactly one of is, one_of, includes, only, at_least, below, text_is, flag, listed_at_least, \
         counted_at_least, counted_below; or { fact = \"…\" }; or { level = \"…\" }",
    ),
    slip(
        CONVALESCENCE,
        ("when.all = [ ", "when.all = [ { question = \"purpose\", is = \"respite\" }, "),
        "rule `convalescence` in midt can never hold",
        "two of its parts shut each other out: see over them",
    )
    .told_at("id      = \"convalescence\""),
    slip(
        CONVALESCENCE,
        (
            "is = \"convalescence\"",
            "one_of = [\"rehabilitation\", \"assessment\", \"work-oriented\", \"convalescence\", \"respite\", \"social\", \"after-planned-surgery\"]",
        ),
        "rule `convalescence` in midt always holds",
        "say what must be for it to hold",
    )
    .told_at("id      = \"convalescence\""),
    slip(
        ("national/repeated-stays.toml", "id      = \"weak-new-factor\""),
        ("when.all   = [ ", "when.all   = [ { question = \"earlier-stay\", is = \"yes\" }, "),
        "rule `weak-new-factor` in sor-ost: when.all 1 changes nothing",
        "remove it, or say what it was meant to tell apart",
    )
    .told_at("id      = \"weak-new-factor\""),
    slip(
        EARLIER_STAY,
        ("\"yes-no\"", "\"yes-no\"\nrelevant.all = [{ question = \"new-factors\", is = \"none\" }]"),
        "the relevance of `earlier-stay` leads back to itself",
        "a question is asked, and a fact true, because of others only",
    )
    .told_at("id      = \"earlier-stay\""),
    slip(
        EARLIER_STAY,
        ("\"yes-no\"", "\"yes-no\"\nrelevant.all = [{ question = \"work-status\", is = \"working\" }]"),
        "`earlier-stay` is asked before `work-status`, which decides whether it is relevant",
        "move it below",
    )
    .told_at("id      = \"earlier-stay\""),
    slip(
        DIFFERS,
        ("rule   = \"main-diagnosis-psychiatric-or-substance\"", "rule   = \"weak-new-factor\""),
        "`weak-new-factor` does not stand in midt",
        "name the region under `stands` of the rule first",
    )
    .told_at("[[differs]]"),
    slip(
        ("national/repeated-stays.toml", "id      = \"weak-new-factor\""),
        ("only = [\"new-goals\", \"changed-life-situation\"]", "is = \"none\""),
        "`weak-new-factor` says the same as `repeated-stays-no-new-factors` in sor-ost",
        "let one of them stand there, or tell them apart in their conditions",
    )
    .told_at("id      = \"weak-new-factor\""),
    slip(
        ("national/missing.toml", "id      = \"vague-goal\""),
        ("[\"vague\"]", "[\"missing\"]"),
        "`vague-goal` says the same as `missing-goal` in midt",
        "let one of them stand there, or tell them apart in their conditions",
    )
    .told_at("id      = \"vague-goal\""),
];
