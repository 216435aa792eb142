import { type Bytes, concat, expectWidth, sha256, slice, textBytes, uint32, uint64 } from '../bytes.ts';
import { privateLimits } from '../limits.ts';

/** What a proof is good for, and nothing else: every part of it is signed. */
export interface JoinTranscript {
  /** As `URL.host` writes it, such as `talk.example` or `127.0.0.1:3000`. */
  readonly host: string;
  /** 16 bytes. */
  readonly roomId: Uint8Array;
  readonly epoch: number;
  /** 32 bytes of the server's, good once. */
  readonly nonce: Uint8Array;
  /** 16 bytes by which both sides know this connection: of its `hello`, see `connectionIdOf`. */
  readonly connectionId: Uint8Array;
  /** The member's keys for this visit, Ed25519 and X25519, 32 bytes each. */
  readonly signingKey: Uint8Array;
  readonly sealingKey: Uint8Array;
  /** The answer to the puzzle. */
  readonly counter: number;
}

const label = textBytes('earshot/1/join');

/** 186 bytes, each part of fixed width, so that no two transcripts share their bytes. */
export async function joinTranscript(parts: JoinTranscript): Promise<Bytes> {
  expectWidth(parts.roomId, 16, 'a room id');
  expectWidth(parts.nonce, 32, 'a nonce');
  expectWidth(parts.connectionId, 16, 'a connection id');
  expectWidth(parts.signingKey, 32, 'a signing key');
  expectWidth(parts.sealingKey, 32, 'a sealing key');
  return concat(
    label,
    await sha256(hostBytes(parts.host)),
    parts.roomId,
    uint32(parts.epoch),
    parts.nonce,
    parts.connectionId,
    parts.signingKey,
    parts.sealingKey,
    uint64(parts.counter),
  );
}

/** @throws TypeError where it is no host as browsers write it: with a slash behind, it would be another room. */
export function hostBytes(host: string): Bytes {
  if (host.length > privateLimits.hostBytes || !/^[a-z0-9.:[\]_-]+$/.test(host)) {
    throw new TypeError('not a host');
  }
  return textBytes(host);
}

/** What both sides call a connection: it follows from the nonce that the server's `hello` brought. @returns 16 bytes */
export async function connectionIdOf(helloNonce: string): Promise<Bytes> {
  return slice(await sha256(textBytes(helloNonce)), 0, 16);
}
