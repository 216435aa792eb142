import { expect, test } from '@jest/globals';
import { openKey, sealKey } from '../members/sealed-key.ts';
import { announceStep, readStep } from '../members/step-notice.ts';
import { counting } from '../testing/hex.ts';
import { member, roomKeys, type TestMember } from '../testing/one-room.ts';
import { type HeldKeys, type HeldKeysEvent, noHeldKeys, stepHeldKeys } from './held-keys.ts';
import { MediaOpener } from './media-opener.ts';
import { MediaSealer } from './media-sealer.ts';
import { OwnKeyring } from './own-keyring.ts';
import { firstOwnKeys, type OwnKeys, type OwnKeysEvent, stepOwnKeys } from './own-keys.ts';
import { ratchetHeldKey } from './ratchet.ts';
import { importBaseKey } from './sframe.ts';

/** Somebody who listens to one speaker, with whatever reaches them. */
class Listener {
  readonly opener = new MediaOpener();
  #held: HeldKeys = noHeldKeys;

  readonly me: TestMember;
  readonly speaker: TestMember;

  constructor(me: TestMember, speaker: TestMember) {
    this.me = me;
    this.speaker = speaker;
  }

  async takeKey(parcel: Uint8Array): Promise<void> {
    const { card, sealingKey } = this.me;
    const key = await openKey(parcel, { from: this.speaker.card, to: card, sealingKey });
    const baseKey = await importBaseKey(key.baseKey);
    await this.#step({ on: 'opened', key, nowMs: 0 }, baseKey);
  }

  async takeStep(notice: Uint8Array): Promise<void> {
    await this.#step({ on: 'announced', key: await readStep(notice, this.speaker.card), nowMs: 0 });
  }

  async #step(event: HeldKeysEvent, baseKey?: CryptoKey): Promise<void> {
    const { slot } = this.speaker.card;
    const { state, effects } = stepHeldKeys(this.#held, event);
    this.#held = state;
    for (const effect of effects) {
      if (effect.do === 'install') this.opener.install(slot, effect.key, baseKey as CryptoKey);
      if (effect.do === 'drop') this.opener.drop(slot, effect.key);
      if (effect.do === 'ratchet') {
        const next = await ratchetHeldKey(this.opener.baseKey(slot, effect.from), effect.times);
        this.opener.install(slot, effect.key, next);
      }
    }
  }
}

/** The speaker: does what their machine says. */
class Speaker {
  readonly sealer: MediaSealer;
  readonly #keyring = new OwnKeyring(firstOwnKeys.current);
  readonly #listeners: Map<string, Listener>;
  #state: OwnKeys = firstOwnKeys;

  readonly me: TestMember;

  constructor(me: TestMember, listeners: Map<string, Listener>) {
    this.me = me;
    this.sealer = new MediaSealer(me.card.slot);
    this.#listeners = listeners;
  }

  async begin(): Promise<void> {
    const first = firstOwnKeys.current;
    this.sealer.use(first, await importBaseKey(this.#keyring.get(first).baseKey));
  }

  async tell(event: OwnKeysEvent): Promise<void> {
    const { card, signingKey } = this.me;
    const { state, effects } = stepOwnKeys(this.#state, event);
    this.#state = state;
    for (const effect of effects) {
      if (effect.do === 'ratchet') await this.#keyring.ratchet(effect.key);
      if (effect.do === 'renew') this.#keyring.renew(effect.key);
      if (effect.do === 'use') {
        this.sealer.use(effect.key, await importBaseKey(this.#keyring.use(effect.key).baseKey));
      }
      if (effect.do !== 'seal' && effect.do !== 'announce') continue;
      for (const name of effect.members) {
        const listener = this.#listeners.get(name) as Listener;
        if (effect.do === 'announce')
          await listener.takeStep(await announceStep(card, signingKey, effect.key));
        else {
          const key = this.#keyring.get(effect.key);
          await listener.takeKey(await sealKey({ from: card, to: listener.me.card, signingKey, key }));
        }
      }
    }
  }
}

test('who leaves hears nothing afterwards, who comes nothing from before, and who stays everything', async () => {
  const room = await roomKeys();
  const anna = await member(room, 0);
  const listeners = new Map<string, Listener>();
  for (const [at, name] of ['bob', 'carol', 'dave'].entries()) {
    listeners.set(name, new Listener(await member(room, at + 1), anna));
  }
  const speaker = new Speaker(anna, listeners);
  await speaker.begin();
  const hear = async (sealed: Uint8Array) => {
    const hearing = [...listeners].map(async ([name, { opener }]) =>
      opener.open('opus', sealed).then(
        () => name,
        (error) => {
          expect(error).toMatchObject({ code: 'unknown_key' });
          return '';
        },
      ),
    );
    return (await Promise.all(hearing)).filter(Boolean).join(' ');
  };
  const say = () => speaker.sealer.seal(0, 'opus', counting(1, 80));

  const alone = await say();
  await speaker.tell({ on: 'joined', member: 'bob', nowMs: 0 });
  await speaker.tell({ on: 'time', nowMs: 1_000 });
  const withBob = await say();
  await speaker.tell({ on: 'joined', member: 'carol', nowMs: 2_000 });
  await speaker.tell({ on: 'time', nowMs: 3_000 });
  const withCarol = await say();
  await speaker.tell({ on: 'left', member: 'bob', nowMs: 4_000 });
  await speaker.tell({ on: 'joined', member: 'dave', nowMs: 4_100 });
  await speaker.tell({ on: 'time', nowMs: 4_250 });
  const gathering = await say();
  await speaker.tell({ on: 'time', nowMs: 5_250 });
  const withoutBob = await say();

  expect(await hear(alone)).toBe('');
  expect(await hear(withBob)).toBe('bob');
  expect(await hear(withCarol)).toBe('bob carol');
  // Until the new key is in use, the old one is.
  expect(await hear(gathering)).toBe('bob carol');
  expect(await hear(withoutBob)).toBe('carol dave');
});
