// Files into the program's workspace, and what it left there.
import { bytes } from 'hognose';
import { make, the } from './element.js';
import { size } from './units.js';

const given = new Map();

/** The files as a request takes them. */
export const inputs = () => Object.fromEntries(given);

/** Puts other files in the place of those there were: `{ name: text or bytes }`. */
export function setInputs(files) {
  given.clear();
  for (const [name, content] of Object.entries(files)) {
    given.set(name, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  showInputs();
}

export function createFiles() {
  const input = the('file-input');
  the('pick').addEventListener('click', () => input.click());
  input.addEventListener('change', async () => {
    await add(input.files);
    input.value = '';
  });

  // Anywhere on the page, before the editor takes them for text.
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
  const on = (name, f) =>
    window.addEventListener(name, (event) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      f(event);
    }, { capture: true });
  const mark = (is) => document.body.classList.toggle('dropping', is);
  on('dragenter', () => mark(true));
  on('dragover', () => mark(true));
  on('dragleave', (event) => event.relatedTarget || mark(false));
  on('drop', (event) => {
    mark(false);
    add(event.dataTransfer.files);
  });
}

async function add(files) {
  const read = await Promise.allSettled([...files].map(async (file) => [file.name, new Uint8Array(await file.arrayBuffer())]));
  // A folder, say, cannot be read.
  for (const { value } of read) if (value) given.set(...value);
  showInputs();
}

function showInputs() {
  the('files-in-list').replaceChildren(
    ...[...given].map(([name, content]) =>
      make('li', {},
        make('span', { className: 'name' }, name),
        make('span', { className: 'size' }, size(content.length)),
        make('button', {
          type: 'button',
          className: 'link',
          'aria-label': `Remove ${name}`,
          onclick: () => {
            given.delete(name);
            showInputs();
            the('pick').focus();
          },
        }, 'Remove')),
    ),
  );
}

let links = [];

/** Shows `files` of an outcome; nothing for none. */
export function showOutputs(files) {
  links.forEach(URL.revokeObjectURL);
  links = [];
  const item = (kind, name, content) => {
    const row = make('li', {}, make('span', { className: `kind ${kind}` }, kind), make('span', { className: 'name' }, name));
    if (content === undefined) return row;
    const data = bytes(content);
    const href = URL.createObjectURL(new Blob([data]));
    links.push(href);
    row.append(
      make('span', { className: 'size' }, size(data.length)),
      make('a', { href, download: name.split('/').at(-1), 'aria-label': `Download ${name}` }, 'Download'),
    );
    return row;
  };
  const { created = {}, changed = {}, deleted = [] } = files ?? {};
  const rows = [
    ...Object.entries(created).map(([name, content]) => item('created', name, content)),
    ...Object.entries(changed).map(([name, content]) => item('changed', name, content)),
    ...deleted.map((name) => item('deleted', name)),
  ];
  the('files-out').hidden = rows.length === 0;
  the('files-out-list').replaceChildren(...rows);
}
