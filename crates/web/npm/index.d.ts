// Hognose: real Python (MicroPython), sealed in WebAssembly.

/**
 * Bytes of a stream or a file, as an outcome has them: a string where they are UTF-8, else base64.
 * `bytes(content)` gives them as bytes in either case.
 */
export type Content = string | { base64: string };

/** Bytes of a stream or a file, as a request takes them. */
export type ContentInput = Content | Uint8Array | ArrayBuffer;

/** The bytes of a content. */
export function bytes(content: Content): Uint8Array;

/**
 * What a run may use at most. Every limit is an integer within its range; a value outside of it
 * refuses the request.
 */
export interface Limits {
  /**
   * Units of fuel, about one for each WebAssembly instruction. Beyond it: status `out_of_fuel`.
   * 1 to 2⁵³−1; 10 000 000 000 unless told otherwise.
   */
  fuel?: number;
  /**
   * Wall-clock time in milliseconds, from the start of the guest. Beyond it: status `timeout`.
   * 1 to 86 400 000 (a day); 10 000 unless told otherwise.
   */
  wall_ms?: number;
  /**
   * Bytes of the guest's memory. Beyond it Python raises `MemoryError`; a guest that cannot go on
   * ends as `out_of_memory`. 1 048 576 to 4 294 967 296; 67 108 864 (64 MiB) unless told otherwise.
   */
  memory_bytes?: number;
  /**
   * Bytes of standard output that are kept: the first and the last half. 0 to 67 108 864; 65 536
   * unless told otherwise.
   */
  stdout_bytes?: number;
  /**
   * Bytes of standard error that are kept: the first and the last half. 0 to 67 108 864; 65 536
   * unless told otherwise.
   */
  stderr_bytes?: number;
  /**
   * Bytes in all files of the workspace together. Beyond it: `OSError` (ENOSPC). 0 to
   * 1 073 741 824; 16 777 216 (16 MiB) unless told otherwise.
   */
  workspace_bytes?: number;
  /**
   * Files, directories and links in the workspace together. Beyond it: `OSError` (ENOSPC). 0 to
   * 100 000; 1 000 unless told otherwise.
   */
  workspace_files?: number;
  /**
   * Bytes in one file. Beyond it: `OSError` (EFBIG). 0 to 1 073 741 824; 4 194 304 (4 MiB) unless
   * told otherwise.
   */
  file_bytes?: number;
  /** Names in a path. Beyond it: `OSError` (ENAMETOOLONG). 1 to 256; 32 unless told otherwise. */
  path_depth?: number;
  /** Bytes in one name of a path. Beyond it: `OSError` (ENAMETOOLONG). 1 to 255; 255 unless told otherwise. */
  name_bytes?: number;
  /**
   * Files and directories open at once, standard streams included. Beyond it: `OSError` (EMFILE).
   * 4 to 1 024; 64 unless told otherwise.
   */
  open_files?: number;
}

/**
 * A virtual clock and seeded randomness instead of the host's: equal requests then have equal
 * outcomes, byte for byte, here and on the native runner.
 */
export interface Determinism {
  /** Seed of all randomness that the program can see: 0 to 2⁵³−1; 0 unless told otherwise. */
  seed?: number;
  /**
   * The time at the start, in seconds since 1970-01-01T00:00:00Z: 0 to 2³³−1 (the year 2242); 0
   * unless told otherwise.
   */
  epoch?: number;
}

/** What to run: exactly one of the three. */
export type Program =
  /** Source text, at most 1 MiB, run as `python -c CODE`. */
  | { code: string; script?: undefined; module?: undefined }
  /** A file of the workspace, by its path in `files`, run as `python FILE`. */
  | { script: string; code?: undefined; module?: undefined }
  /** A module that can be imported, run as `python -m MODULE`. */
  | { module: string; code?: undefined; script?: undefined };

/** What a program is given on its way, and how its run is followed. */
export interface Followed {
  /** `sys.argv[1:]`: at most 256, of 1 MiB together. */
  args?: readonly string[];
  /** What the program reads from standard input, at most 16 MiB. */
  stdin?: ContentInput;
  /**
   * Stops the run, or takes it back before its turn. The run then resolves with status `cancelled`.
   * With `thread: "inline"` and without JavaScript Promise Integration no guest hears of it.
   */
  signal?: AbortSignal;
  /**
   * Gets standard output as text while the program runs. All calls together have been given
   * `outcome.stdout` by the time the run resolves: its first half (of `limits.stdout_bytes`) as it
   * is written, the rest at the end.
   */
  onStdout?: (text: string) => void;
  /** The same for standard error. */
  onStderr?: (text: string) => void;
}

