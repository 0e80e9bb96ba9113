//! Copying, and knowing whether it worked. A page may forbid it, an old browser may lack it: then the text is shown to be copied by hand.

use crate::work::at_work;
use js_sys::{Function, Promise, Reflect};
use leptos_dom::helpers::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Copies the text and tells how it went.
pub fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    match started(text) {
        Some(promise) => spawn_local(async move {
            let (went_well, mut done) = (JsFuture::from(promise).await.is_ok(), Some(done));
            at_work(&mut || {
                if let Some(done) = done.take() {
                    done(went_well);
                }
            });
        }),
        None => done(false),
    }
}

fn started(text: &str) -> Option<Promise> {
    let navigator: JsValue = window().navigator().into();
    let clipboard = Reflect::get(&navigator, &"clipboard".into()).ok().filter(JsValue::is_object)?;
    let write: Function = Reflect::get(&clipboard, &"writeText".into()).ok()?.dyn_into().ok()?;
    write.call1(&clipboard, &text.into()).ok()?.dyn_into().ok()
}
