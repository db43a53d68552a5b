// What stands in the page, kept in this browser over a reload.
import { program } from './share.js';

const KEY = 'hognose.draft';

export function keep(draft) {
  try {
    localStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // No storage, or no room in it: then it is not kept.
  }
}

export function kept() {
  try {
    return program(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return undefined;
  }
}
