//! Slips in the level table: a row, a bound, a factor.

use super::{Mutant, Tries, Watched};
use crate::content::{Content, LevelContent};
use crate::rulebook::Level;

/// Every slip that gives another table.
pub(super) fn mutants(content: &Content, tries: &mut Tries<'_>) {
    if !tries.wants("level table") {
        return;
    }
    let table = table_of(content);
    let mut add = |change: String, edit: &dyn Fn(&mut LevelContent)| {
        let mut changed = content.clone();
        edit(&mut changed.level);
        // The same table said otherwise is no mutant: a gap reads as `unclear`.
        if table_of(&changed) != table {
            tries.one(Mutant { of: "level table".to_owned(), change, content: changed, watched: Watched::Level });
        }
    };
    let level = &content.level;
    for at in 0..level.rows.len() {
        for other in Level::ALL {
            if level.rows.get(at).is_some_and(|row| row.level != other) {
                add(format!("row {}: level {}", at + 1, other.id()), &|level| {
                    if let Some(row) = level.rows.get_mut(at) {
                        row.level = other;
                    }
                });
            }
        }
        add(format!("row {}: competence inverted", at + 1), &|level| {
            if let Some(row) = level.rows.get_mut(at) {
                row.competence = !row.competence;
            }
        });
    }
    // A bound moved: the first row that matches wins, so a wider row takes from the next, a narrower one leaves a gap.
    for at in 0..level.rows.len() {
        for (name, side, end, step) in [
            ("specialist", 0, 0, 1_i8),
            ("specialist", 0, 1, -1),
            ("specialist", 0, 1, 1),
            ("municipal", 1, 0, 1),
            ("municipal", 1, 1, -1),
            ("municipal", 1, 1, 1),
        ] {
            let mut changed = content.clone();
            let Some(row) = changed.level.rows.get_mut(at) else { continue };
            let bounds = if side == 0 { &mut row.specialist } else { &mut row.municipal };
            let Some(bound) = bounds.get_mut(end) else { continue };
            let Some(moved) = bound.checked_add_signed(step) else { continue };
            *bound = moved;
            if table_of(&changed) == table {
                // Beyond the number of factors, or over a row that stood before it: the same table.
                continue;
            }
            let change = format!("row {}: {name} bound {} moved by {step}", at + 1, end + 1);
            tries.one(Mutant { of: "level table".to_owned(), change, content: changed, watched: Watched::Level });
        }
    }
    let mut factors = |change: String, edit: &dyn Fn(&mut LevelContent)| {
        let mut changed = content.clone();
        edit(&mut changed.level);
        tries.one(Mutant { of: "level table".to_owned(), change, content: changed, watched: Watched::Level });
    };
    for at in 0..level.specialist.len() {
        factors(format!("specialist factor {} dropped", at + 1), &|level| {
            level.specialist.remove(at);
        });
    }
    for at in 0..level.municipal.len() {
        factors(format!("municipal factor {} dropped", at + 1), &|level| {
            level.municipal.remove(at);
        });
    }
}

/// The level of every combination of signs.
fn table_of(content: &Content) -> Vec<Level> {
    let level = &content.level;
    let mut table = Vec::new();
    for competence in [true, false] {
        for specialist in 0..=level.specialist.len() {
            for municipal in 0..=level.municipal.len() {
                let within = |[low, high]: [u8; 2], signs: usize| usize::from(low) <= signs && signs <= usize::from(high);
                let row = level
                    .rows
                    .iter()
                    .find(|row| row.competence == competence && within(row.specialist, specialist) && within(row.municipal, municipal));
                table.push(row.map_or(Level::Unclear, |row| row.level));
            }
        }
    }
    table
}
