import { type StretchAnswer, type StretchWorker, stretchInWorker } from '@earshot/crypto/argon2';
import type { EncryptionEngine } from '../private/encryption-engine.ts';

const tellEveryMs = 50;

/** Works a key out of a password in a worker of its own, whose memory goes with it. */
export const deriveInWorker: EncryptionEngine['deriveKey'] = async ({
  password,
  salt,
  signal,
  onProgress,
}) => {
  const worker = new Worker(new URL('./stretch-worker.ts', import.meta.url), { type: 'module' });
  let timer: ReturnType<typeof setInterval> | undefined;
  try {
    return await stretchInWorker(
      wrapped(worker),
      { password, salt },
      {
        ...(signal && { signal }),
        // Argon2 says nothing on its way: it is told how long it should take, and never quite all of it.
        onExpected: (expectedMs) => {
          const beganMs = performance.now();
          timer = setInterval(() => {
            onProgress?.(1 - Math.exp((-2 * (performance.now() - beganMs)) / expectedMs));
          }, tellEveryMs);
        },
      },
    );
  } finally {
    clearInterval(timer);
  }
};

function wrapped(worker: Worker): StretchWorker {
  return {
    post: (question) => worker.postMessage(question),
    listen: (onAnswer, onError) => {
      worker.onmessage = ({ data }: MessageEvent<StretchAnswer>) => onAnswer(data);
      worker.onerror = ({ message }) => onError(new Error(message));
      worker.onmessageerror = () => onError(new Error('an answer could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}
