// The receipt of a run.
import { make, the } from './element.js';
import { voucher } from './trust.js';
import { count, size, time } from './units.js';

const list = the('receipt');

export function clearReceipt() {
  list.hidden = true;
  list.replaceChildren();
}

/** Shows what an outcome says that its run used, each beside its limit. */
export function showReceipt({ status, exit_code: exitCode, receipt }, limits) {
  const row = (term, ...description) => make('div', {}, make('dt', {}, term), make('dd', {}, ...description));
  const of = (used, limit, show) => {
    const share = Math.min(1, used / limit);
    const bar = make('span', { className: 'share', 'aria-hidden': 'true' });
    bar.style.setProperty('--share', share);
    return [`${show(used)} `, make('small', {}, `of ${show(limit)}`), bar];
  };
  const written = ({ written_bytes: all, dropped_bytes: dropped }) =>
    `${size(all)} written, ${dropped === 0 ? 'none' : size(dropped)} dropped`;
  list.replaceChildren(
    row('Status', make('code', {}, status)),
    row('Exit code', exitCode === null ? 'none: it was stopped' : `${exitCode}`),
    row('Fuel', ...of(receipt.fuel, limits.fuel, count)),
    row('Wall time', ...of(receipt.wall_us / 1000, limits.wall_ms, time)),
    row('Peak memory', ...of(receipt.peak_memory_bytes, limits.memory_bytes, size)),
    row('Standard output', written(receipt.stdout)),
    row('Standard error', written(receipt.stderr)),
    row('Runtime', receipt.runtime.bundle),
    row('SHA-256', make('code', { className: 'hash' }, receipt.runtime.sha256)),
    row('Manifest', make('code', { className: 'hash' }, receipt.runtime.manifest_sha256)),
    row('Trust', voucher(receipt.runtime.trust)),
  );
  list.hidden = false;
  the('receipt-empty').hidden = true;
}
