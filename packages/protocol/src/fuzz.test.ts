import { ManualClock } from '@earshot/lifetime';
import { expect, test } from '@jest/globals';
import { Decoder } from '@msgpack/msgpack';
import fc from 'fast-check';
import { type Codec, codecs, type Frame, msgpackCodec } from './codec.ts';
import { readEnvelope } from './envelope.ts';
import { errors, RpcError } from './errors.ts';
import { limits } from './limits.ts';
import { clientMethods, serverMethods } from './methods.ts';
import { type Handlers, RpcPeer } from './peer.ts';
import { anyMessage, plausibleMessage } from './testing/arbitrary-message.ts';
import { brokenFrame } from './testing/broken-frame.ts';
import { checkProperty } from './testing/check-property.ts';
import { cpuTimeMs } from './testing/cpu-time.ts';

/** No frame may take longer than this, on the slowest machine that runs the tests. */
const maxBusyMs = 500;

const each = codecs.map((codec) => [codec.subprotocol, codec] as const);

/** A server's side of a conversation whose handlers do all that handlers may. */
function serverSide(codec: Codec) {
  const sent: Frame[] = [];
  const handlers: Handlers<typeof serverMethods> = {
    join: () => Promise.reject(new RpcError('room_full')),
    putPrivateRoom: () => ({ room: `p-${'a'.repeat(26)}` }),
    challenge: () => ({ record: 'AA', nonce: 'A'.repeat(43), bits: 0 }),
    prove: () => Promise.reject(new RpcError('proof_rejected')),
    connectTransport: () => ({}),
    produce: async () => ({ producerId: 'p' }),
    setProducerPaused: () => {
      throw new Error('secret');
    },
    closeProducer: (() => ({ secret: 1n })) as never,
    setViews: () => ({}),
    setHand: () => ({}),
    setProfile: () => ({}),
    produceData: () => ({ dataProducerId: 'd' }),
    consumeData: () => {
      throw new RpcError('wrong_state');
    },
    sendData: () => ({}),
    chatHistory: () => ({ messages: [], hasOlder: false, revision: 0 }),
    setRoomSettings: () => ({}),
    setRoomModes: () => ({}),
    setRole: () => Promise.reject(new RpcError('not_permitted')),
    handOver: () => ({}),
    muteMember: () => ({}),
    allowToSpeak: () => ({}),
    askToUnmute: () => ({}),
    shadowMute: () => ({}),
    removeMember: () => ({}),
    banMember: () => ({}),
    unban: () => ({}),
    listBans: () => ({ bans: [] }),
    lowerHands: () => ({}),
    actionLog: () => ({ entries: [], hasOlder: false }),
    voteToRemove: () => ({}),
    report: () => ({}),
    leave: (() => undefined) as never,
    ping: () => ({}),
  };
  const peer = new RpcPeer({
    codec,
    send: (frame) => sent.push(frame),
    answers: serverMethods,
    handlers,
    asks: clientMethods,
    clock: new ManualClock(),
  });
  return { peer, sent };
}

/** A client's side, which takes notifications, and has a question open. */
function clientSide(codec: Codec) {
  const sent: Frame[] = [];
  let notified = 0;
  const onNotification = () => {
    notified += 1;
    if (notified % 2) throw new Error('secret');
  };
  const peer = new RpcPeer({
    codec,
    send: (frame) => sent.push(frame),
    answers: clientMethods,
    handlers: { ping: () => ({}) },
    asks: serverMethods,
    onNotification,
    clock: new ManualClock(),
  });
  const question = peer.request('ping', {}).catch((error: unknown) => error);
  sent.length = 0;
  return { peer, sent, question };
}

