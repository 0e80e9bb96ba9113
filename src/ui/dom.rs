//! Elements, made by DOM calls and kept up to date by Leptos' effects.
//!
//! Leptos' `view!` makes the code of every view anew, since every view is a type of its own: measured on this page,
//! 132 kB brotli, where 150 is the bar for everything. Here all elements are one type and all closures are boxed at the
//! door, which makes 25 to 30 of it. What holds there holds here: no `innerHTML` (Trusted Types), no `style` attribute
//! (CSP), effects end with their owner. Nothing is looked up in the document; it only makes nodes.

use crate::calls::{Gives, Takes};
use crate::reactive::{Derived, follow};
use crate::work::{at_rest, at_work};
use leptos_dom::helpers::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node};

/// An element that is being put together. A clone is the same element.
#[derive(Debug, Clone, PartialEq)]
pub struct El(Element);

/// What can be so or not so of an element.
#[derive(Debug, Clone, Copy)]
enum Sign {
    Class(&'static str),
    Hidden,
    Aria(&'static str),
    Checked,
}

/// An element of HTML.
#[must_use]
pub fn el(tag: &str) -> El {
    // Fails only for a tag that is no name; all tags stand in this crate.
    El(document().create_element(tag).unwrap_or_else(|_| JsValue::NULL.unchecked_into()))
}

/// An element with a class and a text: most of what there is.
#[must_use]
pub fn text(tag: &str, class: &str, text: &str) -> El {
    el(tag).class(class).text(text)
}

/// An element of SVG.
#[must_use]
pub fn svg(tag: &str) -> El {
    let made = document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag);
    El(made.unwrap_or_else(|_| JsValue::NULL.unchecked_into()))
}

/// A button that does something.
#[must_use]
pub fn button(class: &str, press: impl Fn() + 'static) -> El {
    pressed(class, Box::new(press))
}

fn pressed(class: &str, press: Box<dyn Gives>) -> El {
    el("button").attr("type", "button").class(class).on_press(press)
}

/// Something read from the state, boxed: the code that uses it is made once for each `T`, not for each closure.
type Read<T> = Box<dyn Gives<T>>;

impl El {
    /// An attribute.
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Its classes.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        if names.is_empty() { self } else { self.attr("class", names) }
    }

    /// Its id.
    #[must_use]
    pub fn id(self, id: &str) -> Self {
        self.attr("id", id)
    }

    /// Words at its end.
    #[must_use]
    pub fn text(self, words: &str) -> Self {
        let _ = self.0.append_child(&document().create_text_node(words));
        self
    }

    /// A child at its end; none is nothing.
    #[must_use]
    pub fn child(self, child: impl Into<Option<El>>) -> Self {
        if let Some(child) = child.into() {
            let _ = self.0.append_child(&child.0);
        }
        self
    }

    /// Children at its end.
    #[must_use]
    pub fn children(self, children: Vec<El>) -> Self {
        children.into_iter().fold(self, El::child)
    }

    /// Words at its end that follow the state.
    #[must_use]
    pub fn live_text(self, read: impl Fn() -> String + 'static) -> Self {
        self.follow_text(Box::new(read))
    }

    fn follow_text(self, read: Read<String>) -> Self {
        let node = document().create_text_node("");
        let _ = self.0.append_child(&node);
        follow(move || node.set_data(&read.give()));
        self
    }

    /// An attribute that follows the state; none takes it away.
    #[must_use]
    pub fn live_attr(self, name: &'static str, read: impl Fn() -> Option<String> + 'static) -> Self {
        self.follow_attr(name, Box::new(read))
    }

    fn follow_attr(self, name: &'static str, read: Read<Option<String>>) -> Self {
        let element = self.0.clone();
        follow(move || {
            let _ = match read.give() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        });
        self
    }

    /// A class that comes and goes.
    #[must_use]
    pub fn class_when(self, name: &'static str, read: impl Fn() -> bool + 'static) -> Self {
        self.follow_sign(Sign::Class(name), Box::new(read))
    }

    /// Hidden while this is so.
    #[must_use]
    pub fn hidden_when(self, read: impl Fn() -> bool + 'static) -> Self {
        self.follow_sign(Sign::Hidden, Box::new(read))
    }

    /// An attribute of the kind `aria-expanded`, which says both "true" and "false".
    #[must_use]
    pub fn aria_when(self, name: &'static str, read: impl Fn() -> bool + 'static) -> Self {
        self.follow_sign(Sign::Aria(name), Box::new(read))
    }

    /// A radio button or check box that follows the state.
    #[must_use]
    pub fn checked_when(self, read: impl Fn() -> bool + 'static) -> Self {
        self.follow_sign(Sign::Checked, Box::new(read))
    }

    fn follow_sign(self, sign: Sign, read: Read<bool>) -> Self {
        let element = self.clone();
        follow(move || element.show(sign, read.give()));
        self
    }

    fn show(&self, sign: Sign, on: bool) {
        let _ = match sign {
            Sign::Class(name) => self.0.class_list().toggle_with_force(name, on).map(drop),
            Sign::Hidden => self.0.toggle_attribute_with_force("hidden", on).map(drop),
            Sign::Aria(name) => self.0.set_attribute(name, if on { "true" } else { "false" }),
            Sign::Checked => {
                self.control().set_checked(on);
                Ok(())
            }
        };
    }

    /// Does something when an event reaches it.
    #[must_use]
    pub fn on(self, event: &str, run: impl Fn(&Event) + 'static) -> Self {
        self.listen(event, Box::new(run))
    }

    fn listen(self, event: &str, run: Box<dyn for<'a> Takes<&'a Event>>) -> Self {
        // What is done holds elements, and the element holds its listener: let go of when the owner ends, or neither ever is.
        let run = Derived::kept(run);
        let listener: Box<dyn Fn(Event)> = Box::new(move |event| {
            at_work(&mut || {
                run.try_with_untracked(|run| run.take(&event));
            });
        });
        // The browser keeps the closure as long as it keeps the element.
        let listener = Closure::wrap(listener).into_js_value();
        let _ = self.0.add_event_listener_with_callback(event, listener.unchecked_ref());
        self
    }

    /// Does something when it is pressed.
    #[must_use]
    pub fn on_click(self, press: impl Fn() + 'static) -> Self {
        self.on_press(Box::new(press))
    }

    fn on_press(self, press: Box<dyn Gives>) -> Self {
        self.on("click", move |_| press.give())
    }

    /// The element as a control. Every control with a value answers to it.
    #[must_use]
    pub fn control(&self) -> HtmlInputElement {
        self.0.clone().unchecked_into()
    }

    /// The element as something that can have the focus.
    #[must_use]
    pub fn html(&self) -> HtmlElement {
        self.0.clone().unchecked_into()
    }

    /// The node itself.
    #[must_use]
    pub fn node(&self) -> &Node {
        &self.0
    }

    /// Takes it off the page. A focus that is lost with it is told to the host too.
    pub fn remove(&self) {
        at_rest(|| self.0.remove());
    }
}
