import type { Certificate } from '@earshot/protocol';
import { createStore, get, set, update } from 'idb-keyval';
import type { Identity } from '../identity/identity.ts';
import { identityOf, newKeyPair, type StoredIdentity } from '../identity/key-pair-identity.ts';

const name = 'self';
let own: Promise<Identity | undefined> | undefined;
/** For as long as the page: where IndexedDB takes nothing it is the only place. */
let lasting: StoredIdentity | undefined;

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
  return identityOf(await kept());
}

/** What is kept, or what was made where nothing can be. */
async function kept(): Promise<StoredIdentity> {
  lasting = (await readKept()) ?? lasting ?? (await keep(await newKeyPair()));
  return lasting;
}

/**
 * Lets this browser's key speak for a person from the next join on, or, without certificates, for itself.
 * Lasts as long as the key does.
 */
export async function setCertificates(certificates: readonly Certificate[] | undefined): Promise<Identity> {
  const { key, privateKey } = await kept();
  return replace({ key, privateKey, ...(certificates && { certificates }) });
}

/** Gives this browser a new key, of nobody the others have met: the old one is forgotten. */
export async function renewIdentity(): Promise<Identity> {
  return replace(await newKeyPair());
}

async function replace(stored: StoredIdentity): Promise<Identity> {
  lasting = stored;
  await set(name, stored, store()).catch(() => {});
  own = Promise.resolve(identityOf(stored));
  return own as Promise<Identity>;
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
