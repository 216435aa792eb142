import type { Engine } from '../../engine.ts';
import { nodeEngine } from '../../node/node-engine.ts';
import { BriefEpochs } from '../epoch-memory.ts';

/** Counts what the client does that costs time or tells something. */
export function watchedEngine() {
  const epochs = new BriefEpochs();
  let derived = 0;
  const inner = nodeEngine();
  const encryption = async () => ({
    epochs,
    deriveKey: async () => {
      derived += 1;
      return new Uint8Array(32);
    },
  });
  const engine: Engine = { ...inner, encryption };
  return { engine, encryption, epochs, derived: () => derived };
}
