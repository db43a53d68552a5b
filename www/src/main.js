// The page: its parts, and what happens between them.
import manifest from 'hognose/manifest.json';
import { keep, kept } from './draft.js';
import { createEditor } from './editor.js';
import { make, the } from './element.js';
import { examples } from './examples.js';
import { createFiles, inputs, setInputs, showOutputs } from './files.js';
import { all, changed, createLimits, set } from './limits.js';
import { clear, flush, toEnd, write } from './output.js';
import { isRunning, load, run, runtime, stop, told } from './python.js';
import { clearReceipt, showReceipt } from './receipt.js';
import { fromFragment, toFragment } from './share.js';
import { createTheme } from './theme.js';
import { voucher } from './trust.js';
import { size, time } from './units.js';

const apple = /Mac|iPhone|iPad/.test(navigator.platform);
const [asset] = manifest.assets;
let ready = false;

the('too-old').remove();
if (apple) the('run-key').textContent = '⌘ ↵';
createTheme();
createFiles();
createLimits(onEdit);
const editor = createEditor(the('editor'), { onRun: start, onChange: onEdit });
for (const id of ['args', 'stdin']) the(id).addEventListener('input', onEdit);

// ---- the program ------------------------------------------------------------------------------

const shown = () => ({ code: editor.code, args: the('args').value, stdin: the('stdin').value, limits: changed() });

function show({ code, args, stdin, limits }) {
  editor.code = code;
  the('args').value = args;
  the('stdin').value = stdin;
  set(limits);
}

function onEdit() {
  keep(shown());
  // What stands here is no longer what the link says.
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

function showExample({ code, args = '', stdin = '', files = {}, limits = {} }) {
  show({ code, args, stdin, limits });
  setInputs(files);
  the('from-link').hidden = true;
  onEdit();
}

/** What the link holds. It is shown, and never run by itself. */
async function showLink() {
  try {
    const program = await fromFragment(location.hash);
    if (!program) return false;
    show(program);
    setInputs({});
    the('from-link').hidden = false;
    return true;
  } catch (error) {
    say('shared', `The program in this link cannot be read: ${error.message}.`);
    return false;
  }
}

const select = the('examples');
for (const [index, { title }] of examples.entries()) select.append(make('option', { value: index }, title));
select.addEventListener('change', () => {
  if (select.value === '') return;
  showExample(examples[select.value]);
  select.value = '';
});

addEventListener('hashchange', showLink);
the('from-link-close').addEventListener('click', () => {
  the('from-link').hidden = true;
  editor.focus();
});

// ---- running ----------------------------------------------------------------------------------

function status(state, text) {
  the('status').dataset.state = state;
  the('status').textContent = text;
}

function say(id, text) {
  the(id).textContent = text;
  the(id).hidden = text === '';
}

async function start() {
  if (!ready || isRunning()) return;
  const limits = all();
  const args = the('args').value;
  clear();
  clearReceipt();
  showOutputs();
  say('ending', '');
  say('shared', '');
  the('receipt-empty').hidden = false;
  the('run').disabled = true;
  the('stop').disabled = false;
  document.body.classList.add('running');
  status('running', 'Running…');
  // On a phone it is below the program.
  the('result').scrollIntoView({ block: 'nearest' });
  try {
    const outcome = await run({
      code: editor.code,
      args: args === '' ? [] : args.replace(/\n$/, '').split('\n'),
      stdin: the('stdin').value,
      files: inputs(),
      limits,
      onStdout: (text) => write('stdout', text),
      onStderr: (text) => write('stderr', text),
    });
    flush();
    if (the('output').childElementCount === 0) {
      the('output').append(make('span', { className: 'nothing' }, 'It wrote nothing.'));
    }
    finished(outcome, limits);
  } catch (error) {
    flush();
    status('failed', 'Not run');
    say('ending', told(error));
  } finally {
    document.body.classList.remove('running');
    the('run').disabled = false;
    the('stop').disabled = true;
  }
}

const ENDS = {
  ok: 'Done',
  exit: 'Exited',
  error: 'Uncaught exception',
  timeout: 'Out of time',
  out_of_fuel: 'Out of fuel',
  out_of_memory: 'Out of memory',
  cancelled: 'Stopped',
  trap: 'The runtime failed',
};

function finished(outcome, limits) {
  const { status: how, exit_code: exitCode, error, receipt, files } = outcome;
  const code = how === 'exit' ? ` with code ${exitCode}` : '';
  status(how, `${ENDS[how]}${code} · ${time(receipt.wall_us / 1000)}`);
  // The traceback of an exception is in standard error.
  const lines = [];
  if (error && how !== 'error' && how !== 'cancelled') lines.push(`${error.message[0].toUpperCase()}${error.message.slice(1)}.`);
  if (error?.type === 'MemoryError') lines.push(`The memory that it may have ends at ${size(limits.memory_bytes)} (limit memory_bytes).`);
  if (receipt.stdout.dropped_bytes > 0) {
    lines.push(`${size(receipt.stdout.dropped_bytes)} of standard output were dropped from its middle (limit stdout_bytes).`);
  }
  say('ending', lines.join(' '));
  toEnd();
  showReceipt(outcome, limits);
  showOutputs(files);
}

the('run').addEventListener('click', start);
the('stop').addEventListener('click', stop);
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && isRunning()) {
    event.preventDefault();
    stop();
  } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.defaultPrevented) {
    event.preventDefault();
    start();
  }
});

// ---- sharing ----------------------------------------------------------------------------------

the('share').addEventListener('click', async () => {
  const fragment = await toFragment(shown());
  history.replaceState(null, '', location.pathname + location.search + fragment);
  const without = Object.keys(inputs()).length > 0 ? ' Files are not in it.' : '';
  try {
    await navigator.clipboard.writeText(location.href);
    say('shared', `The link is copied: the program is in it, and goes to no server.${without}`);
  } catch {
    say('shared', `The program is now in this page's address: copy it from there.${without}`);
  }
});

// ---- loading ----------------------------------------------------------------------------------

function showRuntime(verified) {
  const row = (term, ...description) => make('div', {}, make('dt', {}, term), make('dd', {}, ...description));
  the('runtime').replaceChildren(
    row('Bundle', `${manifest.name}@${manifest.version}`),
    row('SHA-256', make('code', { className: 'hash' }, asset.sha256)),
    row('Verified', verified),
  );
}

showRuntime('not yet');
if (!(await showLink())) {
  const draft = kept();
  if (draft) show(draft);
  else showExample(examples[0]);
}
try {
  await load();
  ready = true;
  the('run').disabled = false;
  status('ready', 'Ready');
  const { trust, key_id: key } = runtime();
  showRuntime(`its bytes are the ones that its manifest names, which is ${voucher(trust)}${key ? ` (key ${key})` : ''}.`);
} catch (error) {
  status('failed', 'Not available');
  say('trouble', told(error));
  showRuntime('no');
  document.body.classList.add('unavailable');
}
