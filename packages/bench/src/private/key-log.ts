import type { Engine } from '@earshot/client';

type Encryption = Awaited<ReturnType<NonNullable<Engine['encryption']>>>;
type Frames = ReturnType<NonNullable<Encryption['openFrames']>>;
type MediaKey = Parameters<Frames['useKey']>[0];

export interface LoggedKey {
  readonly key: MediaKey;
  /** Whose it is; undefined: one's own, in use from then on. */
  readonly memberId: string | undefined;
  /** As `performance.now()` counts. */
  readonly atMs: number;
}

/**
 * A member's media keys, none ever dropped, as somebody keeps them who does not play by the rules: in the place of
 * what encrypts frames, which Node does not have.
 */
export class KeyLog {
  readonly keys: LoggedKey[] = [];
  readonly #names = new Set<string>();
  #used: LoggedKey | undefined;

  /** An engine whose clients write this log. Nothing can be sent or played with it. */
  engine(inner: Engine): Engine {
    const encryption = async () => {
      if (!inner.encryption) throw new Error('an engine that does not encrypt');
      return { ...(await inner.encryption()), openFrames: () => this.#frames() };
    };
    return { ...inner, encryption };
  }

  /** One's own key that is in use now. @throws Error before there is one */
  get used(): LoggedKey {
    if (!this.#used) throw new Error('there is no key yet');
    return this.#used;
  }

  /** Whether there ever was this key of somebody. */
  holds(memberId: string, { generation, step }: Pick<MediaKey, 'generation' | 'step'>): boolean {
    return this.#names.has(`${memberId} ${generation} ${step}`);
  }

  /** All keys there ever were of somebody. */
  of(memberId: string): MediaKey[] {
    return this.keys.filter((one) => one.memberId === memberId).map(({ key }) => key);
  }

  #frames(): Frames {
    const log = (key: MediaKey, memberId?: string) => {
      const logged = { key, memberId, atMs: performance.now() };
      this.keys.push(logged);
      this.#names.add(`${memberId} ${key.generation} ${key.step}`);
      if (memberId === undefined) this.#used = logged;
    };
    return {
      send: () => {
        throw new Error('frames cannot be encrypted here');
      },
      confirmed: () => new Promise(() => {}),
      ended: () => {},
      receive: () => {},
      useKey: (key) => log(key),
      installKey: (memberId, key) => log(key, memberId),
      dropKey: () => {},
      forget: () => {},
      onNews: () => () => {},
      counts: { encrypted: 0, decrypted: 0, unknown: 0, refused: 0, overrun: 0 },
      close: () => {},
    };
  }
}
