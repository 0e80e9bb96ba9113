//! Places of an element whose children change: one that is drawn anew, and a list where each child is kept by its key.

use super::dom::El;
use crate::calls::{Gives, Takes};
use crate::reactive::{Owner, follow, untrack};
use hs_core::listed::Listed;
use leptos_dom::helpers::document;
use std::cell::RefCell;
use web_sys::Node;

impl El {
    /// Children at this place that are drawn anew whenever what `draw` reads has changed.
    #[must_use]
    pub fn live(self, draw: impl Fn() -> Option<El> + 'static) -> Self {
        self.follow_child(Box::new(draw))
    }

    fn follow_child(self, draw: Box<dyn Gives<Option<El>>>) -> Self {
        self.live_all(move || draw.give().into_iter().listed())
    }

    /// Several children at this place, drawn anew together.
    #[must_use]
    pub fn live_all(self, draw: impl Fn() -> Vec<El> + 'static) -> Self {
        self.follow_children(Box::new(draw))
    }

    fn follow_children(self, draw: Box<dyn Gives<Vec<El>>>) -> Self {
        let (parent, end) = self.end_mark();
        let shown = RefCell::new(Vec::<El>::new());
        follow(move || {
            let now = draw.give();
            for old in shown.borrow().iter() {
                old.remove();
            }
            for one in &now {
                let _ = parent.insert_before(one.node(), Some(&end));
            }
            shown.replace(now);
        });
        self
    }

    /// A list at this place: a child for each key, drawn once and kept as long as its key is there. Children that stay
    /// are not moved when others come and go, so the focus stays in them.
    #[must_use]
    pub fn each(self, keys: impl Fn() -> Vec<String> + 'static, draw: impl Fn(&str) -> El + 'static) -> Self {
        self.follow_keys(Box::new(keys), Box::new(draw))
    }

    fn follow_keys(self, keys: Box<dyn Gives<Vec<String>>>, draw: Draw) -> Self {
        let (parent, end) = self.end_mark();
        // Children outlive the run that draws them: each has an owner under that of the list.
        let owner = Owner::current();
        let shown = RefCell::new(Vec::<Kept>::new());
        follow(move || {
            let keys = keys.give();
            let mut before = shown.take();
            before.retain(|kept| {
                let stays = keys.contains(&kept.key);
                if !stays {
                    kept.child.remove();
                    kept.owner.cleanup();
                }
                stays
            });
            let mut after = Vec::with_capacity(keys.len());
            for key in keys {
                let kept = match before.iter().position(|kept| kept.key == key) {
                    Some(place) => before.remove(place),
                    None => Kept::new(owner.as_ref(), key, &draw),
                };
                after.push(kept);
            }
            put_in_order(&parent, &end, &after);
            shown.replace(after);
        });
        self
    }

    /// A mark that stays at the end of the place: an empty text.
    fn end_mark(&self) -> (Node, Node) {
        let end: Node = document().create_text_node("").into();
        let _ = self.node().append_child(&end);
        (self.node().clone(), end)
    }
}

/// Draws the child of a key.
type Draw = Box<dyn for<'a> Takes<&'a str, El>>;

/// A child of a list.
struct Kept {
    key: String,
    child: El,
    owner: Owner,
}

impl Kept {
    fn new(parent: Option<&Owner>, key: String, draw: &Draw) -> Self {
        let owner = parent.map_or_else(Owner::new, Owner::child);
        // What a child reads while it is drawn is no reason to draw the list anew.
        let child = owner.with(|| untrack(|| draw.take(&key)));
        Self { key, child, owner }
    }
}

/// Goes from the end to the beginning and moves only what is not in its place.
fn put_in_order(parent: &Node, end: &Node, children: &[Kept]) {
    let mut next = end.clone();
    for kept in children.iter().rev() {
        let node = kept.child.node();
        if node.next_sibling().as_ref() != Some(&next) {
            let _ = parent.insert_before(node, Some(&next));
        }
        next = node.clone();
    }
}
