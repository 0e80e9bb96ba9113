//! Where drafts lie: the browser's storage, behind a door that can be shut.
//!
//! Storage may be forbidden (sandboxed frames, strict privacy settings). A library that throws there would end the wasm instance, so
//! every use asks `web-sys`, which answers with an error instead.

use super::restore::time;
use hs_core::json::{self, Json, table};
use hs_core::listed::Listed;
use hs_core::numbers::{padded, whole};

/// Where drafts are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// Not at all: storage is never touched.
    Nowhere,
    /// For the tab's session.
    #[default]
    Session,
    /// On this computer, until it expires.
    Local,
}

impl Place {
    /// The place with this name in the `storage` attribute.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "none" => Some(Place::Nowhere),
            "session" => Some(Place::Session),
            "local" => Some(Place::Local),
            _ => None,
        }
    }

    /// The storage, if the browser gives it out.
    fn open(self) -> Option<web_sys::Storage> {
        match self {
            Place::Nowhere => None,
            Place::Session => web_sys::window()?.session_storage().ok()?,
            Place::Local => web_sys::window()?.local_storage().ok()?,
        }
    }
}

/// How long a draft in `Place::Local` is kept: until the same time next day, so that a letter begun in the afternoon can be
/// finished in the morning.
const EXPIRES_AFTER: u64 = 24 * 60 * 60 * 1000;
const PREFIX: &str = "henvisningsstotte";
/// The ends of the keys of what is kept aside.
const ASIDE: [&str; 3] = [":kept", ":kept-2", ":kept-3"];

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// No draft.
    Nothing,
    /// A text that may be a draft.
    Text(String),
    /// The browser gives out no storage.
    Forbidden,
}

/// Storage is full or forbidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Failed;

/// The drafts of one element under one key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drafts {
    place: Place,
    key: String,
}

impl Drafts {
    /// The drafts under the host's key. `slot` tells apart elements on one page that have the same key; the first is 1.
    #[must_use]
    pub fn new(place: Place, draft_key: &str, slot: u64) -> Self {
        let key = if slot <= 1 { [PREFIX, ":", draft_key].concat() } else { [PREFIX, "-", &padded(slot, 1), ":", draft_key].concat() };
        Self { place, key }
    }

    /// Whether the host asked for no storage at all.
    #[must_use]
    pub fn is_off(&self) -> bool {
        self.place == Place::Nowhere
    }

    /// Where they are kept.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// The same key in another place.
    #[must_use]
    pub fn in_place(self, place: Place) -> Self {
        Self { place, ..self }
    }

    /// Looks for a draft. Expired ones are deleted, under every key.
    #[must_use]
    pub fn find(&self, now: u64) -> Found {
        if self.is_off() {
            return Found::Nothing;
        }
        let Some(storage) = self.place.open() else { return Found::Forbidden };
        if self.place == Place::Local {
            sweep(&storage, now);
        }
        match storage.get_item(&self.key) {
            Ok(Some(text)) => Found::Text(text),
            Ok(None) => Found::Nothing,
            Err(_) => Found::Forbidden,
        }
    }

    /// What lies there and is not what is `known`: another tab's. Only what is kept on this computer is shared with other tabs.
    #[must_use]
    pub fn of_others(&self, known: &str) -> Option<String> {
        let storage = self.place.open().filter(|_| self.place == Place::Local)?;
        storage.get_item(&self.key).ok()?.filter(|text| text != known)
    }

    /// Saves a draft over the one before.
    ///
    /// # Errors
    /// When storage is full or forbidden. The draft before stands then.
    pub fn save(&self, draft: &Json) -> Result<(), Failed> {
        self.put(&self.key, draft)
    }

    /// Keeps a text that could not be read whole, or is another tab's, under a further key, so that saving overwrites nothing.
    ///
    /// # Errors
    /// When storage is full or forbidden, or too much is kept aside already.
    pub fn keep_aside(&self, text: &str, now: u64) -> Result<(), Failed> {
        let storage = self.place.open().ok_or(Failed)?;
        let free = self.aside().find(|key| matches!(storage.get_item(key), Ok(None))).ok_or(Failed)?;
        self.put(&free, &table([("kept", text.into()), ("saved", now.into())]))
    }

    /// Deletes the draft, not what was kept aside.
    pub fn remove(&self) {
        self.take(&self.key);
    }

    /// Deletes everything under this key.
    pub fn remove_all(&self) {
        self.remove();
        self.aside().for_each(|key| self.take(&key));
    }

    /// The keys of what is kept aside.
    fn aside(&self) -> impl Iterator<Item = String> {
        ASIDE.iter().map(|end| [&self.key, *end].concat())
    }

    fn put(&self, key: &str, value: &Json) -> Result<(), Failed> {
        self.place.open().ok_or(Failed)?.set_item(key, &value.text()).map_err(|_| Failed)
    }

    fn take(&self, key: &str) {
        if let Some(storage) = self.place.open() {
            let _ = storage.remove_item(key);
        }
    }
}

/// Deletes what expired. What has no readable time is left for `restore` to judge when its key comes up.
fn sweep(storage: &web_sys::Storage, now: u64) {
    let count = storage.length().unwrap_or(0);
    let keys: Vec<String> = (0..count).filter_map(|index| storage.key(index).ok().flatten()).listed();
    for key in keys.into_iter().filter(|key| is_ours(key)) {
        let Ok(Some(text)) = storage.get_item(&key) else { continue };
        let saved = json::parse(&text).and_then(|draft| time(&draft, "saved"));
        if saved.is_some_and(|saved| saved.saturating_add(EXPIRES_AFTER) < now) {
            let _ = storage.remove_item(&key);
        }
    }
}

fn is_ours(key: &str) -> bool {
    let slot = key.split_once(':').and_then(|(head, _)| head.strip_prefix(PREFIX));
    slot.is_some_and(|slot| slot.is_empty() || slot.strip_prefix('-').is_some_and(|number| whole::<u64>(number).is_some()))
}
