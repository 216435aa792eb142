import type { Clock } from '@earshot/lifetime';
import {
  type Certificate,
  chainEndsAtMs,
  type Device,
  DevicesAct,
  type DevicesAnswer,
  type DevicesRequest,
  devicesStatement,
  fit,
  type IdentityKey,
  limits,
  type Revocation,
  RpcError,
  revocationStatement,
} from '@earshot/protocol';
import type { HouseRules } from '../guard/house/house-rules.ts';
import type { DeviceLink } from '../store/device-link.ts';
import type { LinkStore } from '../store/store.ts';
import { FreshNonces } from './fresh-nonces.ts';
import { signedBy } from './key-signature.ts';
import type { KinBook } from './kin-book.ts';
import { isRevoked } from './standing.ts';

interface DevicesDeskOptions {
  book: KinBook;
  links: LinkStore;
  clock: Clock;
  /** What devices may be called. */
  house: Pick<HouseRules, 'checkTexts'>;
  /** A key speaks for a person no more. */
  onRevoked?(person: IdentityKey, key: IdentityKey): void;
}

/** Who asks, once that is proved. */
interface Asker {
  key: IdentityKey;
  person: IdentityKey;
  chain: readonly Certificate[];
}

/** Answers devices about those of their person: who they are, what they are called, and which one to trust no more. */
export class DevicesDesk {
  readonly #options: DevicesDeskOptions;
  readonly #nonces: FreshNonces;
  #before: Promise<unknown> = Promise.resolve();

  constructor(options: DevicesDeskOptions) {
    this.#options = options;
    this.#nonces = new FreshNonces(options.clock);
  }

  nonce(): string {
    return this.#nonces.make();
  }

  /**
   * @param hosts The names of this server, one of which must be what was signed.
   * @throws RpcError `identity_rejected`, `invalid_params`, `not_found`, `too_many_devices`, `words_refused`,
   *   `storage_failed`
   */
  async answer(request: DevicesRequest, hosts: readonly string[]): Promise<DevicesAnswer> {
    const { key, nonce, act: text, signature } = request;
    const proved =
      this.#nonces.isFresh(nonce) &&
      hosts.some((host) => signedBy({ key, bytes: devicesStatement({ host, nonce, act: text }), signature }));
    if (!proved) throw new RpcError('identity_rejected', { detail: 'the signature does not fit' });
    const act = fit(DevicesAct, readJson(text), 'invalid_params');
    // One after the other: what is decided from the list must still be so when it is written.
    const answering = this.#before.then(() => this.#do(act, request));
    this.#before = answering.catch(() => {});
    return answering;
  }

  /** @returns the certificates of a recovery code. @throws RpcError `not_found`, `storage_failed` */
  async recovery(key: IdentityKey): Promise<readonly Certificate[]> {
    for (const { purpose, chain } of await this.#options.links.ofKey(key)) {
      if (purpose === 'recovery' && (await this.#options.book.speaks(key, chain))) return chain;
    }
    throw new RpcError('not_found');
  }

  async #do(act: DevicesAct, request: DevicesRequest): Promise<DevicesAnswer> {
    const asker = await this.#admit(request);
    const known = await this.#options.links.of(asker.person);
    if (act.act === 'introduce') await this.#introduce(asker, act.name, known);
    if (act.act === 'rename') await this.#rename(act, asker, known);
    if (act.act === 'revoke') await this.#revoke(act.revocation, asker, known);
    return { person: asker.person, devices: this.#list(asker, await this.#options.links.of(asker.person)) };
  }

  async #admit({ key, certificates }: DevicesRequest): Promise<Asker> {
    const { book } = this.#options;
    if (certificates) {
      if (!(await book.speaks(key, certificates))) throw new RpcError('identity_rejected');
      return { key, person: certificates[0]?.person ?? key, chain: certificates };
    }
    if ((await book.personOf(key, undefined)) !== key) throw new RpcError('identity_rejected');
    return { key, person: key, chain: [] };
  }

  async #introduce(asker: Asker, name: string, known: readonly DeviceLink[]): Promise<void> {
    const { key, person } = asker;
    const nowMs = this.#options.clock.wallMs();
    const was = known.find((link) => link.key === key);
    if (was === undefined || isRevoked(was)) {
      const living = known.filter((link) => !isRevoked(link) && (link.expiresAtMs ?? nowMs + 1) > nowMs);
      const full = living.length >= limits.linkedDevices;
      if (full || (!was && known.length >= limits.rememberedDevices)) throw new RpcError('too_many_devices');
    }
    if (person !== key && !known.some((link) => link.key === person)) {
      await this.#put({ key: person, person, chain: [] }, { name: '' });
    }
    if (!was?.name) this.#options.house.checkTexts({ device: name });
    await this.#put(asker, { name: was?.name || name, linkedAtMs: was?.linkedAtMs ?? nowMs });
  }

