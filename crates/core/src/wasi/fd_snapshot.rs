//! The descriptors in a snapshot: see [`snapshot`](crate::snapshot).

use super::{
    FdTable, FileType, Rights,
    fd_table::{Descriptor, Target},
    types::FdFlags,
};
use crate::{
    contract::Limits,
    guest::Stream,
    snapshot::{Flaw, Reader, Writer},
    workspace::{InodeId, Numbers, Workspace},
};
use alloc::{borrow::ToOwned, vec::Vec};

/// What a number stands for.
const CLOSED: u8 = 0;
const STDIN: u8 = 1;
const STDOUT: u8 = 2;
const STDERR: u8 = 3;
const FILE: u8 = 4;
/// A file that has lost its names, which is described here; likewise a directory.
const NAMELESS_FILE: u8 = 5;
const DIRECTORY: u8 = 6;
const NAMELESS_DIRECTORY: u8 = 7;
/// The root, open from the start.
const ROOT: u8 = 8;

/// The root's name.
const ROOT_NAME: &str = "/";

impl FdTable {
    pub(crate) fn write(
        &self,
        workspace: &Workspace,
        numbers: &mut Numbers,
        out: &mut Writer,
    ) -> Result<(), Flaw> {
        let slots = self.slots();
        out.count(slots.len())?;
        for slot in slots {
            let Some(descriptor) = slot else {
                out.u8(CLOSED);
                continue;
            };
            let mut node = |id: InodeId, named: u8, nameless: u8| {
                if let Some(number) = numbers.get(id) {
                    out.u8(named);
                    out.u32(number);
                    return Ok(());
                }
                out.u8(nameless);
                workspace.write_node(id, numbers, out)
            };
            match descriptor.target {
                Target::Input => out.u8(STDIN),
                Target::Output(Stream::Stdout) => out.u8(STDOUT),
                Target::Output(Stream::Stderr) => out.u8(STDERR),
                Target::File { id, offset } => {
                    node(id, FILE, NAMELESS_FILE)?;
                    out.u64(offset);
                }
                Target::Directory { .. } if descriptor.preopen.is_some() => out.u8(ROOT),
                Target::Directory { id } => node(id, DIRECTORY, NAMELESS_DIRECTORY)?,
            }
            out.u64(descriptor.base.raw());
            out.u64(descriptor.inheriting.raw());
            out.u32(descriptor.flags.raw().into());
        }
        Ok(())
    }

    /// Reads the descriptors. `nodes` are the inodes that numbers mean; those without a name come to it.
    pub(crate) fn read(
        input: &mut Reader<'_>,
        limits: &Limits,
        workspace: &mut Workspace,
        nodes: &mut Vec<InodeId>,
    ) -> Result<Self, Flaw> {
        let count = input.u32()?;
        if u64::from(count) > limits.open_files {
            return Err("has more descriptors than its limits.open_files");
        }
        let mut slots = Vec::new();
        for _ in 0..count {
            let slot = read_descriptor(input, workspace, nodes)?;
            if let Some(id) = slot.as_ref().and_then(Descriptor::inode) {
                workspace.hold(id).map_err(|_| LOST)?;
            }
            slots.push(slot);
        }
        if slots.last().is_some_and(Option::is_none) {
            return Err("has a last descriptor that is closed");
        }
        Ok(Self::with_slots(slots, limits))
    }
}

const LOST: Flaw = "has a descriptor of nothing";

fn read_descriptor(
    input: &mut Reader<'_>,
    workspace: &mut Workspace,
    nodes: &mut Vec<InodeId>,
) -> Result<Option<Descriptor>, Flaw> {
    let kind = input.u8()?;
    let id = match kind {
        CLOSED => return Ok(None),
        FILE | DIRECTORY => {
            let wanted = if kind == FILE { FileType::RegularFile } else { FileType::Directory };
            let id = *nodes.get(input.u32()? as usize).ok_or(LOST)?;
            if workspace.filetype(id) != Ok(wanted) {
                return Err("has a descriptor of another kind than what it is of");
            }
            Some(id)
        }
        NAMELESS_FILE | NAMELESS_DIRECTORY => {
            let id = match kind {
                NAMELESS_FILE => workspace.read_file(input)?,
                _ => workspace.read_directory(input, None)?,
            };
            workspace.add_nameless(id);
            nodes.push(id);
            Some(id)
        }
        _ => nodes.first().copied(),
    };
    let id = id.ok_or(LOST)?;
    let (target, base, inheriting) = match kind {
        STDIN => (Target::Input, Rights::INPUT, Rights::NONE),
        STDOUT => (Target::Output(Stream::Stdout), Rights::OUTPUT, Rights::NONE),
        STDERR => (Target::Output(Stream::Stderr), Rights::OUTPUT, Rights::NONE),
        FILE | NAMELESS_FILE => {
            let offset = input.u64()?;
            if i64::try_from(offset).is_err() {
                return Err("has an offset that no file can have");
            }
            (Target::File { id, offset }, Rights::FILE, Rights::NONE)
        }
        DIRECTORY | NAMELESS_DIRECTORY | ROOT => {
            (Target::Directory { id }, Rights::DIRECTORY, Rights::ALL)
        }
        _ => return Err("has a descriptor of no kind"),
    };
    let mut rights = |most: Rights| match Rights::from_guest(input.u64()?) {
        rights if most.has(rights) => Ok(rights),
        _ => Err("has a descriptor with rights that its kind has not"),
    };
    let mut descriptor = Descriptor::new(target, rights(base)?);
    descriptor.inheriting = rights(inheriting)?;
    descriptor.flags = FdFlags::from_guest(input.u32()?)
        .map_err(|_| "has a descriptor with flags that are none")?;
    descriptor.preopen = (kind == ROOT).then(|| ROOT_NAME.to_owned());
    Ok(Some(descriptor))
}
