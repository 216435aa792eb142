/** A SHA-256 (FIPS 180-4) over what comes piece by piece, which the browser's own cannot do. */
export interface Sha256 {
  update(bytes: Uint8Array): void;
  /** @returns 64 hex digits */
  digest(): string;
}

/** Loaded when the first file is offered or fetched. */
export async function openSha256(): Promise<Sha256> {
  const { createSHA256 } = await import('hash-wasm');
  const hash = await createSHA256();
  return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
}
