import { Courier, topics, writeContent } from '@earshot/protocol';
import type { Visitor } from './visitor.ts';

/** As often as a connection may send frames with room to spare; packets go in bundles. */
const bundleEveryMs = 100;

const clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  after(delayMs: number, run: () => void) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
  every(intervalMs: number, run: () => void) {
    const timer = setInterval(run, intervalMs);
    return () => clearInterval(timer);
  },
};

/** Writes so many chat messages a second until it is stopped. @returns how it is stopped, and how many were sent */
export function flood(bot: Visitor, { perSecond, tag }: { perSecond: number; tag: string }) {
  let bundle: Uint8Array<ArrayBuffer>[] = [];
  let sent = 0;
  const courier = new Courier({
    clock,
    transmit: (_path, packet) => void bundle.push(packet),
    deliver: () => {},
    deliverLoose: () => {},
  });
  courier.opened('web_socket');
  const stop = clock.every(bundleEveryMs, () => {
    for (let i = 0; i < perSecond * (bundleEveryMs / 1_000); i++) {
      sent += 1;
      const command = {
        do: 'send',
        id: `${tag}-flood-${String(sent).padStart(8, '0')}`,
        text: `buy ${tag} ${sent}`,
      };
      try {
        courier.post(writeContent([topics.chat, null, writeContent(command)]));
      } catch {
        // The queue is full: the server takes no more for now.
      }
    }
    bot.request('sendData', { packets: bundle.splice(0, 60) }).catch(() => {});
  });
  return {
    end(): number {
      stop();
      courier.close();
      bundle = [];
      return sent;
    },
  };
}
