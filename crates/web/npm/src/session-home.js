// Where sessions live: one that was opened or restored, and its forks. One thing is done there at a time,
// in the order in which it was asked for.
import { HognoseError, isSound } from './error.js';
import { Takedown } from './worker-thread.js';

export const sessionClosed = (why) => new HognoseError('session_closed', `the session is closed: ${why}`);

/** Why a Worker had to be taken down. */
const TAKEN_DOWN = {
  cancelled: 'a turn was cancelled, and its Worker had to be taken down',
  timeout: 'a turn did not end in time, and its Worker had to be taken down',
};

export class SessionHome {
  #threads;
  #place;
  /** How many sessions there are. */
  #sessions = 1;
  #last = Promise.resolve();
  /** Why there are none any more. */
  #gone;

  constructor(threads, place) {
    this.#threads = threads;
    this.#place = place;
  }

  /** A home for a session that `method` of the engine makes: it, and the session's number. */
  static async make(threads, method, ...args) {
    const home = new SessionHome(threads, await threads.place());
    try {
      return [home, await home.ask(method, ...args)];
    } catch (error) {
      home.#place.end?.(error);
      throw error;
    }
  }

  ask(method, ...args) {
    return this.#next(() => this.#place.call(method, args));
  }

  /** Runs a turn, unless it is taken back before it begins. */
  run(session, json, outputs, signal) {
    return this.#next(() =>
      signal.aborted
        ? this.#place.call('revoke', [session, json])
        : this.#place.run({ session, json }, outputs, signal));
  }

  /**
   * A fork, and where it lives: here, where turns can be cancelled and the thread stays. Else one that is
   * taken down must not take the others with it.
   */
  async fork(session) {
    if (!this.#place.canShare) {
      return SessionHome.make(this.#threads, 'restore', await this.ask('snapshot', session), undefined, Infinity);
    }
    const fork = await this.ask('fork', session);
    this.#sessions += 1;
    return [this, fork];
  }

  /** The session is not run on. */
  async leave(session) {
    this.#sessions -= 1;
    if (this.#sessions > 0 || !this.#place.end) await this.ask('drop', session).catch(() => {});
    else this.#place.end(sessionClosed('it was left'));
  }

  #next(f) {
    const done = this.#last.then(async () => {
      if (this.#gone) throw this.#gone;
      try {
        return await f();
      } catch (error) {
        throw this.#failed(error);
      }
    });
    this.#last = done.catch(() => {});
    return done;
  }

  /** What is thrown; after most of it nothing is left here. */
  #failed(error) {
    if (isSound(error)) return error;
    const isTakedown = error instanceof Takedown;
    if (isTakedown) this.#gone = sessionClosed(TAKEN_DOWN[error.reason]);
    else this.#gone = error.code === 'closed' ? error : sessionClosed('Hognose itself failed');
    this.#place.end?.(this.#gone);
    return isTakedown ? this.#gone : error;
  }
}
