import type { RoomGlance } from '@earshot/protocol';

/** How long between two looks, and before the next one after a failure. */
const everyMs = 3_000;
const answerWithinMs = 8_000;

/** Looks through a room's door again and again while the page is seen. Returns its end. */
export function watchDoor(room: string, onGlance: (glance: RoomGlance) => void): () => void {
  const ended = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looking = false;

  async function look() {
    clearTimeout(timer);
    if (looking || document.hidden) return;
    looking = true;
    // What does not come this time comes the next: who stands here can go in anyway.
    const glance = await getGlance(room, ended.signal).catch(() => undefined);
    looking = false;
    if (ended.signal.aborted) return;
    if (glance) onGlance(glance);
    timer = setTimeout(look, everyMs);
  }

  document.addEventListener('visibilitychange', look);
  void look();
  return () => {
    ended.abort();
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

async function getGlance(room: string, ended: AbortSignal): Promise<RoomGlance> {
  const answer = await fetch(`/api/rooms/${encodeURIComponent(room)}/glance`, {
    signal: AbortSignal.any([ended, AbortSignal.timeout(answerWithinMs)]),
  });
  if (!answer.ok) throw new Error(`the door answered ${answer.status}`);
  return answer.json();
}
