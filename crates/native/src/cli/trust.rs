//! `--trust`, `--trust-key`, `--pin` and their like.

use super::{args::TrustArgs, exit::Failure, files};
use hognose::{TrustPolicy, trust::PublicKey};

/// Bytes of a policy's file at most.
const MAX_POLICY_BYTES: u64 = 1 << 20;

/// The policy that the command line asks for.
pub(super) fn policy(args: &TrustArgs) -> Result<TrustPolicy, Failure> {
    let mut policy = match &args.trust {
        Some(path) => {
            let text = files::read(path, MAX_POLICY_BYTES)?;
            TrustPolicy::from_json(&text)
                .map_err(|error| Failure::new(format!("{}: {error}", path.display())))?
        }
        None => TrustPolicy::default(),
    };
    for key in &args.trust_key {
        let key: PublicKey =
            key.parse().map_err(|error| Failure::usage(format!("--trust-key {key}: {error}")))?;
        policy = policy.with_key(key);
    }
    for pin in &args.pin {
        if pin.len() != 64 || !pin.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')) {
            let why = "must be 64 lower-case hexadecimal digits";
            return Err(Failure::usage(format!("--pin {pin}: {why}")));
        }
        policy = policy.with_pin(pin);
    }
    if args.no_development {
        policy = policy.with_development(false);
    }
    if args.allow_unsigned {
        policy = policy.without_signature();
    }
    Ok(policy)
}
