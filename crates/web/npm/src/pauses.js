// Gives way to what else the thread has to do: for a moment, or for as long as a guest sleeps.
const waiting = [];
let wake;

/** A macrotask, and nothing that is throttled. */
function giveWay() {
  if (!wake) {
    if (typeof setImmediate === 'function') {
      wake = () => setImmediate(next);
    } else {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = next;
      wake = () => port2.postMessage(null);
    }
  }
  return new Promise((resolve) => {
    waiting.push(resolve);
    wake();
  });
}

const next = () => waiting.shift()?.();

/** The pauses of one guest. */
export class Pauses {
  #end;

  /** So many milliseconds, or less: who needs all of them looks at the clock. */
  pause = async (ms) => {
    if (ms >= 1) {
      let timer;
      await new Promise((resolve) => {
        this.#end = resolve;
        timer = setTimeout(resolve, ms);
      });
      clearTimeout(timer);
    }
    // Even so: a timer that is set by a timer's task takes 4 ms at least.
    await giveWay();
  };

  /** Ends the pause that there is now. */
  end() {
    this.#end?.();
  }
}
