import type { MessagePort } from 'node:worker_threads';
import type { Thread } from './thread.js';

/** `ports`: one to each other thread. */
export function exchangeOver(ports: readonly MessagePort[]): Thread['exchange'] {
  return async (facts) => {
    // All threads use the same memory.
    const shared = new Uint8Array(new SharedArrayBuffer(facts.length));
    shared.set(facts);
    for (const port of ports) port.postMessage(shared);
    const received = await Promise.all(ports.map(receivedAt));
    return received.flatMap((one) => (one === undefined ? [] : [Buffer.from(one.buffer)]));
  };
}

/** `undefined` if the other thread ended before it sent anything. */
function receivedAt(port: MessagePort): Promise<Uint8Array | undefined> {
  return new Promise((resolve) => {
    port.once('close', () => resolve(undefined));
    port.once('message', (facts: Uint8Array) => {
      resolve(facts);
      port.close();
    });
  });
}
