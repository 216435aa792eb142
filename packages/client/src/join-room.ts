import { type Clock, systemClock, withDeadline } from '@earshot/lifetime';
import {
  isPrivateRoom,
  jsonCodec,
  limits,
  msgpackCodec,
  RpcError,
  type RtpCapabilities,
  routerRtpCapabilities,
} from '@earshot/protocol';
import { joinProof } from './identity/join-proof.ts';
import { mediaError } from './media-error.ts';
import { deviceFor, encryptedDevice, preparedDevice } from './prepared-device.ts';
import type { Entry } from './private/enter-encrypted.ts';
import { EntryError } from './private/entry-error.ts';
import { askIn } from './puzzles/ask-in.ts';
import type { JoinOptions, Room } from './room.ts';
import { RoomSession } from './room-session.ts';
import { sameValue } from './same-value.ts';
import { signalingUrl } from './server-address.ts';
import { SignalingLink } from './signaling-link.ts';

/**
 * Enters a room. One round trip after the connection is open; the sound follows by itself, and
 * `snapshot.media` says how far it is. A microphone that cannot be sent does not keep anyone out: see
 * `snapshot.microphoneError`.
 * @throws RpcError when the server cannot be reached or does not let one in; EntryError where an encrypted room
 * cannot be entered; TypeError for a bad address; the signal's reason when it aborts.
 */
export async function joinRoom(options: JoinOptions, clock: Clock = systemClock): Promise<Room> {
  const { server, engine, signal } = options;
  signal?.throwIfAborted();
  // Both take their time; neither needs the other.
  const encrypted = isEncrypted(options);
  const loading = encrypted ? encryptedDevice(engine) : preparedDevice(engine);
  loading.catch(() => {});
  const codec = options.codec === 'json' ? jsonCodec : msgpackCodec;
  const url = signalingUrl(server);
  // Before there is a connection: it waits for nobody who is still loading.
  const secrets = encrypted ? await import('./private/enter-encrypted.ts') : undefined;
  signal?.throwIfAborted();
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
  const opening = secrets?.enterEncrypted({ options, link, host: url.host, clock });
  opening?.catch(() => {});
  const giveUp = () => link.close('left');
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    const room = await enter(options, { link, loading, proving, opening, clock });
    signal?.throwIfAborted();
    return room;
  } catch (error) {
    link.close('left');
    signal?.throwIfAborted();
    throw error instanceof EntryError ? error : mediaError(error);
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}

interface Entering {
  link: SignalingLink;
  loading: ReturnType<typeof preparedDevice>;
  proving: ReturnType<typeof joinProof>;
  /** Where the room is encrypted. */
  opening: Promise<Entry> | undefined;
  clock: Clock;
}

/** One word decides, before anything is asked: what is once encrypted is never entered in the clear. */
function isEncrypted({ room, secret }: JoinOptions): boolean {
  return isPrivateRoom(room) || secret?.linkKey !== undefined;
}

async function enter(options: JoinOptions, entering: Entering): Promise<RoomSession> {
  const entry = await entering.opening;
  try {
    return await join(options, { ...entering, entry });
  } catch (error) {
    if (entry) throw entry.failed(error);
    const lacksKey = error instanceof RpcError && error.error === 'encryption_required';
    throw lacksKey ? new EntryError('no_link_key', { cause: error }) : error;
  }
}

async function join(
  { room, name, engine, returning, create, hearing, sources, onPuzzle, signal, ...microphone }: JoinOptions,
  { link, loading, proving, entry, clock }: Omit<Entering, 'opening'> & { entry: Entry | undefined },
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
    ...entry?.params,
  };
  const answer = await askIn(link, params, { solve: engine.solvePuzzle, signal, onPuzzle });
  // The server should have said so. What it forwards here would come out of the loudspeaker as loud noise.
  if (answer.room.settings.encrypted && !entry) throw new EntryError('no_link_key');
  const router = answer.routerRtpCapabilities;
  const known = entry && sameValue(router, routerRtpCapabilities) ? prepared : undefined;
  const device = entry
    ? (known ?? (await encryptedDevice(engine, router)))
    : await deviceFor(router, { engine, prepared });
  const encryption = await entry?.entered(answer);
  if (link.end) throw new RpcError('connection_lost', { detail: link.end.detail });
  return new RoomSession({ link, join: answer, device, engine, clock, hearing, microphone, encryption });
}