/** What must come back for a frame, worked out from JSON-RPC 2.0 alone: the answer's id, or nothing. */
function expectedAnswer(
  codec: Codec,
  frame: Frame,
  takesNotifications: boolean,
): { id: unknown } | undefined {
  let value: unknown;
  try {
    value = codec.decode(frame);
  } catch {
    return { id: null };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { id: null };
  const { jsonrpc, id, method, params } = value as Record<string, unknown>;
  if (!('method' in value) && ('result' in value || 'error' in value)) return undefined;
  const notification =
    id === undefined && jsonrpc === '2.0' && typeof method === 'string' && method.length <= 64;
  const structured = params === undefined || (typeof params === 'object' && params !== null);
  if (notification && structured && takesNotifications) return undefined;
  const matchable = Number.isSafeInteger(id) || (typeof id === 'string' && id.length <= 64);
  return { id: matchable ? id : null };
}

/** Every answer is one whole JSON-RPC object with a result, or with an error from the table. */
function checkAnswer(codec: Codec, frame: Frame): unknown {
  const read = readEnvelope(codec.decode(frame));
  if (read.kind === 'error') {
    const { error, retryable } = RpcError.fromWire(read.message.error);
    expect(read.message.error).toEqual({
      code: errors[error].code,
      message: errors[error].message,
      data: expect.objectContaining({ error, retryable }),
    });
  } else if (read.kind !== 'result') {
    throw new Error(`a ${read.kind} is no answer`);
  }
  expect(JSON.stringify(read.message)).not.toContain('secret');
  return read.message.id;
}

const sorted = (ids: unknown[]) => ids.map((id) => JSON.stringify(id)).sort();
const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

async function checkConversation(
  codec: Codec,
  frames: Frame[],
  side: typeof serverSide | typeof clientSide,
): Promise<void> {
  const open = side(codec);
  const { peer, sent } = open;
  const expected: unknown[] = [];
  for (const frame of frames) {
    const answer = expectedAnswer(codec, frame, 'question' in open);
    if (answer) expected.push(answer.id);
    let refusal: unknown;
    const busyMs = cpuTimeMs(() => {
      refusal = peer.receive(frame);
    });
    expect(busyMs).toBeLessThan(maxBusyMs);
    if (refusal !== undefined) expect(refusal).toBeInstanceOf(RpcError);
  }
  await turnOfTheLoop();
  expect(sorted(sent.map((frame) => checkAnswer(codec, frame)))).toEqual(sorted(expected));
  peer.close();
  if ('question' in open) await open.question;
  expect('polluted' in {}).toBe(false);
}

const conversations = 100;
/** Fewer frames than may be under way at once, so that each is looked at. */
const conversation = { minLength: 1, maxLength: limits.requestsInFlight - 1 };

for (const side of [serverSide, clientSide]) {
  test.each(each)(
    `whatever message comes to the ${side.name} in %s, each call is answered once`,
    (_name, codec) =>
      checkProperty(
        fc.asyncProperty(fc.array(anyMessage, conversation), (messages) => {
          const frames = messages.map((message) => codec.encode(message));
          return checkConversation(codec, frames, side);
        }),
        conversations,
      ),
  );

  test.each(each)(
    `whatever bytes come to the ${side.name} in %s, each call is answered once`,
    (_name, codec) =>
      checkProperty(
        fc.asyncProperty(fc.array(brokenFrame(codec), conversation), (frames) =>
          checkConversation(codec, frames, side),
        ),
        conversations,
      ),
  );
}

test.each(each)('no rate-limited frame in %s is answered with more than its error', (_name, codec) =>
  checkProperty(
    fc.property(
      fc.oneof(
        brokenFrame(codec),
        plausibleMessage.map((message) => codec.encode(message)),
      ),
      (frame) => {
        const { peer, sent } = serverSide(codec);
        expect(peer.refuse(frame, new RpcError('rate_limited'))).toMatchObject({ error: 'rate_limited' });
        const expected = expectedAnswer(codec, frame, false);
        expect(sent.map((answer) => checkAnswer(codec, answer))).toEqual(expected ? [expected.id] : []);
      },
    ),
  ),
);

/** The size of a decoded value, as the limits count it. */
function measure(value: unknown): { depth: number; items: number; keys: number; foreign: boolean } {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array)
    return { depth: 0, items: 0, keys: 0, foreign: false };
  const inner = Object.values(value).map(measure);
  const most = (of: 'depth' | 'items' | 'keys') => Math.max(0, ...inner.map((each) => each[of]));
  const list = Array.isArray(value);
  return {
    depth: 1 + most('depth'),
    items: Math.max(list ? value.length : 0, most('items')),
    keys: Math.max(list ? 0 : Object.keys(value).length, most('keys')),
    foreign:
      (!list && Object.getPrototypeOf(value) !== Object.prototype) || inner.some((each) => each.foreign),
  };
}

test('the MessagePack codec decodes exactly what its decoder does, within the limits', () => {
  const plain = new Decoder();
  return checkProperty(
    fc.property(brokenFrame(msgpackCodec), (frame) => {
      let value: unknown;
      try {
        value = plain.decode(frame as Uint8Array);
      } catch {
        expect(() => msgpackCodec.decode(frame)).toThrow(RpcError);
        return;
      }
      const { depth, items, keys, foreign } = measure(value);
      const fits =
        depth <= limits.frameDepth && items <= limits.arrayItems && keys <= limits.objectKeys && !foreign;
      if (fits) expect(msgpackCodec.decode(frame)).toEqual(value);
      else expect(() => msgpackCodec.decode(frame)).toThrow(RpcError);
    }),
    1_000,
  );
});
