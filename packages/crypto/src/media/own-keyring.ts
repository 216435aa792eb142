import { type Bytes, randomBytes } from '../bytes.ts';
import { type KeyName, sameKey } from '../members/key-name.ts';
import type { OpenedKey } from '../members/sealed-key.ts';
import { ratchetBaseKey } from './ratchet.ts';
import { importBaseKey } from './sframe.ts';

/**
 * The base keys behind `OwnKeys`: the one in use and the next. They have to be read, to be sealed for others,
 * so they live in the worker alone, and are overwritten when they are done with.
 */
export class OwnKeyring {
  #keys: OpenedKey[];

  constructor(first: KeyName, draw: () => Bytes = () => randomBytes(32)) {
    this.#draw = draw;
    this.#keys = [{ ...first, baseKey: draw() }];
  }

  readonly #draw: () => Bytes;

  async ratchet(name: KeyName): Promise<void> {
    const newest = this.#keys.at(-1) as OpenedKey;
    const baseKey = await ratchetBaseKey(await importBaseKey(newest.baseKey));
    this.#keys.push({ ...name, baseKey });
  }

  renew(name: KeyName): void {
    this.#keys.push({ ...name, baseKey: this.#draw() });
  }

  /** @throws TypeError for a key that is not there */
  get(name: KeyName): OpenedKey {
    const key = this.#keys.find((one) => sameKey(one, name));
    if (!key) throw new TypeError('no such key');
    return key;
  }

  /** Forgets every key that stands before this one. */
  use(name: KeyName): OpenedKey {
    const key = this.get(name);
    const at = this.#keys.indexOf(key);
    for (const old of this.#keys.splice(0, at)) old.baseKey.fill(0);
    return key;
  }
}