/** The world that a program sees, from its start. */
export interface Surroundings {
  /** Environment variables, at most 256; nothing else is in the environment. */
  env?: Readonly<Record<string, string>>;
  /** Files in the workspace at the start, by path relative to `/workspace`. */
  files?: Readonly<Record<string, ContentInput>>;
  /** What the run may use at most. What is not named here is as `load` was told. */
  limits?: Limits;
  /** A virtual clock and seeded randomness instead of the host's. */
  determinism?: Determinism;
}

/** The world that a program sees, and how its run is followed. */
export interface World extends Surroundings, Followed {}

/** A program and the world that it sees. */
export type RunOptions = Program & World;

/**
 * How a run ended.
 *
 * - `ok`: with exit code 0.
 * - `exit`: with another exit code, which the program chose (`sys.exit(3)`).
 * - `error`: an exception was not caught. The exit code is 1.
 * - `timeout`, `out_of_fuel`, `out_of_memory`: the limit `wall_ms`, `fuel` or `memory_bytes`.
 * - `cancelled`: by `signal`.
 * - `trap`: the Python runtime itself failed. Nothing outside of the guest is affected.
 */
export type Status =
  | 'ok'
  | 'exit'
  | 'error'
  | 'timeout'
  | 'out_of_fuel'
  | 'out_of_memory'
  | 'cancelled'
  | 'trap';

/**
 * Who vouches for a runtime.
 *
 * - `official`: it is signed with a release key of Hognose.
 * - `added_key`: it is signed with a key of `trust.keys`.
 * - `pinned`: its manifest's SHA-256 is one of `trust.pins`.
 * - `development`: it is signed with the development key, which everybody has: its bytes are what its
 *   manifest says, and that is all.
 * - `unsigned`: nobody, and `trust.requireSignature` is false.
 */
export type TrustLevel = 'official' | 'added_key' | 'pinned' | 'development' | 'unsigned';

/** Which runtime it is, and who vouches for it. Hashes are in lower-case hexadecimal. */
export interface RuntimeIdentity {
  /** The bundle, as `name@version`. */
  bundle: string;
  /** SHA-256 of the runtime. */
  sha256: string;
  /** SHA-256 of the bundle's manifest: of its canonical JSON (RFC 8785) without the signature. */
  manifest_sha256: string | null;
  /** The key that the manifest is signed with, where that is why it was let pass. */
  key_id: string | null;
  /** Who vouches for it. */
  trust: TrustLevel;
}

/**
 * Whose bundles may run. Unless told otherwise: those that are signed with a key that is built in,
 * which are Hognose's release keys and the development key.
 */
export interface TrustPolicy {
  /** Keys besides those: 32 bytes in base64, and the days (`2026-11-25`) on which they count. */
  keys?: { publicKey: string; validFrom?: string; validUntil?: string }[];
  /** Keys that count no more, built-in ones too: their names, 16 hexadecimal digits each. */
  revokedKeys?: string[];
  /** Bundles that are not to run, whoever signed them: the SHA-256 of their manifests. */
  revokedBundles?: string[];
  /** Bundles that need no signature: the SHA-256 of their manifests. */
  pins?: string[];
  /** Whether a bundle without a signature by a known key is refused; true unless told otherwise. */
  requireSignature?: boolean;
  /** Whether the development key counts; true unless told otherwise. */
  development?: boolean;
}

/**
 * What one run came to: plain data, in the form that the native runner's JSON has too.
 *
 * A guest whose Worker had to be taken down (it was cancelled and did not end, or its time was over)
 * has what it had streamed as its output; its fuel and memory are told as 0, and its files as
 * unchanged, since nobody is left to ask.
 */
