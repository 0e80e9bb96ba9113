//! Rulebooks and words as bytes: written and read by the same build, so the form promises nothing to anybody.

use super::Rulebook;
use super::words::Words;

/// The bytes are not those of this build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotOfThisBuild;

impl Rulebook {
    /// Written when the program is built. Fails only where memory does.
    pub fn bake(&self) -> Result<Vec<u8>, NotOfThisBuild> {
        postcard::to_allocvec(self).map_err(|_| NotOfThisBuild)
    }

    /// Read in the browser.
    pub fn unbake(bytes: &[u8]) -> Result<Self, NotOfThisBuild> {
        postcard::from_bytes(bytes).map_err(|_| NotOfThisBuild)
    }
}

impl Words {
    /// Written when the program is built. Fails only where memory does.
    pub fn bake(&self) -> Result<Vec<u8>, NotOfThisBuild> {
        postcard::to_allocvec(self).map_err(|_| NotOfThisBuild)
    }

    /// Read in the browser.
    pub fn unbake(bytes: &[u8]) -> Result<Self, NotOfThisBuild> {
        postcard::from_bytes(bytes).map_err(|_| NotOfThisBuild)
    }
}

/// A day as year, month and day: three numbers, so that the wasm carries no parser of dates.
pub(super) mod day {
    use jiff::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer>(date: &Date, out: S) -> Result<S::Ok, S::Error> {
        (date.year(), date.month(), date.day()).serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        let (year, month, day) = <(i16, i8, i8)>::deserialize(from)?;
        Date::new(year, month, day).map_err(|_| D::Error::custom("no day"))
    }
}

/// A day that may not be there.
pub(super) mod day_or_none {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    #[derive(Serialize, Deserialize)]
    struct Day(#[serde(with = "super::day")] Date);

    pub fn serialize<S: Serializer>(date: &Option<Date>, out: S) -> Result<S::Ok, S::Error> {
        date.map(Day).serialize(out)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        Ok(Option::<Day>::deserialize(from)?.map(|Day(date)| date))
    }
}
