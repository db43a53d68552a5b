// Gives way to what else the thread has to do: a macrotask, and nothing that is throttled.
const waiting = [];
let wake;

export function giveWay() {
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

// 0 is what `sched_yield` returns to the guest.
const next = () => waiting.shift()?.(0);