export interface Outcome {
  /** How the run ended. */
  status: Status;
  /** The exit code, 0 to 255; `null` when the program was stopped before it could exit. */
  exit_code: number | null;
  /** What it wrote to standard output, at most `limits.stdout_bytes` of it. */
  stdout: Content;
  /** What it wrote to standard error, at most `limits.stderr_bytes` of it. */
  stderr: Content;
  /** Why it ended, where the status is neither `ok` nor `exit`. */
  error: {
    /** The exception's class (`ValueError`), or the status for a run that was stopped. */
    type: string;
    /** The exception's text, or a sentence that names the limit. */
    message: string;
    /** The traceback as Python printed it; empty for a run that was stopped. */
    traceback: string;
  } | null;
  /**
   * Of a session's turn: the value of its last expression, where the turn ended as `ok` and the value is not
   * None.
   */
  result?: {
    /** Its `repr()`, cut at 64 KiB. */
    repr: string;
    /**
     * The value as JSON text, where it is made of `None`, `bool`, `int`, finite `float`, `str`, `list`,
     * `tuple` and `dict` with `str` keys, and fits in 64 KiB.
     */
    json: string | null;
  };
  /** How the workspace differs from what the request put there, by path relative to `/workspace`. */
  files: {
    /** Files that were not there. */
    created: Record<string, Content>;
    /** Files whose bytes are others now. */
    changed: Record<string, Content>;
    /** Files that are gone. */
    deleted: string[];
  };
  /** What the run used. */
  receipt: {
    /** Which runtime ran, and who vouches for it. */
    runtime: RuntimeIdentity;
    /** Units of fuel. */
    fuel: number;
    /** The most memory that the guest had, in bytes. */
    peak_memory_bytes: number;
    /** Time from start to end in microseconds: of the virtual clock under `determinism`. */
    wall_us: number;
    /** Bytes that the program wrote to standard output, and how many of them are not in `stdout`. */
    stdout: { written_bytes: number; dropped_bytes: number };
    /** The same for standard error. */
    stderr: { written_bytes: number; dropped_bytes: number };
    /** Bytes in all files, and how many files, directories and links there are. */
    workspace: { bytes: number; files: number };
    /** Of a session's turn: what the session has used in all its turns, this one included. */
    session?: SessionUse;
  };
}

/** What a session has used in all its turns. */
export interface SessionUse {
  /** Whether it can be run on. A turn that the runtime could not end in good order closes it. */
  open: boolean;
  /** Turns. */
  turns: number;
  /** Units of fuel. */
  fuel: number;
  /** Microseconds of wall-clock time, of the virtual clock under `determinism`. */
  wall_us: number;
}

/**
 * What a session is opened with. `limits.fuel`, `wall_ms`, `stdout_bytes` and `stderr_bytes` hold for each
 * turn anew.
 */
export type SessionOptions = Surroundings;

/** One turn of a session. */
export type TurnOptions = Program & Followed & {
  /** Files that are written into the workspace before the turn, over those that are there. */
  files?: Readonly<Record<string, ContentInput>>;
  /** What this turn may use, where that is not what every turn of the session may. */
  limits?: Pick<Limits, 'fuel' | 'wall_ms' | 'stdout_bytes' | 'stderr_bytes'>;
};

/**
 * Python that keeps its variables, imports and open files from one turn to the next.
 *
 * ```js
 * const session = await python.open();
 * await session.run({ code: 'total = sum(range(101))' });
 * const { result } = await session.run({ code: 'total' });
 * console.log(result.repr); // 5050
 * await session.close();
 * ```
 *
 * What is asked of a session is done in the order in which it was asked. A session that is opened or restored
 * lives in a Worker of its own, so that sessions compute side by side, and one whose Worker has to be taken
 * down takes no other with it. Its forks share that Worker where guests can be suspended (JavaScript Promise
 * Integration): a fork is then a copy within it, and turns there wait for each other. Elsewhere each fork
 * has a Worker of its own. With `thread: "inline"` all live on the caller's thread.
 */
