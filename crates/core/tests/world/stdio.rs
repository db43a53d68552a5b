//! What is kept of an output, what is told live, and what the two have to do with each other.

use crate::{cases::cases, support::*};
use hognose_core::{contract::Limits, guest::Stream};
use proptest::prelude::*;

/// Writes the pieces, then checks everything that must hold of any output.
fn kept(limit: u64, pieces: &[Vec<u8>]) -> (Vec<u8>, u64) {
    let limits = Limits::default().with_stdout_bytes(limit).with_stderr_bytes(0);
    let mut session = Session::with_limits(limits);
    for piece in pieces {
        assert_eq!(session.write(1, piece).unwrap() as usize, piece.len());
    }
    let mut live: Vec<u8> =
        session.host.output.iter().flat_map(|(_, bytes)| bytes.clone()).collect();
    assert!(session.host.output.iter().all(|(stream, _)| *stream == Stream::Stdout));
    assert_eq!(live.len(), session.world.live_bytes(Stream::Stdout));
    live.extend(session.world.rest(Stream::Stdout));
    let (content, usage) = session.world.take_stdout();
    assert_eq!(live, content.bytes(), "live output and the rest are the outcome");
    assert_eq!(usage.written_bytes, pieces.iter().map(|piece| piece.len() as u64).sum::<u64>());
    (content.into_bytes(), usage.dropped_bytes)
}

/// The same, as simply as it can be said.
fn model(limit: usize, all: &[u8]) -> (Vec<u8>, u64) {
    if all.len() <= limit {
        return (all.to_vec(), 0);
    }
    let mut head = &all[..limit - limit / 2];
    let mut tail = &all[all.len() - limit / 2..];
    for cut in 1..=3.min(head.len()) {
        let end = &head[head.len() - cut..];
        if std::str::from_utf8(end).is_err_and(|e| e.valid_up_to() == 0 && e.error_len().is_none())
        {
            head = &head[..head.len() - cut];
            break;
        }
    }
    for _ in 0..3 {
        if tail.first().is_some_and(|byte| byte & 0xc0 == 0x80) {
            tail = &tail[1..];
        }
    }
    let dropped = all.len() - head.len() - tail.len();
    let marker = format!("\n... {dropped} bytes dropped ...\n");
    ([head, marker.as_bytes(), tail].concat(), dropped as u64)
}

fn pieces() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let text = "[a-cé€😀\n]{0,12}".prop_map(String::into_bytes);
    let binary = prop::collection::vec(
        prop_oneof![any::<u8>(), Just(0xe2), Just(0x82), Just(0xac), Just(0xf0), Just(0x9f)],
        0..12,
    );
    prop::collection::vec(prop_oneof![text, binary], 0..12)
}

proptest! {
    #![proptest_config(cases(1_500))]
    #[test]
    fn the_halves_are_those_of_the_model(limit in 0_usize..40, pieces in pieces()) {
        prop_assert_eq!(kept(limit as u64, &pieces), model(limit, &pieces.concat()));
    }

    #[test]
    fn text_stays_text(limit in 0_u64..40, text in "[aé€😀]{0,40}", step in 1_usize..7) {
        let pieces: Vec<Vec<u8>> = text.as_bytes().chunks(step).map(<[u8]>::to_vec).collect();
        let (kept, _) = kept(limit, &pieces);
        prop_assert!(String::from_utf8(kept).is_ok());
    }
}

#[test]
fn edges() {
    assert_eq!(kept(4, &[b"abcd".to_vec()]), (b"abcd".to_vec(), 0));
    assert_eq!(kept(4, &[b"abcde".to_vec()]), (b"ab\n... 1 bytes dropped ...\nde".to_vec(), 1));
    assert_eq!(kept(0, &[]), (vec![], 0));
    assert_eq!(kept(0, &[b"abc".to_vec()]), (b"\n... 3 bytes dropped ...\n".to_vec(), 3));
    assert_eq!(kept(1, &[b"abc".to_vec()]), (b"a\n... 2 bytes dropped ...\n".to_vec(), 2));
}

#[test]
fn the_head_is_told_as_it_is_written() {
    let mut session = Session::with_limits(Limits::default().with_stdout_bytes(8));
    session.write(1, b"ab").unwrap();
    session.write(2, b"err").unwrap();
    session.write(1, "c€".as_bytes()).unwrap();
    let told: Vec<&[u8]> = session.host.output.iter().map(|(_, bytes)| &bytes[..]).collect();
    assert_eq!(told, [&b"ab"[..], b"err", b"c"], "half of the euro sign could still be cut off");
    assert_eq!(session.world.rest(Stream::Stdout), "€".as_bytes());
}
