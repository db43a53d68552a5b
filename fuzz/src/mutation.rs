//! Random changes of an input. Nothing guides them, so they are small and start from seeds that
//! are worth changing.

use std::ops::Range;

/// Bytes that an input has at most.
const MAX_BYTES: usize = 16 << 10;
/// Bytes that one change touches at most.
const MAX_PIECE: usize = 64;
/// Numbers at whose edges things happen.
const EDGES: [u64; 12] = [
    0,
    1,
    0x7f,
    0x80,
    0xff,
    0x7fff,
    0xffff,
    0x1_0000,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_ffff,
    u64::MAX,
];

/// Random numbers (`SplitMix64`): the same seed, the same numbers.
pub struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is at least 1.
    fn below(&mut self, end: usize) -> usize {
        let end = end.max(1) as u64;
        usize::try_from(self.next() % end).unwrap_or(0)
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }

    fn piece(&mut self, of: &[u8]) -> Range<usize> {
        let start = self.below(of.len());
        let len = 1 + self.below(MAX_PIECE);
        start..of.len().min(start + len)
    }
}

/// A seed, changed in some places; now and then other bytes altogether.
pub fn mutated(seeds: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    if seeds.is_empty() || chance.below(16) == 0 {
        let len = chance.below(2_048);
        return (0..len).map(|_| chance.byte()).collect();
    }
    let mut input = seeds[chance.below(seeds.len())].clone();
    for _ in 0..=chance.below(6) {
        change(&mut input, &seeds[chance.below(seeds.len())], chance);
    }
    input.truncate(MAX_BYTES);
    input
}

fn change(input: &mut Vec<u8>, other: &[u8], chance: &mut Chance) {
    if input.is_empty() {
        input.push(chance.byte());
    }
    let at = chance.below(input.len());
    match chance.below(9) {
        0 => input[at] ^= 1 << chance.below(8),
        1 => input[at] = chance.byte(),
        2 => input[at] = input[at].wrapping_add(chance.byte() % 9).wrapping_sub(4),
        3 => {
            let piece = chance.piece(input);
            input.drain(piece);
        }
        4 => {
            let piece = input[chance.piece(input)].to_vec();
            input.splice(at..at, piece);
        }
        5 => {
            let piece = other[chance.piece(other)].to_vec();
            input.splice(at..at, piece);
        }
        6 => {
            let piece = &other[chance.piece(other)];
            for (byte, new) in input[at..].iter_mut().zip(piece) {
                *byte = *new;
            }
        }
        7 => {
            let width = 1 << chance.below(4);
            let edge = EDGES[chance.below(EDGES.len())].to_le_bytes();
            for (byte, new) in input[at..].iter_mut().zip(&edge[..width]) {
                *byte = *new;
            }
        }
        _ => input.truncate(at),
    }
}
