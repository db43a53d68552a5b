// What the program writes, as it writes it: standard error apart from standard output.
import { make, the } from './element.js';

const pane = the('output');
let waiting = [];
let frame;
let last;
let atLineStart = true;
/** Who has scrolled up to read is left there. */
let following = true;

pane.addEventListener('scroll', () => {
  following = pane.scrollHeight - pane.scrollTop - pane.clientHeight < 8;
});

/** Takes text of `stdout` or `stderr`. Many small pieces are drawn together. */
export function write(stream, text) {
  const piece = waiting.at(-1);
  if (piece?.stream === stream) piece.text += text;
  else waiting.push({ stream, text });
  frame ??= requestAnimationFrame(draw);
}

/** Draws what still waits, at once. */
export function flush() {
  cancelAnimationFrame(frame);
  draw();
}

export function clear() {
  cancelAnimationFrame(frame);
  frame = undefined;
  waiting = [];
  last = undefined;
  atLineStart = true;
  following = true;
  pane.replaceChildren();
}

function draw() {
  frame = undefined;
  for (const { stream, text } of waiting) {
    if (last?.dataset.stream !== stream) {
      last = make('span', { className: stream });
      last.dataset.stream = stream;
      last.classList.toggle('lines', stream === 'stderr' && atLineStart);
      if (stream === 'stderr') last.append(make('span', { className: 'unseen' }, 'Standard error: '));
      pane.append(last);
    }
    last.append(text);
    atLineStart = text.endsWith('\n');
  }
  waiting = [];
  toEnd();
}

/** Shows the end, unless it was scrolled away from. */
export function toEnd() {
  if (following) pane.scrollTop = pane.scrollHeight;
}
