export { MicrophoneControl } from './microphone-control.ts';
export type { MicrophoneEvent, MicrophoneMachine, TalkMode } from './microphone-machine.ts';
