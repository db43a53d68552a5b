//! The in-memory filesystem. (Under construction by a helper.)
