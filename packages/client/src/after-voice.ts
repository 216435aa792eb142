import type { CancelTimer, Clock } from '@earshot/lifetime';
import type { RoomSnapshot } from './snapshot.ts';

/** Whoever comes into a silent room has no voice to wait for. */
const idleForMs = 300;
/** What comes after the voice comes at last, even if that does not. */
const atLatestMs = 5_000;

interface AfterVoiceOptions {
  clock: Clock;
  media(): RoomSnapshot['media'];
  subscribe(listener: () => void): () => void;
  run(): void;
}

/** Runs something once the sound is on its way, so that nothing stands before it. Returns its undo. */
export function afterVoice({ clock, media, subscribe, run }: AfterVoiceOptions): CancelTimer {
  const cancels: CancelTimer[] = [];
  const cancel = () => {
    for (const each of cancels.splice(0)) each();
  };
  const now = () => {
    cancel();
    run();
  };
  cancels.push(
    subscribe(() => media() === 'connected' && now()),
    clock.after(idleForMs, () => media() !== 'connecting' && now()),
    clock.after(atLatestMs, now),
  );
  return cancel;
}
