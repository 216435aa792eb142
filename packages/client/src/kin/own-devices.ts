import {
  type Certificate,
  type Device,
  type DevicesAct,
  devicesStatement,
  RpcError,
} from '@earshot/protocol';
import { base64url } from '../identity/base64url.ts';
import { type Identity, personKey } from '../identity/identity.ts';
import { KinService } from './kin-service.ts';
import { newRecoveryBytes, writeRecoveryCode } from './recovery-code.ts';
import { recoveryIdentity } from './recovery-identity.ts';
import { revoke, vouch } from './vouch.ts';

interface OwnDevicesOptions {
  server: string;
  identity: Identity;
  /** Milliseconds since the Unix epoch. */
  nowMs?(): number;
}

/**
 * The devices of one's person, as the server knows them. Each method gives the list as it is then.
 * @throws RpcError, all of them: `identity_rejected` where this device speaks for nobody any more,
 * `connection_lost`, `rate_limited`, `too_many_devices`, `storage_failed`
 */
export class OwnDevices {
  readonly #service: KinService;
  readonly #identity: Identity;
  readonly #nowMs: () => number;

  constructor({ server, identity, nowMs = Date.now }: OwnDevicesOptions) {
    this.#service = new KinService(server);
    this.#identity = identity;
    this.#nowMs = nowMs;
  }

  look(): Promise<readonly Device[]> {
    return this.#ask({ act: 'look' });
  }

  /** Puts this device on the list. */
  introduce(name: string): Promise<readonly Device[]> {
    return this.#ask({ act: 'introduce', name });
  }

  rename(key: string, name: string): Promise<readonly Device[]> {
    return this.#ask({ act: 'rename', key, name });
  }

  /** Lets a device, or this one where it is not the first, speak for the person no more. */
  async revoke(key: string): Promise<readonly Device[]> {
    const revocation = await revoke(this.#identity, { key, revokedAtMs: this.#nowMs() });
    return this.#ask({ act: 'revoke', revocation });
  }

  /** Makes another key speak for the person. @param devices the list, as it was last seen */
  vouchFor(key: string, devices: readonly Device[]): Promise<readonly Certificate[]> {
    // What was revoked needs something newer, and clocks differ.
    const revokedAtMs = devices.find((device) => device.key === key)?.revokedAtMs ?? 0;
    const issuedAtMs = Math.max(this.#nowMs(), revokedAtMs + 1);
    return vouch(this.#identity, { key, purpose: 'device', issuedAtMs });
  }

  /** Makes a recovery code and revokes those that were before it. @returns the code, which is nowhere else */
  async newRecoveryCode(): Promise<{ code: string; devices: readonly Device[] }> {
    const bytes = newRecoveryBytes();
    const { key } = await recoveryIdentity(bytes);
    const certificates = await vouch(this.#identity, { key, purpose: 'recovery', issuedAtMs: this.#nowMs() });
    const recovery = await recoveryIdentity(bytes, certificates);
    let devices = await this.#ask({ act: 'introduce', name: '' }, recovery);
    const older = devices.filter((each) => each.purpose === 'recovery' && each.key !== key);
    for (const each of older.filter(({ revokedAtMs }) => revokedAtMs === undefined)) {
      devices = await this.revoke(each.key);
    }
    return { code: writeRecoveryCode(bytes), devices };
  }

  async #ask(act: DevicesAct, { key, sign, certificates } = this.#identity): Promise<readonly Device[]> {
    const { nonce } = (await this.#service.ask('/api/devices/nonce')) as { nonce: string };
    const text = JSON.stringify(act);
    const { host } = this.#service;
    const signature = base64url(await sign(devicesStatement({ host, nonce, act: text })));
    const body = { key, nonce, act: text, signature, ...(certificates && { certificates }) };
    const { person, devices } = (await this.#service.ask('/api/devices', { method: 'POST', body })) as {
      person: string;
      devices: Device[];
    };
    if (person !== personKey(this.#identity)) throw new RpcError('internal', { detail: 'another person' });
    return devices;
  }
}

/**
 * Makes a key speak for the person that a recovery code belongs to.
 * @param code as `readRecoveryCode` gives it
 * @returns the certificates for the key
 * @throws RpcError `not_found` where the code is nobody's, or was replaced; `connection_lost`, `rate_limited`
 */
export async function recover(
  code: Uint8Array<ArrayBuffer>,
  { server, key, nowMs = Date.now }: { server: string; key: string; nowMs?(): number },
): Promise<readonly Certificate[]> {
  const { key: recoveryKey } = await recoveryIdentity(code);
  const path = `/api/devices/recovery/${recoveryKey}`;
  const { certificates } = (await new KinService(server).ask(path)) as { certificates: Certificate[] };
  const identity = await recoveryIdentity(code, certificates);
  return vouch(identity, { key, purpose: 'device', issuedAtMs: nowMs() });
}