export class Session {
  private constructor();
  /**
   * Runs a turn to its end. A turn that is stopped, by its limits or by `signal`, ends at the next point
   * where Python can go on later: no handler and no `finally` of the program is run, and the session stays
   * open. One that comes to no such point, or that traps, closes the session: `receipt.session.open`.
   *
   * Where a Worker's guests cannot be suspended, it does not hear of `signal` and is taken down: the turn
   * rejects, and the session is closed, with a {@link HognoseError} of code `session_closed`. So it is with
   * a turn that does not end within five seconds after its time, or after `signal`.
   *
   * A turn that is taken back before it begins resolves, when it would have begun, with status `cancelled`
   * and no fuel used; it is one of the session's turns all the same.
   */
  run(options: TurnOptions): Promise<Outcome>;
  /**
   * The session as bytes, for {@link Hognose.restore} here, or the native runner's: what is in Python's
   * memory, in the workspace and on the clock. With a key, 32 random bytes, they can only be restored with
   * that key, and cannot be changed without it; without one, whoever stores them can change what Python
   * remembers. They are not encrypted in either case.
   */
  snapshot(options?: { key?: Uint8Array }): Promise<Uint8Array>;
  /** Another session in the same state. What one does from now on, the other does not see. */
  fork(): Promise<Session>;
  /** Closes it. Turns that have no outcome yet reject with a {@link HognoseError} of code `session_closed`. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** What is allowed of a snapshot. */
export interface RestoreOptions {
  /** The key that it has to have been taken with: 32 bytes. Unless told otherwise: none. */
  key?: Uint8Array;
  /** What it may hold at most, uncompressed, in bytes; 268 435 456 (256 MiB) unless told otherwise. */
  maxBytes?: number;
}

/**
 * A bundle that is given by its parts: the text of its manifest (or what is in it), and its files by
 * URL or as bytes: by path in `files`, or the only one there is as `runtime`.
 */
export interface BundleParts {
  manifest: string | object;
  runtime?: BundleFile;
  files?: Record<string, BundleFile>;
}
export type BundleFile = string | URL | ArrayBuffer | Uint8Array;

/** How Python is loaded. */
export interface LoadOptions {
  /**
   * The Python runtime: the URL of a directory with `manifest.json` and what it names, or its
   * parts. The package's own unless told otherwise. Somebody has to vouch for the manifest (see
   * `trust`), and the runtime is held against it (size and SHA-256), before it is compiled.
   */
  bundle?: string | URL | BundleParts;
  /** Whose bundles may run. */
  trust?: TrustPolicy;
  /**
   * Keeps the bundle's files in the browser's Cache Storage, by hash, for bundles that are not served with
   * caching of their own. They are verified anew on every load. Where there is no storage, nothing is
   * kept. `false` unless told otherwise.
   */
  cache?: boolean;
  /** Limits of every run that does not set its own. */
  limits?: Limits;
  /**
   * Where guests run. `worker` (in browsers the default): in Web Workers, so that the page stays
   * responsive and any guest can be stopped. `inline` (in Node the default): on the caller's
   * thread, which is right for who is in a Worker already. Where there is JavaScript Promise
   * Integration an inline guest gives way every 10 ms, and while it sleeps; elsewhere the thread
   * waits for it.
   */
  thread?: 'worker' | 'inline';
  /** How many guests run at the same time, each in a Worker of its own: 1 to 16; 1 unless told otherwise. Further runs wait for their turn. */
  workers?: number;
  /**
   * Makes the Workers, for bundlers that do not follow `new Worker(new URL(…))`: a module Worker of
   * the package's file `hognose/worker`.
   */
  worker?: () => Worker;
  /**
   * Where the package's file `hognose/engine.wasm` is, for bundlers that do not follow
   * `new URL(…, import.meta.url)`.
   */
  engine?: string | URL;
}

/**
 * Runs Python. Loaded once; every run has a fresh guest, in which nothing of another run is.
 *
 * ```js
 * const python = await Hognose.load();
 * const outcome = await python.run({ code: 'print(2**100)' });
 * console.log(outcome.stdout); // 1267650600228229401496703205376
 * await python.close();
 * ```
 */
export class Hognose {
  private constructor();
  /** Loads the runtime, checks and compiles it. Throws a {@link HognoseError}. */
  static load(options?: LoadOptions): Promise<Hognose>;
  /** Which runtime runs, and who vouches for it, as receipts say it. */
  readonly runtime: RuntimeIdentity;
  /**
   * Runs a program to its end. Whatever the program does is told in the outcome; a
   * {@link HognoseError} is thrown for a request that does not hold to the contract, or where
   * Hognose itself cannot go on.
   */
  run(options: RunOptions): Promise<Outcome>;
  /**
   * Runs another command of the bundle in the same world, with the same limits and a receipt. It sees
   * `/workspace` and `/tmp`, and what it made of the files of `/workspace` is in the outcome.
   */
  exec(command: string, options?: World & { args?: string[] }): Promise<Outcome>;
  /** Opens a session. */
  open(options?: SessionOptions): Promise<Session>;
  /**
   * Goes on with a session where it was when its bytes were made, here or by the native runner, with the same
   * runtime. Throws a {@link HognoseError} of code `snapshot` for bytes that are not whole, were not taken
   * with this key, or hold more than is allowed: nothing of them comes near a guest.
   */
  restore(snapshot: Uint8Array | ArrayBuffer, options?: RestoreOptions): Promise<Session>;
  /** Stops everything, sessions too. Runs that have no outcome yet reject with a {@link HognoseError} of code `closed`. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Why there is no outcome.
 *
 * - `request`: the request or an option does not hold to the contract; the message begins with the field.
 * - `bundle`: the bundle cannot be fetched, nobody vouches for it, or it does not hold to its manifest.
 * - `engine`: the engine or the runtime does not load or compile here.
 * - `unsupported`: this browser or host has not what is needed, or the runtime has no sessions.
 * - `session_closed`: there is no session any more; the message says why.
 * - `snapshot`: the bytes are no session that may be restored here, or a session cannot be made bytes.
 * - `worker`: a Worker cannot be made, or failed.
 * - `closed`: `close` was called.
 * - `internal`: Hognose itself failed.
 */
export class HognoseError extends Error {
  readonly code:
    | 'request'
    | 'bundle'
    | 'engine'
    | 'unsupported'
    | 'session_closed'
    | 'snapshot'
    | 'worker'
    | 'closed'
    | 'internal';
}
