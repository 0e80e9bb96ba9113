//! What was moved in a list: as few things as explain the new order.

/// The things of `after` that were moved, each with the one it stands after now (none: it comes first). What is new or gone moves
/// nothing.
pub(super) fn moved<'a>(before: &[&str], after: &[&'a str]) -> Vec<(&'a str, Option<&'a str>)> {
    // Where each thing that stayed stood before, in the order of today.
    let kept: Vec<(usize, &'a str)> =
        after.iter().filter_map(|name| before.iter().position(|old| old == name).map(|place| (place, *name))).collect();
    // The longest run that is still in its old order has not moved: how long one can be that ends here, and with whom before.
    let mut best: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, (place, _)) in kept.iter().enumerate() {
        let before = kept.iter().take(at).zip(&best).enumerate().filter(|(_, ((other, _), _))| other < place);
        let longest =
            before.map(|(from, (_, (length, _)))| (*length, from)).max_by_key(|(length, from)| (*length, std::cmp::Reverse(*from)));
        best.push(longest.map_or((1, None), |(length, from)| (length + 1, Some(from))));
    }
    let mut stayed = vec![false; kept.len()];
    let mut at = best.iter().enumerate().max_by_key(|(at, (length, _))| (*length, std::cmp::Reverse(*at))).map(|(at, _)| at);
    while let Some(place) = at {
        stayed.iter_mut().skip(place).take(1).for_each(|stayed| *stayed = true);
        at = best.get(place).and_then(|(_, from)| *from);
    }
    let follows = |name: &str| {
        let place = after.iter().position(|one| *one == name)?;
        after.get(place.checked_sub(1)?).copied()
    };
    kept.iter().zip(stayed).filter(|(_, stayed)| !stayed).map(|((_, name), _)| (*name, follows(name))).collect()
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn only_the_one_that_was_moved_is_told_and_what_is_new_moves_nothing() {
        assert_eq!(moved(&["a", "b", "c", "d"], &["b", "c", "a", "d"]), [("a", Some("c"))]);
        assert_eq!(moved(&["a", "b", "c"], &["c", "a", "b"]), [("c", None)]);
        assert!(moved(&["a", "b", "c"], &["x", "a", "c", "y"]).is_empty());
        assert!(moved(&[], &["a"]).is_empty());
    }
}
