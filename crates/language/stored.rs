//! Macros that give a value type its one form in the database.

/// A newtype over `i64` stored as `BIGINT`.
#[macro_export]
macro_rules! bigint_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            ::diesel::deserialize::FromSqlRow, ::diesel::expression::AsExpression,
        )]
        #[diesel(sql_type = ::diesel::sql_types::BigInt)]
        pub struct $name(pub i64);

        impl<DB> ::diesel::deserialize::FromSql<::diesel::sql_types::BigInt, DB> for $name
        where
            DB: ::diesel::backend::Backend,
            i64: ::diesel::deserialize::FromSql<::diesel::sql_types::BigInt, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> ::diesel::deserialize::Result<Self> {
                i64::from_sql(bytes).map(Self)
            }
        }

        impl<DB> ::diesel::serialize::ToSql<::diesel::sql_types::BigInt, DB> for $name
        where
            DB: ::diesel::backend::Backend,
            i64: ::diesel::serialize::ToSql<::diesel::sql_types::BigInt, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut ::diesel::serialize::Output<'b, '_, DB>,
            ) -> ::diesel::serialize::Result {
                self.0.to_sql(out)
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl ::std::str::FromStr for $name {
            type Err = ::std::num::ParseIntError;
            /// Digits and nothing else, the first no zero: one thing has one address.
            fn from_str(text: &str) -> ::std::result::Result<Self, Self::Err> {
                let plain = text.bytes().all(|b| b.is_ascii_digit());
                let text = if plain && !text.starts_with('0') { text } else { "" };
                text.parse().map(Self)
            }
        }
    };
}

/// An enumeration stored as its name (`TEXT`), with `name()` and `from_name()`.
#[macro_export]
macro_rules! text_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            ::diesel::deserialize::FromSqlRow, ::diesel::expression::AsExpression,
        )]
        #[diesel(sql_type = ::diesel::sql_types::Text)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in declared order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored name.
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The value of a stored name, if it is one.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$variant),)+ _ => None }
            }
        }

        impl<DB> ::diesel::deserialize::FromSql<::diesel::sql_types::Text, DB> for $name
        where
            DB: ::diesel::backend::Backend,
            String: ::diesel::deserialize::FromSql<::diesel::sql_types::Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> ::diesel::deserialize::Result<Self> {
                let name = String::from_sql(bytes)?;
                Self::from_name(&name)
                    .ok_or_else(|| format!("{name:?} is no {}", stringify!($name)).into())
            }
        }

        impl<DB> ::diesel::serialize::ToSql<::diesel::sql_types::Text, DB> for $name
        where
            DB: ::diesel::backend::Backend,
            str: ::diesel::serialize::ToSql<::diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut ::diesel::serialize::Output<'b, '_, DB>,
            ) -> ::diesel::serialize::Result {
                self.name().to_sql(out)
            }
        }
    };
}

/// An enumeration stored as a small number (`SMALLINT`), for tables of many
/// rows. A code, once given, keeps its meaning for ever.
#[macro_export]
macro_rules! code_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            ::diesel::deserialize::FromSqlRow, ::diesel::expression::AsExpression,
        )]
        #[diesel(sql_type = ::diesel::sql_types::SmallInt)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in declared order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stored code.
            pub const fn code(self) -> i16 {
                match self { $(Self::$variant => $code),+ }
            }

            /// The value of a stored code, if it is one.
            pub fn from_code(code: i16) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }

        impl<DB> ::diesel::deserialize::FromSql<::diesel::sql_types::SmallInt, DB> for $name
        where
            DB: ::diesel::backend::Backend,
            i16: ::diesel::deserialize::FromSql<::diesel::sql_types::SmallInt, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> ::diesel::deserialize::Result<Self> {
                let code = i16::from_sql(bytes)?;
                Self::from_code(code)
                    .ok_or_else(|| format!("{code} is no {}", stringify!($name)).into())
            }
        }

        impl<DB> ::diesel::serialize::ToSql<::diesel::sql_types::SmallInt, DB> for $name
        where
            DB: ::diesel::backend::Backend,
            i16: ::diesel::serialize::ToSql<::diesel::sql_types::SmallInt, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut ::diesel::serialize::Output<'b, '_, DB>,
            ) -> ::diesel::serialize::Result {
                const CODES: &[i16] = &[$($code),+];
                // Diesel wants a value that outlives the call: the table of codes does.
                let at = match self { $(Self::$variant => CODES.iter().position(|c| *c == $code)),+ };
                match at {
                    Some(at) => CODES[at].to_sql(out),
                    None => Err("an enumeration without its code".into()),
                }
            }
        }
    };
}
