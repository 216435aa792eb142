export { type CancelTimer, type Clock, systemClock } from './clock.ts';
export { DeadlineError, withDeadline } from './deadline.ts';
export { Emitter, type Undo } from './emitter.ts';
export { ManualClock } from './manual-clock.ts';
export { Scope } from './scope.ts';
export { TokenBucket } from './token-bucket.ts';
