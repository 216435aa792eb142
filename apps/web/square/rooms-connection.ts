import type { RoomsChange, RoomsPage, RoomsVersion } from '@earshot/protocol';
import type { FeedListener } from './room-watch.ts';

const answerWithinMs = 10_000;

/** A page of `GET /api/rooms`. @throws where none comes */
export async function getRooms(query: string, signal: AbortSignal): Promise<RoomsPage> {
  const answer = await fetch(`/api/rooms?${query}`, {
    signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
  });
  if (!answer.ok) throw new Error(`the directory answered ${answer.status}`);
  return answer.json();
}

/** Listens to `GET /api/rooms/live`. A connection that breaks is opened again by the browser. */
export function listenToRooms(after: number, listener: FeedListener): () => void {
  const feed = new EventSource(`/api/rooms/live?after=${after}`);
  feed.addEventListener('hello', () => listener.onLive(true));
  feed.addEventListener('reset', ({ data }) => {
    listener.onLive(true);
    listener.onReset((JSON.parse(data) as RoomsVersion).version);
  });
  feed.addEventListener('change', ({ data }) => listener.onChange(JSON.parse(data) as RoomsChange));
  feed.addEventListener('error', () => {
    listener.onLive(false);
    if (feed.readyState === EventSource.CLOSED) listener.onEnd();
  });
  return () => feed.close();
}
