use crate::w;
use language::text_enum;
use std::borrow::Borrow;
use words::Lang;

text_enum!(
    /// What a reaction says.
    Word {
        /// Dank je.
        Thanks = "thanks",
        /// Mee eens.
        Agree = "agree",
        /// Knap.
        Impressed = "impressed",
        /// Ik help.
        Help = "help",
        /// Dit hielp mij: feeds the wins.
        HelpedMe = "helped_me",
    }
);

impl Word {
    /// The word itself.
    pub fn say(self, lang: impl Borrow<Lang>) -> &'static str {
        let lang = *lang.borrow();
        match self {
            Self::Thanks => w::thanks(lang),
            Self::Agree => w::agree(lang),
            Self::Impressed => w::impressed(lang),
            Self::Help => w::help(lang),
            Self::HelpedMe => w::helped_me(lang),
        }
    }

    /// The name of the small sign beside it.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Thanks => "thanks",
            Self::Agree => "agree",
            Self::Impressed => "clever",
            Self::Help => "helping",
            Self::HelpedMe => "helped",
        }
    }
}
