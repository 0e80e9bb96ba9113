//! What every native test needs: the real content, read once, and a small vocabulary.

#![allow(dead_code, reason = "every test file uses its own part of the vocabulary")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop"
)]

pub mod arbitrary;
pub mod broken;
pub mod compare;
pub mod engines;
pub mod items;
pub mod random;
pub mod reference;
pub mod samples;
pub mod sources;
pub mod table;

use hs_core::content::Content;
use hs_core::json::Json;
use hs_core::rulebook::Region;
use hs_core::rulebook::words::{Lang, Words};
use hs_core::{Answers, Assessment, Rulebook, assess};
use serde_json::json;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

/// The project's content folder.
pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../content")
}

/// The real content.
pub fn content() -> &'static Content {
    static CONTENT: OnceLock<Content> = OnceLock::new();
    CONTENT.get_or_init(|| hs_core::content::load(&folder()).expect("the content has no problem"))
}

/// The real rulebook of a region.
pub fn rulebook(region: Region) -> &'static Rulebook {
    static BOOKS: OnceLock<Vec<Rulebook>> = OnceLock::new();
    let books = BOOKS.get_or_init(|| content().regions().into_iter().filter_map(|region| content().rulebook(region)).collect());
    books.iter().find(|book| book.region == region).expect("there is content for this region")
}

/// Answers from their written form; panics on any problem.
pub fn answers(written: serde_json::Value) -> Answers {
    let Json::Table(written) = written.into() else { panic!("a table of answers") };
    let (answers, problems) = hs_core::answers::notation::read(rulebook(Region::Midt), &written);
    assert!(problems.is_empty(), "{problems:?}");
    answers
}

/// The assessment on the day of the cases.
pub fn assessed(region: Region, answers: &Answers) -> Assessment {
    assess(rulebook(region), answers, content().cases_on)
}

/// The assessment by ids.
pub fn as_json(region: Region, answers: &Answers) -> serde_json::Value {
    hs_core::export::assessment_to_json(rulebook(region), &assessed(region, answers)).into()
}

/// Whether a rule holds.
pub fn holds(region: Region, rule: &str, written: serde_json::Value) -> bool {
    let findings = as_json(region, &answers(written));
    findings["findings"].as_array().expect("a list").iter().any(|finding| finding["rule"] == json!(rule))
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    static WORDS: OnceLock<Vec<Words>> = OnceLock::new();
    let all = WORDS.get_or_init(|| Lang::ALL.into_iter().map(|lang| content().words(lang)).collect());
    all.iter().find(|words| words.lang == lang).expect("every language")
}

/// Runs jobs on all processors; what they return, in order.
pub fn in_parallel<J: Send, T: Send>(jobs: Vec<J>, run: impl Fn(J) -> T + Sync) -> Vec<T> {
    let count = jobs.len();
    let queue = Mutex::new(jobs.into_iter().enumerate());
    let done = Mutex::new(Vec::with_capacity(count));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                loop {
                    let Some((at, job)) = queue.lock().expect("no panic").next() else { return };
                    let result = run(job);
                    done.lock().expect("no panic").push((at, result));
                }
            });
        }
    });
    let mut done = done.into_inner().expect("no panic");
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}
