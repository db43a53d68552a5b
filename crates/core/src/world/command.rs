//! The world of any preview-1 command, for `hognose wasi` and for foreign conformance suites.

use super::World;
use crate::{
    contract::{Content, Determinism, Limits},
    workspace::{Tree, TreeError},
};
use alloc::{format, string::String, vec::Vec};

/// What a preview-1 command starts with.
///
/// ```
/// use hognose_core::{workspace::Tree, world::{CommandWorld, World}};
/// let world = World::for_command(CommandWorld {
///     args: vec!["cat".into(), "data/a.txt".into()],
///     preopens: vec![("data".into(), Tree::new().with_file("a.txt", "text"))],
///     ..CommandWorld::default()
/// })?;
/// assert!(world.tree(0).is_some_and(|tree| tree.entries.contains_key("a.txt")));
/// # Ok::<(), hognose_core::workspace::TreeError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct CommandWorld {
    /// The arguments, the program's name first.
    pub args: Vec<String>,
    /// Environment variables.
    pub env: Vec<(String, String)>,
    /// Directories that are open from the start, as descriptors 3, 4 and so on: the name that the
    /// guest sees, and what is in it. What is in it counts against the quotas, but is never refused.
    pub preopens: Vec<(String, Tree)>,
    /// Standard input.
    pub stdin: Content,
    /// What the command may use at most.
    pub limits: Limits,
    /// A virtual clock and seeded randomness instead of the host's.
    pub determinism: Option<Determinism>,
}

impl World {
    /// The world of a command. Fails where a tree has a path that cannot be.
    pub fn for_command(command: CommandWorld) -> Result<Self, TreeError> {
        let CommandWorld { args, env, preopens, stdin, limits, determinism } = command;
        let env = env.into_iter().map(|(name, value)| format!("{name}={value}")).collect();
        let mut world = Self::new(args, env, stdin.into_bytes(), limits, determinism);
        for (name, tree) in preopens {
            let root = world.workspace.add_root();
            world.workspace.place(root, &tree)?;
            world.fds.preopen(&name, root, &mut world.workspace);
        }
        Ok(world)
    }
}
