// Light or dark: as the system says, until told otherwise.
import { the } from './element.js';

const KEY = 'hognose.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

export function createTheme() {
  const root = document.documentElement;
  const button = the('theme');
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const show = () => {
    button.textContent = isDark() ? 'Light' : 'Dark';
    button.setAttribute('aria-label', isDark() ? 'Use the light theme' : 'Use the dark theme');
  };
  const kept = read();
  if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem(KEY, root.dataset.theme);
    } catch {
      // Without storage it holds until the page is left.
    }
    show();
  });
  dark.addEventListener('change', show);
  show();
}

function read() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
