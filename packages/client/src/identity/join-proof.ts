import { type Clock, withDeadline } from '@earshot/lifetime';
import { type IdentityProof, type JoinStatement, joinStatement, limits } from '@earshot/protocol';
import { base64url } from './base64url.ts';
import type { Identity } from './identity.ts';

/** A key that is slow to come must not keep anybody outside. Counted from when the connection is open. */
const provedWithinMs = 1_000;

interface ProofOptions extends Omit<JoinStatement, 'nonce'> {
  identity: Identity | Promise<Identity | undefined> | undefined;
  /** From `hello`; an older server says none, and then this never resolves. */
  nonce: Promise<string>;
  /** Settles when the connection is open, or never will be; `hello` follows at once. */
  opened: Promise<void>;
  /** Without the proof there is no way in: it is waited for as long as for an answer. */
  needed: boolean;
  clock: Clock;
}

/** Proves the identity for one connection. Never rejects: where that fails, one joins without a key. */
export async function joinProof({
  identity,
  nonce,
  opened,
  needed,
  clock,
  host,
  room,
}: ProofOptions): Promise<IdentityProof | undefined> {
  if (!identity) return undefined;
  const proving = (async () => {
    const own = await identity;
    if (!own) return undefined;
    const statement = joinStatement({ host, room, nonce: await nonce });
    const { key, certificates } = own;
    const signature = base64url(await own.sign(statement));
    return { key, signature, ...(certificates && { certificates: [...certificates] }) };
  })();
  proving.catch(() => {});
  const limitMs = needed ? limits.requestTimeoutMs : provedWithinMs;
  // A far server takes longer than that to be reached at all.
  return opened
    .then(() => withDeadline(proving, { what: 'proving the key', limitMs, clock }))
    .catch(() => undefined);
}
