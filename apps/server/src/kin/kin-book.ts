import type { Clock } from '@earshot/lifetime';
import { type CertificateChain, type IdentityKey, leadsTo, limits, RpcError } from '@earshot/protocol';
import type { DeviceLink } from '../store/device-link.ts';
import type { LinkStore } from '../store/store.ts';
import { signedBy } from './key-signature.ts';
import { isRevoked, speaksFor } from './standing.ts';

/** Knows for whom a key speaks. */
export class KinBook {
  readonly #links: LinkStore;
  readonly #clock: Clock;

  constructor({ links, clock }: { links: LinkStore; clock: Clock }) {
    this.#links = links;
    this.#clock = clock;
  }

  /**
   * For whom somebody comes in who has proved a key: themselves, or the person that the certificates lead to
   * it from. Empty: for nobody, since this first key of a person was revoked.
   * @throws RpcError `identity_rejected` where the certificates are none for this key
   */
  async personOf(key: IdentityKey, certificates: CertificateChain | undefined): Promise<string> {
    if (certificates && (await this.speaks(key, certificates))) {
      if (certificates.at(-1)?.purpose !== 'device') throw new RpcError('identity_rejected');
      return certificates[0]?.person ?? key;
    }
    return isRevoked((await this.known(key)).find((link) => link.key === key)) ? '' : key;
  }

  /**
   * Whether the key speaks for the person of these certificates now.
   * @throws RpcError `identity_rejected` where they are none for it at all
   */
  async speaks(key: IdentityKey, certificates: CertificateChain): Promise<boolean> {
    if (!(await leadsTo(certificates, key, signedBy))) {
      throw new RpcError('identity_rejected', { detail: 'the certificates do not lead to the key' });
    }
    const known = await this.known(certificates[0]?.person ?? key);
    return speaksFor(certificates, key, { known, nowMs: this.#clock.wallMs() });
  }

  /** Forgets what cannot matter any more. A store that fails does so another time. */
  async sweep(): Promise<void> {
    await this.#links.forget(this.#clock.wallMs() - limits.endedDevicesKeptMs).catch(() => {});
  }

  /** A store that fails keeps nobody outside: nothing is known then. The store itself logs that. */
  async known(person: IdentityKey): Promise<DeviceLink[]> {
    return this.#links.of(person).catch(() => []);
  }
}
