//! After a panic the instance is lost, but not what the doctor wrote: the JavaScript class has the last state.
//! The hook tells it, and prints the place only: a panic message may hold values.

use super::bridge::Bridge;
use std::cell::RefCell;
use std::panic::PanicHookInfo;
use std::sync::Once;
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

thread_local! {
    /// The element this instance works for now. One instance, one element at a time.
    static TOLD: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}
static HOOK: Once = Once::new();

/// From now on a panic is told to this bridge.
pub fn tell(bridge: &Bridge) {
    TOLD.with(|told| {
        if let Ok(mut told) = told.try_borrow_mut() {
            *told = Some(bridge.into());
        }
    });
    HOOK.call_once(|| std::panic::set_hook(Box::new(hook)));
}

fn hook(info: &PanicHookInfo) {
    // A release has no places: the element tells the functions on the stack instead.
    let place = info.location().filter(|at| at.line() > 0);
    let place = place.map_or_else(String::new, |at| format!("{}:{}:{}", at.file(), at.line(), at.column()));
    let told = TOLD.with(|told| told.try_borrow().ok().and_then(|told| told.clone()));
    if let Some(bridge) = told {
        bridge.unchecked_ref::<Bridge>().panicked(&place);
    }
}
