/*
 * Whoever has one room in two tabs is there twice, and heard twice. So tabs of one browser know of each other: a tab
 * shares a lock (Web Locks) for as long as it is in a room, which also ends with the tab, however that ends; a channel
 * carries that something changed, and the wish that the others leave.
 */

type Word = 'changed' | 'leave';

/** There are none where the page came over plain http, nor is there a microphone then. */
const locksHere = () => (navigator as { locks?: LockManager }).locks;

const nameOf = (room: string) => `earshot in ${room}`;

/** Says to this browser's other tabs that this one is in a room. Returns its end. */
export function standIn(room: string, { onLeave }: { onLeave: () => void }): () => void {
  const locks = locksHere();
  if (!locks) return () => {};
  const name = nameOf(room);
  const channel = new BroadcastChannel(name);
  const say = (word: Word) => channel.postMessage(word);
  channel.onmessage = ({ data }: { data: Word }) => {
    if (data === 'leave') onLeave();
  };
  const gone = Promise.withResolvers<void>();
  const standing = locks.request(name, { mode: 'shared' }, () => {
    say('changed');
    return gone.promise;
  });
  return () => {
    gone.resolve();
    void standing.finally(() => {
      say('changed');
      channel.close();
    });
  };
}

/**
 * Tells whether another tab of this browser is in a room, now and when that changes. Returns its end.
 * @param page.window Gets the focus when somebody comes back to this tab: a tab that crashed says nothing.
 */
export function watchOwnTabs(
  room: string,
  onChange: (elsewhere: boolean) => void,
  page: { window: EventTarget } = { window },
): () => void {
  const locks = locksHere();
  if (!locks) return () => {};
  const name = nameOf(room);
  const channel = new BroadcastChannel(name);
  let ended = false;
  let last = false;
  const look = async () => {
    const { held } = await locks.query();
    const elsewhere = held?.some((lock) => lock.name === name) ?? false;
    if (ended || elsewhere === last) return;
    last = elsewhere;
    onChange(elsewhere);
  };
  channel.onmessage = look;
  page.window.addEventListener('focus', look);
  void look();
  return () => {
    ended = true;
    channel.close();
    page.window.removeEventListener('focus', look);
  };
}

/** Has this browser's other tabs leave a room. */
export function leaveElsewhere(room: string): void {
  const channel = new BroadcastChannel(nameOf(room));
  channel.postMessage('leave' satisfies Word);
  channel.close();
}
