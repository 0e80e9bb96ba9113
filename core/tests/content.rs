//! The content is whole: no problem in it, every case comes out as it says, and a slip in any rule would be noticed.

#![allow(clippy::string_slice, reason = "a test may stop")]

mod support;

use hs_core::content;
use support::content;

#[test]
fn the_content_has_no_problem() {
    // `load` plays every case too.
    if let Err(problems) = content::load(&support::folder()) {
        let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
        panic!("{} problems\n{}", lines.len(), lines.join("\n"));
    }
}

#[test]
fn a_slip_in_any_rule_is_noticed_by_a_case() {
    let (survivors, tally) = content::survivors(content());
    let mut made = 0;
    for (of, (count, noticed)) in &tally {
        println!("{noticed:>3} of {count:>3}  {of}");
        made += count;
    }
    println!("{made} mutants");
    let unnoticed: Vec<String> = survivors.iter().map(|mutant| format!("no case notices: {}: {}", mutant.of, mutant.change)).collect();
    assert!(made > 400, "only {made} mutants were made");
    assert!(unnoticed.is_empty(), "{} survive\n{}", unnoticed.len(), unnoticed.join("\n"));
}
