import {
  defaultRoomSettings,
  type JoinOptions,
  type MicrophoneChange,
  type Room,
  type RoomSnapshot,
} from '@earshot/client';
import { RpcError } from '@earshot/protocol';
import { MicrophoneDesk } from '../../devices/microphone-desk.ts';
import { FakeMicrophone } from '../../devices/testing/fake-microphone.ts';
import { Visit } from '../visit.ts';

/** A room that does as it is told and notes it. */
export class FakeRoom {
  readonly changes: MicrophoneChange[] = [];
  refuses = false;
  readonly #listeners = new Set<() => void>();
  snapshot: RoomSnapshot;

  constructor({ microphone, muted }: Pick<JoinOptions, 'microphone' | 'muted'>) {
    const state = microphone ? (muted ? 'muted' : 'live') : 'off';
    this.snapshot = {
      status: { at: 'joined' },
      room: { name: 'r', startedAtMs: 0, settings: defaultRoomSettings, owned: false },
      self: {
        id: 'self',
        seat: 0,
        name: 'Ana',
        key: '',
        presence: 'here',
        role: 'speaker',
        microphone: state,
        streams: [],
        joinedAtMs: 0,
      },
      members: [],
      votes: [],
      privacy: { kind: 'open', safetyNumber: '', members: new Map(), signingKeys: new Map(), problems: [] },
      media: 'connected',
      playback: 'playing',
    };
  }

  subscribe(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly returnToken = 'way-back';
  async checkConnection() {}

  async setMicrophone(change: MicrophoneChange) {
    this.changes.push(change);
    if (this.refuses) throw new RpcError('rate_limited');
    this.#become({ self: { ...this.snapshot.self, microphone: change.state } });
  }

  async leave() {
    this.end('left');
  }

  end(reason: 'left' | 'connection_lost' | 'failed') {
    const end = { reason, retryable: reason === 'connection_lost', detail: reason };
    this.#become({ status: { at: 'ended', end } });
  }

  #become(change: Partial<RoomSnapshot>) {
    this.snapshot = { ...this.snapshot, ...change };
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A page with a microphone, and rooms that let everybody in. */
export function setUp({
  open = async (deviceId: string): Promise<FakeMicrophone> => new FakeMicrophone(deviceId || 'built-in'),
  mayUse = true,
} = {}) {
  const rooms: FakeRoom[] = [];
  const joins: Omit<JoinOptions, 'server' | 'engine'>[] = [];
  const desk = new MicrophoneDesk({
    open: async ({ deviceId }) => (await open(deviceId)).asBrowser,
    devices: { list: async () => [], onChange: () => () => {} },
    preferred: { read: () => ({ deviceId: '', label: '' }), write: () => {} },
    mayUse: async () => mayUse,
    pause: async () => {},
  });
  const visit = new Visit({
    desk,
    join: async (options) => {
      joins.push(options);
      const room = new FakeRoom(options);
      rooms.push(room);
      return room as unknown as Room;
    },
  });
  const enter = (entrance: 'live' | 'muted' | 'listening') =>
    visit.enter({ room: 'r', name: 'Ana', entrance });
  return { visit, desk, rooms, joins, enter };
}

/** What the browser says where the person does not allow it. */
export const denied = async () => {
  throw Object.assign(new Error('denied'), { code: 'denied' });
};