  async #rename(
    { key, name }: { key: IdentityKey; name: string },
    asker: Asker,
    known: readonly DeviceLink[],
  ): Promise<void> {
    this.#options.house.checkTexts({ device: name });
    const link = known.find((each) => each.key === key);
    if (link) await this.#options.links.put({ ...link, name });
    else if (key === asker.person && key === asker.key) await this.#put(asker, { name });
    else throw new RpcError('not_found');
  }

  async #revoke(revocation: Revocation, asker: Asker, known: readonly DeviceLink[]): Promise<void> {
    const { person, key, issuer, revokedAtMs, signature } = revocation;
    if (person !== asker.person || issuer !== asker.key || (key === issuer && key === person)) {
      throw new RpcError('invalid_params', { detail: 'revocation' });
    }
    if (asker.chain.at(-1)?.purpose === 'recovery') throw new RpcError('identity_rejected');
    if (!signedBy({ key: issuer, bytes: revocationStatement(revocation), signature })) {
      throw new RpcError('identity_rejected', { detail: 'the revocation is not signed' });
    }
    const link = known.find((each) => each.key === key);
    if (link === undefined && key === person)
      await this.#put({ key, person, chain: [] }, { name: '', revokedAtMs });
    else if (link === undefined) throw new RpcError('not_found');
    else {
      // Clocks differ: whatever the certificate says, it is older.
      const issuedAtMs = link.chain.at(-1)?.issuedAtMs ?? 0;
      await this.#options.links.put({ ...link, revokedAtMs: Math.max(revokedAtMs, issuedAtMs) });
    }
    this.#options.onRevoked?.(person, key);
  }

  /** @throws RpcError `server_full` where it would be one too many, `storage_failed` */
  async #put(
    { key, person, chain }: Asker,
    fields: { name: string; linkedAtMs?: number; revokedAtMs?: number },
  ): Promise<void> {
    const { links } = this.#options;
    const isNew = !(await links.of(person)).some((link) => link.key === key);
    if (isNew && (await links.count()) >= limits.rememberedDevicesInAll) throw new RpcError('server_full');
    const endsAtMs = chainEndsAtMs(chain);
    await links.put({
      person,
      key,
      purpose: chain.at(-1)?.purpose ?? 'first',
      linkedAtMs: this.#options.clock.wallMs(),
      expiresAtMs: Number.isFinite(endsAtMs) ? endsAtMs : null,
      revokedAtMs: null,
      chain: [...chain],
      ...fields,
    });
  }

  #list({ person }: Asker, known: readonly DeviceLink[]): Device[] {
    const devices = known.map(({ key, purpose, name, linkedAtMs, expiresAtMs, revokedAtMs }) => ({
      key,
      purpose,
      name,
      linkedAtMs,
      ...(expiresAtMs !== null && { expiresAtMs }),
      ...(revokedAtMs !== null && { revokedAtMs }),
    }));
    if (known.some(({ key }) => key === person)) return devices;
    return [{ key: person, purpose: 'first', name: '', linkedAtMs: 0 }, ...devices];
  }
}

/** @throws RpcError `invalid_params` */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RpcError('invalid_params', { detail: 'act: is not JSON' });
  }
}
