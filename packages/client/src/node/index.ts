export { listen } from './listen.ts';
export { nodeEngine } from './node-engine.ts';
export { durationMs, framesOf, type Pcm, tone } from './pcm.ts';
export { PcmMicrophone } from './pcm-microphone.ts';
export { play } from './play.ts';
export { readWav } from './wav.ts';
