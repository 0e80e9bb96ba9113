//! What the JavaScript class does for the view: the only way out of the wasm besides the DOM inside the shadow root.

use hs_core::json::Json;
use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The object that `henvisningsstotte.js` passes to `mount`.
    pub type Bridge;

    /// Sends an event from the element. The detail is JSON, so that it is plain data whatever the page does with it.
    #[wasm_bindgen(method)]
    fn emit(this: &Bridge, kind: &str, detail: &str);

    /// Asks for the words of a language; they come by `Handle::set_words`.
    #[wasm_bindgen(method, js_name = wantWords)]
    pub fn want_words(this: &Bridge, lang: &str);

    /// Asks to be told, by `Handle::flush`, when it is time to save.
    #[wasm_bindgen(method, js_name = saveSoon)]
    pub fn save_soon(this: &Bridge);

    /// Prints an element that stands inside the shadow root, in a frame of its own: the page around is not printed. False where
    /// the page is not allowed to.
    #[wasm_bindgen(method)]
    pub fn print(this: &Bridge, element: &Element) -> bool;

    /// Saves a text as a file, where the doctor says: nothing is asked of the network.
    #[wasm_bindgen(method)]
    pub fn save(this: &Bridge, text: &str);

    /// Keeps the last state in the page's memory: a draft to start again from, and the text to show meanwhile.
    #[wasm_bindgen(method)]
    pub fn mirror(this: &Bridge, draft: &str, text: &str);
}

impl Bridge {
    /// Sends an event. The page's listeners run within it.
    pub fn tell(&self, kind: &str, detail: &str) {
        crate::work::at_rest(|| self.emit(kind, detail));
    }

    /// An `hs-error`: something was not as it should be, and what was done instead. English, for integrators.
    pub fn report(&self, mut detail: Json) {
        crate::drafts::redact(&mut detail);
        self.tell("hs-error", &detail.text());
    }
}
