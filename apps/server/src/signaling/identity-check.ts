import { randomBytes } from 'node:crypto';
import { type IdentityProof, joinStatement, RpcError } from '@earshot/protocol';
import { signedBy } from '../kin/key-signature.ts';

/**
 * Checks who says to hold a key, once per connection. The host is part of what is signed, so that a server
 * which somebody visits cannot pass their proof on to this one under their name.
 */
export class IdentityCheck {
  /** Told in `hello`. */
  readonly nonce = randomBytes(18).toString('base64url');
  readonly #hosts: readonly string[];
  #used = false;
  #proven: { key: string; signature: string; room: string } | undefined;

  /**
   * @param hosts The names of this server, such as `talk.example` or `localhost:3000`. Where nobody configured
   * them this is what the request says, which keeps pages from borrowing a proof, but not programs.
   */
  constructor(hosts: readonly string[]) {
    this.#hosts = hosts;
  }

  /** What was proved; empty until then. */
  get key(): string {
    return this.#proven?.key ?? '';
  }

  /**
   * @returns the key, proved. Right or wrong, the nonce is used up; the same right proof is still one when a
   * join is tried again.
   * @throws RpcError `identity_rejected`
   */
  prove(proof: IdentityProof, room: string): string {
    const { key, signature } = proof;
    const proven = this.#proven;
    if (proven?.key === key && proven.signature === signature && proven.room === room) return key;
    if (this.#used) throw new RpcError('identity_rejected', { detail: 'the nonce is used up' });
    this.#used = true;
    const proved = this.#hosts.some((host) =>
      signedBy({ key, bytes: joinStatement({ host, room, nonce: this.nonce }), signature }),
    );
    if (!proved) throw new RpcError('identity_rejected', { detail: 'the signature does not fit' });
    this.#proven = { key, signature, room };
    return key;
  }
}
