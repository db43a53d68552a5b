/** What leaves the engine that threw it, and its Worker, as they were. */
const SOUND = ['request', 'bundle', 'engine', 'unsupported', 'snapshot', 'session_closed'];

/** Whether the engine that threw this can be used on. Else it may be in any state. */
export const isSound = (error) => SOUND.includes(error.code);

// What is told to the embedder as an error. Whatever a Python program does is told in its Outcome.
export class HognoseError extends Error {
  constructor(code, message, options) {
    super(message, options);
    this.name = 'HognoseError';
    this.code = code;
  }

  // From what the engine threw, or a Worker sent, or the engine's file, which has a class of its own.
  static from(thrown) {
    if (thrown instanceof HognoseError) return thrown;
    const cause = thrown?.name === 'HognoseError' ? thrown.cause : thrown;
    return new HognoseError(thrown?.code ?? 'internal', thrown?.message ?? String(thrown), { cause });
  }
}
