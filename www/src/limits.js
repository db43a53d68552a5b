// The limits as sliders. Each has its steps, since what makes sense spans orders of magnitude.
import manifest from 'hognose/manifest.json';
import { make, the } from './element.js';
import { count, size, time } from './units.js';

const KIB = 1024;
const MIB = KIB * KIB;
const decades = (from, to) => {
  const steps = [];
  for (let base = from; base <= to; base *= 10) steps.push(base, base * 2, base * 5);
  return steps.filter((step) => step <= to);
};
const doublings = (from, to) => {
  const steps = [];
  for (let step = from; step <= to; step *= 2) steps.push(step);
  return steps;
};

/** `usual` is what a run has that is not told otherwise: what the runtime's bundle suggests, which is the contract's default. */
const LIMITS = {
  fuel: { label: 'Fuel', says: 'units of work', steps: decades(1e6, 1e12), usual: manifest.limits.suggested.fuel, show: count },
  wall_ms: { label: 'Time', says: 'wall clock', steps: decades(100, 100_000), usual: manifest.limits.suggested.wall_ms, show: time },
  memory_bytes: { label: 'Memory', says: 'of the guest', steps: doublings(MIB, KIB * MIB), usual: manifest.limits.suggested.memory_bytes, show: size },
  stdout_bytes: { label: 'Output', says: 'kept of standard output', steps: doublings(KIB, 16 * MIB), usual: manifest.limits.suggested.stdout_bytes, show: size },
};

const sliders = new Map();

/** Builds the sliders; `onChange` is called when one is moved by hand. */
export function createLimits(onChange) {
  for (const [name, limit] of Object.entries(LIMITS)) {
    const id = `limit-${name}`;
    const input = make('input', { type: 'range', id, min: 0, max: limit.steps.length - 1, step: 1 });
    const value = make('output', { htmlFor: id });
    const show = () => {
      const text = limit.show(limit.steps[input.value]);
      value.textContent = text;
      input.setAttribute('aria-valuetext', text);
      the('limits-reset').hidden = Object.keys(changed()).length === 0;
    };
    sliders.set(name, { input, show });
    input.addEventListener('input', () => {
      show();
      onChange();
    });
    the('limits').append(
      make('div', { className: 'limit' },
        make('label', { htmlFor: id }, limit.label, ' ', make('small', {}, limit.says)), value, input),
    );
  }
  set({});
  the('limits-reset').addEventListener('click', () => {
    set({});
    sliders.values().next().value.input.focus();
    onChange();
  });
}

/** All limits, as a request takes them. */
export const all = () =>
  Object.fromEntries([...sliders].map(([name, { input }]) => [name, LIMITS[name].steps[input.value]]));

/** Those that are not as usual. */
export const changed = () =>
  Object.fromEntries(Object.entries(all()).filter(([name, value]) => value !== LIMITS[name].usual));

/** Sets those given, to the nearest step that there is, and the others as usual. */
export function set(values) {
  for (const [name, { input }] of sliders) {
    const { steps, usual } = LIMITS[name];
    const wanted = typeof values[name] === 'number' && Number.isFinite(values[name]) ? values[name] : usual;
    const at = steps.findIndex((step) => step >= wanted);
    input.value = at < 0 ? steps.length - 1 : at;
  }
  for (const { show } of sliders.values()) show();
}
