// Numbers as people read them.

const NUMBER = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

function scaled(value, step, names) {
  let at = 0;
  while (value >= step && at < names.length - 1) {
    value /= step;
    at += 1;
  }
  return `${NUMBER.format(value)}${names[at]}`;
}

/** 65536 as "64 KiB". */
export const size = (bytes) => scaled(bytes, 1024, [bytes === 1 ? ' byte' : ' bytes', ' KiB', ' MiB', ' GiB']);

/** 10000000000 as "10 billion". */
export const count = (number) => scaled(number, 1000, ['', ' thousand', ' million', ' billion', ' trillion']);

/** 1500 as "1.5 s". */
export function time(ms) {
  if (ms < 1000) return `${NUMBER.format(ms)} ms`;
  return ms < 60_000 ? `${NUMBER.format(ms / 1000)} s` : `${NUMBER.format(ms / 60_000)} min`;
}
