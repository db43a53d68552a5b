//! What a run may use at most.

use crate::json::{Fields, FromJson, Json, Misfit, deserialize_from_json};
use alloc::{borrow::ToOwned, string::String, vec::Vec};
use schemars::JsonSchema;
use serde::Serialize;

/// One row of the limits table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct LimitSpec {
    /// The field's name in [`Limits`], with its unit.
    pub name: &'static str,
    /// The value that a run has unless told otherwise.
    pub default: u64,
    /// The least value that is accepted.
    pub min: u64,
    /// The greatest value that is accepted.
    pub max: u64,
}

/// A limit outside its range, or a name that is no limit's.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LimitError {
    /// No limit has this name.
    #[error("limits.{name}: no such limit (there are: {known})")]
    Unknown {
        /// The name that was given.
        name: String,
        /// The names that exist.
        known: String,
    },
    /// The value is outside of the limit's range.
    #[error("limits.{name}: {value} is not within {min} to {max}")]
    OutOfRange {
        /// The limit.
        name: &'static str,
        /// The value that was given.
        value: u64,
        /// The least that is accepted.
        min: u64,
        /// The most that is accepted.
        max: u64,
    },
    /// The value is more than the bundle allows.
    #[error("limits.{name}: {value} is more than the {most} that the bundle allows")]
    OverMaximum {
        /// The limit.
        name: &'static str,
        /// The value that was given.
        value: u64,
        /// What the bundle allows.
        most: u64,
    },
}

/// The limits as a table: each row makes a field, its default, its range, its setter.
macro_rules! limits {
    ($( $(#[$doc:meta])* $name:ident / $with:ident = $default:literal in $min:literal ..= $max:literal; )*) => {
        /// What a run may use at most. Units are in the names; every field has a range,
        /// checked when the request is validated.
        ///
        /// ```
        /// use hognose_core::contract::Limits;
        /// let limits = Limits::default().with_wall_ms(500).with_memory_bytes(16 << 20);
        /// assert_eq!(limits.wall_ms, 500);
        /// ```
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
        #[schemars(default, deny_unknown_fields)]
        #[non_exhaustive]
        pub struct Limits {
            $( $(#[$doc])* #[schemars(range(min = $min, max = $max))] pub $name: u64, )*
        }

        impl Default for Limits {
            fn default() -> Self {
                Self { $( $name: $default, )* }
            }
        }

        impl FromJson for Limits {
            fn from_json(json: Json, field: &str) -> Result<Self, Misfit> {
                Self::read_over(Self::default(), json, field)
            }
        }

        impl Limits {
            /// These limits, with those that the JSON has in their place.
            pub(crate) fn read_over(base: Self, json: Json, field: &str) -> Result<Self, Misfit> {
                let mut fields = Fields::new(json, field, &[$( stringify!($name), )*])?;
                let mut limits = base;
                for (spec, slot) in limits.slots() {
                    if let Some(value) = fields.optional(spec.name)? {
                        *slot = value;
                    }
                }
                Ok(limits)
            }
        }
        deserialize_from_json!(Limits);

        impl Limits {
            /// Every limit with its default and its range, in the order of the documents.
            pub const TABLE: &'static [LimitSpec] = &[
                $( LimitSpec { name: stringify!($name), default: $default, min: $min, max: $max }, )*
            ];

            $(
                #[doc = concat!("The same limits with another `", stringify!($name), "`.")]
                #[must_use]
                pub fn $with(mut self, $name: u64) -> Self {
                    self.$name = $name;
                    self
                }
            )*

            /// The limits with these values, in the order of the table. They are not checked.
            pub(crate) fn from_values<E>(mut value: impl FnMut() -> Result<u64, E>) -> Result<Self, E> {
                Ok(Self { $( $name: value()?, )* })
            }

            fn slots(&mut self) -> impl Iterator<Item = (&'static LimitSpec, &mut u64)> {
                Self::TABLE.iter().zip([$( &mut self.$name, )*])
            }

            pub(crate) fn values(&self) -> impl Iterator<Item = u64> {
                [$( self.$name, )*].into_iter()
            }
        }
    };
}

limits! {
    /// Fuel: about one unit per WebAssembly instruction. Beyond it the run ends as `out_of_fuel`.
    fuel / with_fuel = 10_000_000_000 in 1 ..= 9_007_199_254_740_991_u64;
    /// Wall-clock time in milliseconds. Beyond it the run ends as `timeout`.
    wall_ms / with_wall_ms = 10_000 in 1 ..= 86_400_000;
    /// Guest linear memory in bytes. Python sees `MemoryError`; a guest that cannot go on ends as
    /// `out_of_memory`.
    memory_bytes / with_memory_bytes = 67_108_864 in 2_097_152 ..= 4_294_967_296_u64;
    /// Bytes of standard output that are kept: the first and the last half.
    stdout_bytes / with_stdout_bytes = 65_536 in 0 ..= 67_108_864;
    /// Bytes of standard error that are kept: the first and the last half.
    stderr_bytes / with_stderr_bytes = 65_536 in 0 ..= 67_108_864;
    /// Bytes in all files of the workspace together. Beyond it: `ENOSPC`.
    workspace_bytes / with_workspace_bytes = 16_777_216 in 0 ..= 1_073_741_824;
    /// Files, directories and links in the workspace together. Beyond it: `ENOSPC`.
    workspace_files / with_workspace_files = 1_000 in 0 ..= 100_000;
    /// Bytes in one file. Beyond it: `EFBIG`.
    file_bytes / with_file_bytes = 4_194_304 in 0 ..= 1_073_741_824;
    /// Directories in a path. Beyond it: `ENAMETOOLONG`.
    path_depth / with_path_depth = 32 in 1 ..= 256;
    /// Bytes in one name of a path. Beyond it: `ENAMETOOLONG`.
    name_bytes / with_name_bytes = 255 in 1 ..= 255;
    /// Files and directories open at once, standard streams included. Beyond it: `EMFILE`.
    open_files / with_open_files = 64 in 4 ..= 1_024;
}

impl Limits {
    /// Sets the limit with this name, within its range.
    pub fn set(&mut self, name: &str, value: u64) -> Result<(), LimitError> {
        let mut changed = self.clone();
        let slot = changed.slots().find(|(spec, _)| spec.name == name);
        let (_, slot) = slot.ok_or_else(|| LimitError::Unknown {
            name: name.to_owned(),
            known: Self::TABLE.iter().map(|spec| spec.name).collect::<Vec<_>>().join(", "),
        })?;
        *slot = value;
        changed.check()?;
        *self = changed;
        Ok(())
    }

    /// The greatest value that each of them may have.
    pub fn greatest() -> Self {
        let mut limits = Self::default();
        for (spec, slot) in limits.slots() {
            *slot = spec.max;
        }
        limits
    }

    /// Checks that none of them is greater than it is in `most`.
    pub fn check_against(&self, most: &Self) -> Result<(), LimitError> {
        for ((spec, value), most) in Self::TABLE.iter().zip(self.values()).zip(most.values()) {
            if value > most {
                return Err(LimitError::OverMaximum { name: spec.name, value, most });
            }
        }
        Ok(())
    }

    /// Checks every limit against its range.
    pub fn check(&self) -> Result<(), LimitError> {
        for (spec, value) in Self::TABLE.iter().zip(self.values()) {
            if !(spec.min..=spec.max).contains(&value) {
                let LimitSpec { name, min, max, .. } = *spec;
                return Err(LimitError::OutOfRange { name, value, min, max });
            }
        }
        Ok(())
    }
}
