// The package's types, as a strict compiler takes them. Not run.
import { Hognose, HognoseError, bytes, type Outcome, type Status, type TrustLevel } from '../../crates/web/npm/index.js';

export async function used(signal: AbortSignal): Promise<Uint8Array> {
  await using python = await Hognose.load({ limits: { wall_ms: 500 }, workers: 2 });
  const outcome: Outcome = await python.run({
    code: 'print(1)',
    args: ['one'],
    env: { NAME: 'value' },
    stdin: new Uint8Array(1),
    files: { a: 'text', b: new ArrayBuffer(1), c: { base64: '/w==' } },
    determinism: { seed: 1 },
    signal,
    onStdout: (text) => text.trim(),
  });
  const status: Status = outcome.status;
  if (status === 'error') console.log(outcome.error?.type, outcome.exit_code);
  await python.run({ script: 'main.py', files: { 'main.py': '' } });
  await python.run({ module: 'json' });
  await python.exec('wc', { args: ['/workspace/a'], files: { a: 'text' } });
  const trusted = await Hognose.load({
    bundle: { manifest: {}, files: { 'wc.wasm': new Uint8Array(1) } },
    cache: true,
    trust: { keys: [{ publicKey: '', validUntil: '2030-01-01' }], pins: [], requireSignature: false },
  });
  const level: TrustLevel = trusted.runtime.trust;
  if (level === 'development') console.log(trusted.runtime.key_id, outcome.receipt.runtime.manifest_sha256);
  await using session = await python.open({ env: { NAME: 'value' }, files: { a: 'text' }, determinism: {} });
  const turn = await session.run({ code: '1', files: { b: '' }, limits: { fuel: 1 }, signal });
  const json: string | null | undefined = turn.result?.json;
  if (turn.receipt.session?.open) console.log(json);
  const key = new Uint8Array(32);
  const restored = await python.restore(await session.snapshot({ key }), { key, maxBytes: 1e6 });
  await (await restored.fork()).close();
  // @ts-expect-error: what holds for the whole session is not a turn's.
  await session.run({ code: '1', env: {} });
  // @ts-expect-error: nor are these limits.
  await session.run({ code: '1', limits: { memory_bytes: 1e6 } });
  // @ts-expect-error: a policy has no such field.
  await Hognose.load({ trust: { requireSignatures: false } });
  // @ts-expect-error: one of code, script, module and command is needed.
  await python.run({ args: [] });
  // @ts-expect-error: only one of them.
  await python.run({ code: '1', module: 'json' });
  // @ts-expect-error: there is no such limit.
  await python.run({ code: '1', limits: { seconds: 1 } });
  // @ts-expect-error: it is only loaded.
  new Hognose();
  return bytes(outcome.files.created['out'] ?? '');
}

export function told(error: unknown): string {
  if (error instanceof HognoseError) {
    switch (error.code) {
      case 'request':
      case 'bundle':
      case 'engine':
      case 'unsupported':
      case 'session_closed':
      case 'snapshot':
      case 'worker':
      case 'closed':
      case 'internal':
        return error.message;
      default:
        return error.code satisfies never;
    }
  }
  return 'another';
}
