import { Info, type LucideIcon, MessageCircle, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useUnread } from '../chat/use-desk.ts';
import type { PlainKey } from '../i18n/translate.ts';
import { onDemand } from '../ui/on-demand.tsx';

export interface Panel {
  readonly id: string;
  /** The name of its tab. */
  readonly label: PlainKey;
  readonly icon: LucideIcon;
  /** Draws it, filling the height it is given; its code comes when it is opened. */
  readonly Body: { (props: object): ReactNode; prepare(): void };
  /** A hook: how many new things wait in it; 0 shows nothing. */
  readonly useBadge?: () => number;
}

/** How many new things wait in all panels together. */
export function useFreshCount(): number {
  let count = 0;
  // biome-ignore lint/correctness/useHookAtTopLevel: the list is the same at every call.
  for (const { useBadge } of panels) count += useBadge?.() ?? 0;
  return count;
}

/** The tabs of the side panel, in their order. */
export const panels: readonly Panel[] = [
  {
    id: 'chat',
    label: 'chat.title',
    icon: MessageCircle,
    Body: onDemand(() => import('../chat/chat-panel.tsx').then(({ ChatPanel }) => ChatPanel)),
    useBadge: useUnread,
  },
  {
    id: 'people',
    label: 'frame.people',
    icon: Users,
    Body: onDemand(() => import('../people/people-panel.tsx').then(({ PeoplePanel }) => PeoplePanel)),
  },
  {
    id: 'room',
    label: 'frame.room',
    icon: Info,
    Body: onDemand(() => import('./room-panel.tsx').then(({ RoomPanel }) => RoomPanel)),
  },
];
