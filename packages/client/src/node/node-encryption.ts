import { stretchPassword } from '@earshot/crypto/argon2';
import type { EncryptionEngine } from '../private/encryption-engine.ts';
import { BriefEpochs } from '../private/epoch-memory.ts';

/**
 * Encrypts in Node: everything but media, for which there are no encoded transforms here. A program waits for its
 * key anyhow, so it is worked out where it is asked for, which takes a fifth of a second.
 */
export const nodeEncryption: EncryptionEngine = {
  async deriveKey({ password, salt, signal, onProgress }) {
    signal?.throwIfAborted();
    const key = await stretchPassword(password, salt);
    onProgress?.(1);
    return key;
  },
  epochs: new BriefEpochs(),
};
