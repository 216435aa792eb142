import type { Message } from '@earshot/client';
import { useInside, useSnapshot } from '../../room/inside.tsx';

/** One's own messages, and those of others where one keeps order. Of whoever is gone the server knows who they were. */
export function useMayDelete({ own, author }: Pick<Message, 'own' | 'author'>): boolean {
  const { hosting } = useInside().room;
  return useSnapshot(({ members }) => {
    if (own) return true;
    const here = members.some(({ id }) => id === author.id);
    return here ? hosting.can('deleteMessage', author.id) : hosting.can('deleteMessage');
  });
}
