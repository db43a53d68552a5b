// A Worker's side: one engine, one run at a time.
import { Engine } from './engine.js';
import { fetchBytes } from './fetch.js';

export function serve(scope) {
  let engine;
  let cancel;
  const tell = (message, transfer) => scope.postMessage(message, transfer ?? []);
  const answers = {
    async load({ source, wasm }) {
      engine = await Engine.load(source, wasm, fetchBytes);
      return { compiled: engine.compiled, canSuspend: engine.canSuspend };
    },
    async run({ task }) {
      try {
        return await engine.run(
          task,
          (began) => {
            cancel = began.cancel;
            tell({ began: began.wallMs });
          },
          (stream, chunk) => tell({ stream, chunk }, [chunk.buffer]),
        );
      } finally {
        cancel = undefined;
      }
    },
    async call({ method, args }) {
      return engine[method](...args);
    },
    async stopped({ task, reason, stdout, stderr, wallMs }) {
      return engine.stopped(task, reason, stdout, stderr, wallMs);
    },
  };
  scope.onmessage = async ({ data }) => {
    if (data.cancel) {
      cancel?.();
      return;
    }
    try {
      const answer = await answers[data.ask](data);
      tell({ answer }, answer instanceof Uint8Array ? [answer.buffer] : []);
    } catch (error) {
      tell({ error: { code: error.code, message: error.message } });
    }
  };
}
