import { type Clock, systemClock, withDeadline } from '@earshot/lifetime';
import { jsonCodec, limits, msgpackCodec, RpcError, type RtpCapabilities } from '@earshot/protocol';
import { joinProof } from './identity/join-proof.ts';
import { mediaError } from './media-error.ts';
import { deviceFor, preparedDevice } from './prepared-device.ts';
import { askIn } from './puzzles/ask-in.ts';
import type { JoinOptions, Room } from './room.ts';
import { RoomSession } from './room-session.ts';
import { signalingUrl } from './server-address.ts';
import { SignalingLink } from './signaling-link.ts';

/**
 * Enters a room. One round trip after the connection is open; the sound follows by itself, and
 * `snapshot.media` says how far it is. A microphone that cannot be sent does not keep anyone out: see
 * `snapshot.microphoneError`.
 * @throws RpcError when the server cannot be reached or does not let one in; TypeError for a bad address;
 * the signal's reason when it aborts.
 */
export async function joinRoom(options: JoinOptions, clock: Clock = systemClock): Promise<Room> {
  const { server, engine, signal } = options;
  signal?.throwIfAborted();
  // Both take their time; neither needs the other.
  const loading = preparedDevice(engine);
  loading.catch(() => {});
  const codec = options.codec === 'json' ? jsonCodec : msgpackCodec;
  const url = signalingUrl(server);
  const link = new SignalingLink({ engine, url, codec, clock });
  const proving = joinProof({
    identity: options.identity,
    nonce: link.nonce,
    opened: link.opened,
    needed: options.create !== undefined,
    host: url.host,
    room: options.room,
    clock,
  });
  const giveUp = () => link.close('left');
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    const room = await enter(options, { link, loading, proving, clock });
    signal?.throwIfAborted();
    return room;
  } catch (error) {
    link.close('left');
    signal?.throwIfAborted();
    throw mediaError(error);
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

interface Entering {
  link: SignalingLink;
  loading: ReturnType<typeof preparedDevice>;
  proving: ReturnType<typeof joinProof>;
  clock: Clock;
}

async function enter(
  { room, name, engine, returning, create, hearing, sources, onPuzzle, signal, ...microphone }: JoinOptions,
  { link, loading, proving, clock }: Entering,
): Promise<RoomSession> {
  const loaded = withDeadline(loading, {
    what: 'loading the device',
    limitMs: limits.requestTimeoutMs,
    clock,
  });
  const [prepared, identity] = await Promise.all([loaded, proving, link.opened]);
  const rtpCapabilities = prepared.recvRtpCapabilities as RtpCapabilities;
  const params = {
    room,
    name,
    rtpCapabilities,
    ...(sources && { sources: [...sources] }),
    ...(returning !== undefined && { returning }),
    ...(create && { create }),
    ...(identity && { identity }),
  };
  const join = await askIn(link, params, { solve: engine.solvePuzzle, signal, onPuzzle });
  const device = await deviceFor(join.routerRtpCapabilities, { engine, prepared });
  if (link.end) throw new RpcError('connection_lost', { detail: link.end.detail });
  return new RoomSession({ link, join, device, engine, clock, hearing, microphone });
}
