import { createStore, get, update } from 'idb-keyval';
import type { Identity } from '../identity/identity.ts';
import { identityOf, newKeyPair, type StoredIdentity } from '../identity/key-pair-identity.ts';

const name = 'self';
let own: Promise<Identity | undefined> | undefined;

/**
 * This browser's identity: made on the first visit and kept in IndexedDB, where the private key cannot be
 * read. Without IndexedDB it lasts as long as the page; without Ed25519 or https there is none. Never
 * rejects, and asks the browser once.
 */
export function ownIdentity(): Promise<Identity | undefined> {
  own ??= find().catch(() => undefined);
  return own;
}

async function find(): Promise<Identity> {
  const kept = await readKept();
  return identityOf(kept ?? (await keep(await newKeyPair())));
}

async function readKept(): Promise<StoredIdentity | undefined> {
  try {
    return await get<StoredIdentity>(name, store());
  } catch {
    return undefined;
  }
}

/** Two tabs may do this at once: the first one's key is the one that both go on with. */
async function keep(made: StoredIdentity): Promise<StoredIdentity> {
  try {
    await update<StoredIdentity>(name, (kept) => kept ?? made, store());
    return (await readKept()) ?? made;
  } catch {
    return made;
  }
}

let opened: ReturnType<typeof createStore> | undefined;
function store(): ReturnType<typeof createStore> {
  opened ??= createStore('earshot', 'identity');
  return opened;
}
