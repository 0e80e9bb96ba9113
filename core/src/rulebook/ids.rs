//! Ids: positions in the tables of a rulebook, one type each, so that they cannot be mixed up.

use super::packed::{Bytes, Packed, Packing, packed_names};

macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u16);

        impl Packed for $name {
            fn pack(&self, out: &mut Packing) {
                self.0.pack(out);
            }

            fn unpack(from: &mut Bytes<'_>) -> Self {
                Self(u16::unpack(from))
            }
        }

        impl $name {
            /// The id at this position of its table.
            #[must_use]
            pub const fn at(index: usize) -> Self {
                Self(if index < u16::MAX as usize { index as u16 } else { u16::MAX })
            }

            /// Its position.
            #[must_use]
            pub fn index(self) -> usize {
                usize::from(self.0)
            }
        }
    };
}

position! {
    /// A question, the same in every region.
    QuestionId
}
position! {
    /// An option of one question.
    OptionId
}
position! {
    /// A rule of one region.
    RuleId
}
position! {
    /// An item of one region's checklist.
    ItemId
}
position! {
    /// A piece of guidance of one region.
    GuidanceId
}
position! {
    /// A section of the questionnaire.
    SectionId
}
position! {
    /// A source.
    SourceId
}

/// The section for those who come with a refusal or a text: the first one of the content, which sees to that. Nobody lacks an answer there.
pub const DOOR: SectionId = SectionId::at(0);

/// The four health regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Region {
    /// Helse Midt-Norge.
    Midt,
    /// Helse Sør-Øst.
    SorOst,
    /// Helse Nord.
    Nord,
    /// Helse Vest.
    Vest,
}

packed_names!(Region);

impl Region {
    /// All four, in the order they are offered.
    pub const ALL: [Region; 4] = [Region::Midt, Region::SorOst, Region::Nord, Region::Vest];

    /// The id used in content, attributes and drafts.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Region::Midt => "midt",
            Region::SorOst => "sor-ost",
            Region::Nord => "nord",
            Region::Vest => "vest",
        }
    }

    /// The region with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.id() == id)
    }
}
