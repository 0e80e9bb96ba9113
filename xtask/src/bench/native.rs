//! `assess` on its own: wall time, and instructions counted by valgrind where it is installed.
//!
//! The measured program is xtask itself, built with optimisation: what runs is `assess` as the page has it.

use crate::stop::Stop;
use crate::{check_content, paths, run};
use hs_core::content::patient;
use hs_core::{Answers, Rulebook, assess};
use jiff::civil::Date;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const BAR: Duration = Duration::from_micros(100);
/// Enough that the median stands still from run to run.
const RUNS: usize = 2_000;
/// Few: the counter is exact, and slow.
const COUNTED_RUNS: usize = 20;
const PROFILE: &str = "native";

/// Builds the measured program, times it and counts its instructions.
pub fn measure() -> Result<(), Stop> {
    let mut build = run::cargo();
    build.args(["build", "--quiet", "--package", "xtask", "--profile", PROFILE, "--message-format=json-render-diagnostics"]);
    let told = run::output(&mut build)
        .ok_or_else(|| Stop::because("the measured program could not be built", format!("run {} and see", run::shown(&build))))?;
    let program = executable(&told)
        .ok_or_else(|| Stop::because("cargo did not say where it put the measured program", "see that cargo is the pinned one"))?;
    run::run(run::program(&program).args(["bench", "--inner", "time"]), "make `assess` faster: see where with `perf`")?;
    instructions(&program)
}

fn executable(messages: &str) -> Option<PathBuf> {
    let message = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok();
    let program = |message: serde_json::Value| message.get("executable")?.as_str().map(PathBuf::from);
    messages.lines().filter_map(message).filter_map(program).next_back()
}

/// One case, ready to assess.
struct Ready {
    name: String,
    rulebook: Rulebook,
    answers: Answers,
    today: Date,
}

fn cases() -> Result<Vec<Ready>, Stop> {
    let content = check_content::load()?;
    let mut ready = Vec::new();
    for path in case_files(&paths::content().join("cases"))? {
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let patient =
            patient::load(&path, &content).map_err(|problems| Stop::BadInput(problems.iter().map(ToString::to_string).collect()))?;
        let rulebook = patient.region.and_then(|region| content.rulebook(region));
        if let (Some(rulebook), Some(today)) = (rulebook, patient.today) {
            ready.push(Ready { name, rulebook, answers: patient.answers, today });
        }
    }
    if ready.is_empty() { Err(Stop::because("there is no case in content/cases", "take them back from git")) } else { Ok(ready) }
}

/// The committed cases, by name.
fn case_files(folder: &Path) -> Result<Vec<PathBuf>, Stop> {
    let entries = std::fs::read_dir(folder)
        .map_err(|error| Stop::because(format!("{} cannot be read: {error}", folder.display()), "take it back from git"))?;
    let mut files: Vec<PathBuf> =
        entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.extension().is_some_and(|end| end == "toml")).collect();
    files.sort();
    Ok(files)
}

fn one_run(case: &Ready) {
    black_box(assess(black_box(&case.rulebook), black_box(&case.answers), black_box(case.today)));
}

/// Times every case; the slowest is held against the bar.
pub fn time() -> Result<(), Stop> {
    let mut slowest = (Duration::ZERO, String::new());
    let mut medians = Vec::new();
    for case in cases()? {
        let mut times: Vec<Duration> = (0..RUNS)
            .map(|_| {
                let began = Instant::now();
                one_run(&case);
                began.elapsed()
            })
            .collect();
        let median = median(&mut times);
        medians.push(median);
        slowest = slowest.max((median, case.name));
    }
    let (worst, name) = slowest;
    println!("assess, wall time: median {:?} over {} cases, slowest {worst:?} ({name}); bar {BAR:?}", median(&mut medians), medians.len());
    if worst > BAR {
        Err(Stop::because(format!("`assess` takes {worst:?} on {name}, over the bar of {BAR:?}"), "see where with `perf`"))
    } else {
        Ok(())
    }
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Some runs of every case, for the counter. `HS_BENCH_RUNS` says how many: two counts give the cost without the start.
pub fn count() -> Result<(), Stop> {
    let runs = std::env::var("HS_BENCH_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(COUNTED_RUNS);
    let cases = cases()?;
    for _ in 0..runs {
        cases.iter().for_each(one_run);
    }
    Ok(())
}

/// Counts with valgrind: with many runs and with none, so that reading the content falls out.
fn instructions(program: &Path) -> Result<(), Stop> {
    if paths::on_path("valgrind").is_none() {
        println!("assess, counted instructions: not measured, valgrind is not installed (`apt-get install valgrind`)");
        return Ok(());
    }
    let none = counted(program, 0)?;
    let many = counted(program, COUNTED_RUNS)?;
    let runs = COUNTED_RUNS * cases()?.len();
    let each = many.saturating_sub(none) / u64::try_from(runs).unwrap_or(1).max(1);
    println!("assess, counted instructions: {each} a run, mean over {runs} runs of all cases");
    Ok(())
}

fn counted(program: &Path, runs: usize) -> Result<u64, Stop> {
    let mut valgrind = run::program("valgrind");
    valgrind.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]).arg(program);
    valgrind.args(["bench", "--inner", "count"]).env("HS_BENCH_RUNS", runs.to_string());
    let output = valgrind.output();
    let told = output.map(|output| String::from_utf8_lossy(&output.stderr).into_owned()).unwrap_or_else(|error| error.to_string());
    let line = told.lines().find(|line| line.contains("refs:"));
    let number = line.and_then(|line| line.rsplit(':').next()).map(|number| number.trim().replace(',', ""));
    number.and_then(|number| number.parse().ok()).ok_or_else(|| {
        let last = told.lines().last().unwrap_or("it said nothing");
        Stop::because(format!("valgrind did not count: {last}"), format!("run {} and see", run::shown(&valgrind)))
    })
}
