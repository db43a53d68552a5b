//! When what was typed at the prompt is a whole.

/// The statements that have lines of their own below them, even where these are on the same line.
const COMPOUND: [&str; 8] = ["async", "class", "def", "for", "if", "try", "while", "with"];

/// Whether Python can run this, or something has to follow: brackets and long strings are to be closed, a
/// line that goes on with a `\` is to go on, and a block ends with an empty line.
pub(super) fn is_complete(source: &str) -> bool {
    let mut bytes = source.bytes().peekable();
    let (mut depth, mut is_block, mut goes_on) = (0_usize, false, false);
    let mut line = Line::default();
    while let Some(byte) = bytes.next() {
        match byte {
            b'#' => while bytes.next_if(|byte| *byte != b'\n').is_some() {},
            b'\'' | b'"' => {
                line.add(byte);
                let is_long = |it: &mut std::iter::Peekable<_>| it.next_if_eq(&byte).is_some();
                // Two quotes and no third one: an empty string.
                let quotes = if !is_long(&mut bytes) {
                    1
                } else if is_long(&mut bytes) {
                    3
                } else {
                    continue;
                };
                let mut left = quotes;
                while left > 0 {
                    match bytes.next() {
                        Some(b'\\') => drop(bytes.next()),
                        Some(it) if it == byte => left -= 1,
                        // Python says what is wrong with a short string that has no end.
                        Some(b'\n') | None if quotes == 1 => return true,
                        None => return false,
                        Some(_) => left = quotes,
                    }
                }
            }
            b'\\' => goes_on = bytes.next_if_eq(&b'\n').is_none() || bytes.peek().is_none(),
            b'\n' if depth == 0 => is_block |= std::mem::take(&mut line).opens_block(),
            byte => {
                match byte {
                    b'(' | b'[' | b'{' => depth += 1,
                    b')' | b']' | b'}' => depth = depth.saturating_sub(1),
                    _ => {}
                }
                line.add(byte);
            }
        }
    }
    is_block |= line.opens_block();
    let ends_empty = source.rsplit('\n').next().is_none_or(|last| last.trim().is_empty());
    depth == 0 && !goes_on && (!is_block || ends_empty)
}

/// What matters of a line that may be several.
#[derive(Default)]
struct Line {
    word: String,
    word_is_over: bool,
    is_decorator: bool,
    /// The last byte that is no space; 0 before there is one.
    last: u8,
}

impl Line {
    fn add(&mut self, byte: u8) {
        if byte.is_ascii_alphabetic() && !self.word_is_over {
            self.word.push(char::from(byte));
        } else if self.last != 0 || !byte.is_ascii_whitespace() {
            self.word_is_over = true;
        }
        if !byte.is_ascii_whitespace() {
            self.is_decorator |= self.last == 0 && byte == b'@';
            self.last = byte;
        }
    }

    fn opens_block(&self) -> bool {
        self.last == b':' || self.is_decorator || COMPOUND.contains(&self.word.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::is_complete;

    #[test]
    fn a_whole_can_be_run() {
        for source in [
            "",
            "1 + 1",
            "x = '''a\nb'''",
            "x = [1,\n 2]",
            "x = ''",
            "x = 'it\\'s'",
            "print('(')  # (",
            "x = {'a': 1}",
            "format = 3",
            "ifs = 1",
            "x = 1 + \\\n 2",
            "if x:\n    y\n",
            "if x:\n    y\n  ",
            "def f(a,\n      b):\n    return '''\n'''\n",
            "# only this:",
            "x = 'no end",
            "x = )",
            "\"\"\"a\"b\"\"\"",
            "x = [\n'''\n]\n'''\n]",
            "class = 1; x\n",
        ] {
            assert!(is_complete(source), "{source}");
        }
    }

    #[test]
    fn a_part_is_waited_for() {
        for source in [
            "x = [",
            "x = (1,\n\n",
            "x = '''a\n\n",
            "x = 1 + \\",
            "x = 1 + \\\n",
            "if x:",
            "if x:  # why",
            "if x: y",
            "async def f():",
            "@decorated",
            "match x:",
            "def f():\n    pass",
            "if x:\n    y\nelse:",
            "for x in (1,\n  2): pass",
            "\"\"\"a\"\"",
        ] {
            assert!(!is_complete(source), "{source}");
        }
    }
}
