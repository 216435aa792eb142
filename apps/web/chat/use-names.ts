import type { MemberId } from '@earshot/client';
import { useMemo } from 'react';
import { useText } from '../i18n/language.ts';
import { useSnapshot } from '../room/inside.tsx';

/** Says what somebody in this room is called. Whoever has left is no longer known by name. */
export function useNames(): (id: MemberId) => string {
  const t = useText();
  const members = useSnapshot((snapshot) => snapshot.members);
  const ownId = useSnapshot((snapshot) => snapshot.self.id);
  return useMemo(() => {
    const names = new Map(members.map(({ id, name }) => [id, name]));
    names.set(ownId, t('chat.you'));
    return (id) => names.get(id) ?? t('chat.someone');
  }, [members, ownId, t]);
}
