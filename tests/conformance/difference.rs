//! Showing how two texts differ.

use hognose_core::contract::Content;
use std::fmt::Write as _;

/// Equal lines that are shown before and after what differs.
const CONTEXT_LINES: usize = 2;
/// Different lines that are shown of each side.
const MAX_LINES: usize = 12;
/// Characters that are shown of a line.
const MAX_CHARS: usize = 160;

/// `field:` and the lines that differ, `-` expected and `+` got; `None` where nothing does.
pub fn of_content(field: &str, expected: &Content, got: &Content) -> Option<String> {
    if expected == got {
        return None;
    }
    let readable = |content: &Content| match std::str::from_utf8(content.bytes()) {
        Ok(text) => text.to_owned(),
        Err(_) => format!("{content:?}"),
    };
    of_text(field, &readable(expected), &readable(got))
}

/// The same for text.
pub fn of_text(field: &str, expected: &str, got: &str) -> Option<String> {
    if expected == got {
        return None;
    }
    let lines = |text: &'_ str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let (old, new) = (lines(expected), lines(got));
    let same = |pairs: &mut dyn Iterator<Item = (&String, &String)>| {
        pairs.take_while(|(a, b)| a == b).count()
    };
    let head = same(&mut old.iter().zip(&new));
    let tail = same(&mut old[head..].iter().rev().zip(new[head..].iter().rev()));
    let mut text = format!(
        "{field}: expected {} bytes (-), got {} bytes (+), first different in line {}",
        expected.len(),
        got.len(),
        head + 1
    );
    show(&mut text, ' ', &old[head.saturating_sub(CONTEXT_LINES)..head], "");
    let (old_middle, new_middle) = (&old[head..old.len() - tail], &new[head..new.len() - tail]);
    let column = match (old_middle.first(), new_middle.first()) {
        (Some(a), Some(b)) => same_chars(a, b),
        _ => 0,
    };
    show_from(&mut text, '-', old_middle, column);
    show_from(&mut text, '+', new_middle, column);
    show(&mut text, ' ', &old[old.len() - tail..][..tail.min(CONTEXT_LINES)], "");
    Some(text)
}

/// The start and the end of an output, for a fault that is not about one place of it.
pub fn excerpt(content: &Content) -> String {
    let text = content.text();
    let lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let mut shown = format!("{} bytes:", content.len());
    let half = MAX_LINES / 2;
    if lines.len() <= MAX_LINES {
        show(&mut shown, '|', &lines, "");
    } else {
        show(&mut shown, '|', &lines[..half], "");
        shown.push_str("\n| …");
        show(&mut shown, '|', &lines[lines.len() - half..], "");
    }
    shown
}

fn same_chars(a: &str, b: &str) -> usize {
    a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count()
}

/// Shows lines; where the first is too long, from a little before what differs in it.
fn show_from(text: &mut String, mark: char, lines: &[String], column: usize) {
    let Some((first, rest)) = lines.split_first() else { return };
    let skipped = if first.chars().count() > MAX_CHARS { column.saturating_sub(20) } else { 0 };
    let dots = if skipped > 0 { "…" } else { "" };
    let cut: String = first.chars().skip(skipped).collect();
    show(text, mark, &[cut], dots);
    show(text, mark, &rest[..rest.len().min(MAX_LINES - 1)], "");
    if rest.len() >= MAX_LINES {
        let _ = write!(text, "\n{mark} … {} more lines", rest.len() - (MAX_LINES - 1));
    }
}

fn show(text: &mut String, mark: char, lines: &[String], before: &str) {
    for line in lines {
        // Escapes show what would be invisible: the end of the line, a tab, a NUL.
        let start: String = line.chars().take(MAX_CHARS).collect();
        let dots = if start.len() < line.len() { "…" } else { "" };
        let _ = write!(text, "\n{mark} {before}{}{dots}", start.escape_debug());
    }
}
