import type { Member } from '@earshot/client';

/** Something to look at: one camera or screen of one person. */
export interface Exhibit {
  /** Of the producer. */
  readonly id: string;
  readonly kind: 'camera' | 'screen';
  readonly member: Member;
  readonly own: boolean;
  readonly paused: boolean;
}

/** Everything that is shown, in the order of the people: one's own last, for one knows what is on it. */
export function exhibitsOf({ self, members }: { self: Member; members: readonly Member[] }): Exhibit[] {
  return [...members, self].flatMap((member) =>
    member.streams.flatMap(({ producerId, source, paused }): Exhibit[] =>
      source === 'camera' || source === 'screen'
        ? [{ id: producerId, kind: source, member, own: member === self, paused }]
        : [],
    ),
  );
}

/**
 * What stands large, and what in the strip beside it. What somebody chose stands alone; else the screens of
 * others go before faces, and faces before one's own screen, for one has that before one already.
 */
export function arrange(
  exhibits: readonly Exhibit[],
  chosen: string | undefined,
): { large: readonly Exhibit[]; strip: readonly Exhibit[] } {
  const screens = exhibits.filter(({ kind }) => kind === 'screen');
  const faces = exhibits.filter(({ kind }) => kind === 'camera');
  const ranks = [
    exhibits.filter(({ id }) => id === chosen),
    screens.filter(({ own }) => !own),
    faces.some(({ own }) => !own) ? faces : screens,
  ];
  const large = ranks.find((some) => some.length > 0) ?? exhibits;
  return { large, strip: exhibits.filter((exhibit) => !large.includes(exhibit)) };
}
