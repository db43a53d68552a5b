//! `hognose bundle meter`.

use super::{
    args::BundleMeterArgs,
    exit::Failure,
    files::{self, fail},
    out,
};
use hognose_core::meter;

pub(super) fn meter(args: &BundleMeterArgs) -> Result<u8, Failure> {
    let wasm = files::module(&args.module)?;
    let pass = if args.runtime { meter::meter_runtime } else { meter::meter };
    let metered =
        pass(&wasm).map_err(|error| Failure::new(format!("{}: {error}", args.module.display())))?;
    out::write_file(&args.out, &metered).map_err(|error| fail(&args.out, &error))?;
    Ok(0)
}
