import { ManualClock } from '@earshot/lifetime';
import { limits, ownerlessRoomSettings, RpcError, routerRtpCapabilities } from '@earshot/protocol';
import { afterEach, expect, test } from '@jest/globals';
import type { Engine } from './engine.ts';
import { joinRoom } from './join-room.ts';
import { nodeEngine } from './node/node-engine.ts';
import { prepare } from './prepared-device.ts';
import { joinResult, StandInServer } from './testing/stand-in-server.ts';
import { waitFor } from './wait-for.ts';

let server: StandInServer | undefined;
afterEach(() => server?.close());

/** An engine that counts the devices it made. */
function countingEngine(): Engine & { devices: number } {
  const engine = {
    ...nodeEngine(),
    devices: 0,
    createDevice() {
      engine.devices += 1;
      return nodeEngine().createDevice();
    },
  };
  return engine;
}

function options(engine: Engine = nodeEngine()) {
  return { server: server?.url ?? '', room: 'lobby', name: 'Ada', engine };
}

test('joins with what it can receive, on a device that was prepared once', async () => {
  const codecs: string[] = [];
  server = await StandInServer.open({
    join: ({ rtpCapabilities }) => {
      codecs.push(...rtpCapabilities.codecs.map(({ mimeType }) => mimeType));
      return joinResult();
    },
    leave: () => ({}),
  });
  const engine = countingEngine();
  await Promise.all([prepare(engine), prepare(engine)]);
  for (let round = 0; round < 2; round += 1) {
    const room = await joinRoom(options(engine));
    expect(room.snapshot).toMatchObject({
      status: { at: 'joined' },
      self: { microphone: 'off' },
      media: 'idle',
    });
    await room.leave();
  }
  expect(codecs.filter((name) => name.startsWith('audio/'))).toEqual(['audio/opus', 'audio/opus']);
  expect(engine.devices).toBe(1);
});

test('loads another device for a router that is not what was expected', async () => {
  const [opus] = routerRtpCapabilities.codecs;
  const codecs = [{ ...opus, preferredPayloadType: 109 } as NonNullable<typeof opus>];
  const other = { ...routerRtpCapabilities, codecs };
  server = await StandInServer.open({
    join: () => joinResult({ routerRtpCapabilities: other }),
    leave: () => ({}),
  });
  const engine = countingEngine();
  const room = await joinRoom(options(engine));
  expect(engine.devices).toBe(2);
  await room.leave();
});

test('a device that cannot be had fails the join, and is asked for again the next time', async () => {
  server = await StandInServer.open({ join: () => joinResult(), leave: () => ({}) });
  let works = false;
  const engine: Engine = {
    ...nodeEngine(),
    createDevice: async () => {
      if (!works) throw new Error('no WebRTC here');
      return nodeEngine().createDevice();
    },
  };
  await expect(joinRoom(options(engine))).rejects.toMatchObject({
    error: 'media_rejected',
    detail: 'no WebRTC here',
  });
  works = true;
  await (await joinRoom(options(engine))).leave();
});

test("fails with the server's error and closes the connection", async () => {
  server = await StandInServer.open({
    join: () => {
      throw new RpcError('room_full');
    },
  });
  await expect(joinRoom(options())).rejects.toMatchObject({ error: 'room_full', retryable: true });
  expect((await (await server.visitor()).closed)[0]).toBe(1000);
});

test('a server that lets one into an encrypted room without its key is left before anything is played', async () => {
  const settings = { ...ownerlessRoomSettings, encrypted: true };
  server = await StandInServer.open({
    join: () => joinResult({ room: { ...joinResult().room, settings } }),
  });
  await expect(joinRoom(options())).rejects.toMatchObject({ name: 'EntryError', code: 'no_link_key' });
  expect((await (await server.visitor()).closed)[0]).toBe(1000);
});

test('a room that takes a key says so by itself', async () => {
  server = await StandInServer.open({
    join: () => {
      throw new RpcError('encryption_required');
    },
  });
  await expect(joinRoom(options())).rejects.toMatchObject({ name: 'EntryError', code: 'no_link_key' });
});

test('does not wait for an answer for ever', async () => {
  const asked = Promise.withResolvers<void>();
  server = await StandInServer.open({
    join: () => {
      asked.resolve();
      return new Promise(() => {});
    },
  });
  const clock = new ManualClock();
  const joining = joinRoom(options(), clock);
  await asked.promise;
  clock.advance(limits.requestTimeoutMs);
  await expect(joining).rejects.toMatchObject({ error: 'timeout' });
  expect(clock.pendingTimers).toBe(0);
});

test('stops when its signal says so, and lets go of the connection', async () => {
  const asked = Promise.withResolvers<void>();
  server = await StandInServer.open({
    join: () => {
      asked.resolve();
      return new Promise(() => {});
    },
  });
  const controller = new AbortController();
  const joining = joinRoom({ ...options(), signal: controller.signal });
  await asked.promise;
  controller.abort(new Error('changed my mind'));
  await expect(joining).rejects.toThrow('changed my mind');
  await (await server.visitor()).closed;
  await expect(joinRoom({ ...options(), signal: controller.signal })).rejects.toThrow('changed my mind');
});

