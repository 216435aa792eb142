import { ManualClock } from '@earshot/lifetime';
import { expect } from '@jest/globals';
import * as z from 'zod/mini';
import { type Frame, jsonCodec } from '../codec.ts';
import { type Handlers, type PeerOptions, RpcPeer } from '../peer.ts';

export const table = {
  add: { params: z.object({ a: z.number(), b: z.number() }), result: z.object({ sum: z.number() }) },
  wait: { params: z.object({}), result: z.object({}) },
} as const;
export type Table = typeof table;

export const handlers: Handlers<Table> = {
  add: ({ a, b }) => ({ sum: a + b }),
  wait: () => new Promise(() => {}),
};

/** One peer, what it has sent, and a way to say things to it as a stranger would. */
export function alone(options: Partial<PeerOptions<Table, Table>> = {}) {
  const sent: unknown[] = [];
  const clock = new ManualClock();
  const peer = new RpcPeer<Table, Table>({
    codec: jsonCodec,
    send: (frame) => void sent.push(JSON.parse(frame as string)),
    answers: table,
    handlers,
    asks: table,
    clock,
    ...options,
  });
  return { peer, sent, clock, hear: (message: unknown) => peer.receive(JSON.stringify(message)) };
}

/** Two peers that hear each other. */
export function conversation(codec = jsonCodec, options: Partial<PeerOptions<Table, Table>> = {}) {
  const clock = new ManualClock();
  const carry = (to: () => RpcPeer<Table, Table>) => (frame: Frame) => void to().receive(frame);
  const common = { codec, answers: table, handlers, asks: table, clock };
  const ann: RpcPeer<Table, Table> = new RpcPeer({ ...common, send: carry(() => bob) });
  const bob: RpcPeer<Table, Table> = new RpcPeer({ ...common, send: carry(() => ann), ...options });
  return { ann, bob, clock };
}

/** Lets answers that are ready be sent. */
export const settled = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

export const request = (id: unknown, method: string, params?: unknown) => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
});
export const failure = (id: unknown, error: string) => ({
  jsonrpc: '2.0',
  id,
  error: expect.objectContaining({ data: expect.objectContaining({ error }) }),
});
