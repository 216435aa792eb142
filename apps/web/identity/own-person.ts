import { type Identity, OwnDevices, personKey } from '@earshot/client/kin';
import { ownIdentity, renewIdentity, setCertificates } from '@earshot/client/own-identity';
import type { Device } from '@earshot/protocol';
import { RpcError } from '@earshot/protocol';
import type { Translate } from '../i18n/translate.ts';
import { serverAddress } from '../room/server-address.ts';
import { deviceKind } from './device-kind.ts';
import { type KinProblem, kinProblem } from './kin-problem.ts';

/** One's person as this browser and the server know it. */
export interface OwnPerson {
  readonly identity: Identity;
  readonly service: OwnDevices;
  readonly devices: readonly Device[];
  /** This device was unlinked since it was here last. */
  readonly unlinked: boolean;
}

/** What this device is called until its person says otherwise. */
export function ownDeviceName(t: Translate): string {
  const kind = deviceKind(navigator.userAgent);
  return kind ? t('identity.deviceName', kind) : '';
}

/** Asks the server about one's devices. A device that was unlinked meanwhile goes on as itself. */
export async function findOwnPerson(): Promise<OwnPerson | { problem: KinProblem }> {
  const identity = await ownIdentity();
  if (!identity) return { problem: 'no_key' };
  try {
    return await look(identity, false);
  } catch (error) {
    if (!isRejected(error)) return { problem: kinProblem(error) };
  }
  if (!identity.certificates) return { problem: 'key_revoked' };
  try {
    return await look(await setCertificates(undefined), true);
  } catch (error) {
    return { problem: isRejected(error) ? 'key_revoked' : kinProblem(error) };
  }
}

/** The person this browser speaks for, where that is not itself; empty otherwise. */
export async function linkedPerson(): Promise<string> {
  const found = await findOwnPerson();
  const identity = 'problem' in found ? await ownIdentity() : found.identity;
  return identity?.certificates ? personKey(identity) : '';
}

/**
 * An identity that can be made somebody's: a key that was revoked for good makes way for a new one. Undefined
 * where this browser keeps none.
 */
export async function linkableIdentity(): Promise<Identity | undefined> {
  const found = await findOwnPerson();
  if (!('problem' in found)) return found.identity;
  return found.problem === 'key_revoked' ? renewIdentity() : ownIdentity();
}

async function look(identity: Identity, unlinked: boolean): Promise<OwnPerson> {
  const service = new OwnDevices({ server: serverAddress(), identity });
  return { identity, service, devices: await service.look(), unlinked };
}

function isRejected(error: unknown): boolean {
  return error instanceof RpcError && error.error === 'identity_rejected';
}

/** Puts this device on its person's list. @throws RpcError */
export async function introduceOwn(name: string): Promise<void> {
  const identity = await ownIdentity();
  if (identity) await new OwnDevices({ server: serverAddress(), identity }).introduce(name);
}