test('what happens right after the join is not lost, and the room is told once per change', async () => {
  server = await StandInServer.open({
    join: () => {
      queueMicrotask(async () => {
        const { peer } = await (server as StandInServer).visitor();
        const state = { key: '', presence: 'here', role: 'speaker', microphone: 'off', streams: [] } as const;
        const member = { id: 'bob', seat: 1, name: 'Bob', ...state, joinedAtMs: 2 };
        peer.notify('memberJoined', { member });
        peer.notify('memberLeft', { memberId: 'nobody', reason: 'left' });
        peer.notify('memberChanged', { member: { ...member, microphone: 'live' } });
      });
      return joinResult();
    },
    leave: () => ({}),
  });
  const room = await joinRoom(options());
  const { peer } = await server.visitor();
  await peer.request('ping', {});
  expect(room.snapshot.members).toMatchObject([{ name: 'Bob', microphone: 'live' }]);
  let calls = 0;
  room.subscribe(() => {
    calls += 1;
  });
  peer.notify('memberLeft', { memberId: 'bob', reason: 'lost' });
  await peer.request('ping', {});
  expect([calls, room.snapshot.members]).toEqual([1, []]);
  await room.leave();
});

test('a microphone that is refused keeps nobody out', async () => {
  const { PcmMicrophone } = await import('./node/pcm-microphone.ts');
  const microphone = new PcmMicrophone();
  server = await StandInServer.open({
    join: () => joinResult(),
    connectTransport: () => ({}),
    produce: () => {
      throw new RpcError('too_many_producers');
    },
    leave: () => ({}),
  });
  const room = await joinRoom({ ...options(), microphone });
  expect(room.snapshot.self.microphone).toBe('muted');
  await new Promise<void>((resolve) => {
    room.subscribe(() => room.snapshot.microphoneError && resolve());
  });
  expect(room.snapshot).toMatchObject({
    status: { at: 'joined' },
    self: { microphone: 'off' },
    microphoneError: { error: 'too_many_producers' },
  });
  await room.leave();
  microphone.close();
});

test('a refused connectTransport ends the room', async () => {
  const { PcmMicrophone } = await import('./node/pcm-microphone.ts');
  const microphone = new PcmMicrophone();
  server = await StandInServer.open({ join: () => joinResult(), produce: () => ({ producerId: 'p' }) });
  const room = await joinRoom({ ...options(), microphone });
  await new Promise<void>((resolve) => {
    room.subscribe(() => room.snapshot.status.at === 'ended' && resolve());
  });
  expect(room.snapshot.status).toEqual({
    at: 'ended',
    end: { reason: 'failed', retryable: false, detail: expect.stringMatching(/^wrong_state/) },
  });
  expect(room.snapshot.self.microphone).toBe('off');
  await room.leave();
  expect(microphone.track.enabled).toBe(true);
  microphone.close();
});

test('a room whose sound finds no way in time has ended for that reason', async () => {
  const { PcmMicrophone } = await import('./node/pcm-microphone.ts');
  const microphone = new PcmMicrophone();
  server = await StandInServer.open({
    join: () => joinResult(),
    connectTransport: () => ({}),
    produce: () => ({ producerId: 'p' }),
    leave: () => ({}),
  });
  const clock = new ManualClock();
  const room = await joinRoom({ ...options(), microphone }, clock);
  const { peer } = await server.visitor();
  await waitFor(room, ({ self }) => self.microphone === 'live');
  expect(room.snapshot.media).toBe('connecting');
  for (let seconds = 0; seconds < 30; seconds += 5) {
    expect(room.snapshot.status).toEqual({ at: 'joined' });
    // The connection lives: only the sound finds no way.
    await peer.request('ping', {});
    clock.advance(5_000);
  }
  expect(room.snapshot.status).toMatchObject({ end: { reason: 'media_failed', retryable: true } });
  await room.leave();
  microphone.close();
});

test('a stream that cannot be received ends nothing, and no sound is waited for', async () => {
  const rtpParameters = { codecs: [{ mimeType: 'audio/future', payloadType: 96, clockRate: 48_000 }] };
  const stream = { id: 'c', producerId: 'p', memberId: 'bob', kind: 'audio', source: 'microphone' } as const;
  server = await StandInServer.open({
    join: () => joinResult({ consumers: [{ ...stream, rtpParameters }] }),
    leave: () => ({}),
  });
  const room = await joinRoom(options());
  await (await server.visitor()).peer.request('ping', {});
  const { status, media } = room.snapshot;
  expect([status.at, media, room.tracks.size]).toEqual(['joined', 'idle', 0]);
  await room.leave();
});

test('a muted microphone is given back only after nothing can be sent any more', async () => {
  const { PcmMicrophone } = await import('./node/pcm-microphone.ts');
  const microphone = new PcmMicrophone();
  server = await StandInServer.open({
    join: () => joinResult(),
    connectTransport: () => ({}),
    produce: () => ({ producerId: 'p' }),
    leave: () => ({}),
  });
  const engine = nodeEngine();
  const enabledAtClose: boolean[] = [];
  engine.createDevice = async () => {
    const device = await nodeEngine().createDevice();
    device.observer.on('newtransport', (transport) => {
      transport.observer.on('close', () => enabledAtClose.push(microphone.track.enabled));
    });
    return device;
  };
  const room = await joinRoom({ ...options(engine), microphone, muted: true });
  await room.setMicrophone({ state: 'muted' });
  await room.leave();
  expect(enabledAtClose).toEqual([false]);
  expect(microphone.track.enabled).toBe(true);
  microphone.close();
});

test('leaving does not depend on an answer', async () => {
  server = await StandInServer.open({ join: () => joinResult(), leave: () => new Promise(() => {}) });
  const clock = new ManualClock();
  const room = await joinRoom(options(), clock);
  const leaving = room.leave();
  expect(room.leave()).toBe(leaving);
  expect(room.snapshot.status.at).toBe('ended');
  clock.advance(1_000);
  await leaving;
  expect((await (await server.visitor()).closed)[0]).toBe(1000);
  expect(clock.pendingTimers).toBe(0);
});
