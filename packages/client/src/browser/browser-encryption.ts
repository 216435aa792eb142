import type { EncryptionEngine } from '../private/encryption-engine.ts';
import { AnalysedLevels } from './analysed-levels.ts';
import { deriveInWorker } from './derive-in-worker.ts';
import { keptEpochs } from './kept-epochs.ts';
import { WorkerFrames } from './worker-frames.ts';

/** Encrypts in workers of the browser. */
export const browserEncryption: EncryptionEngine = {
  deriveKey: deriveInWorker,
  epochs: keptEpochs,
  openFrames: () => WorkerFrames.open(),
  openLevels: (onLevels) => new AnalysedLevels(onLevels),
};
