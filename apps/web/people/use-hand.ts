import { useText } from '../i18n/language.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { useSay } from '../room/say.tsx';

/** One's own hand. What the server refuses is said: the hand stays as it was. */
export function useHand(): { raised: boolean; toggle: () => void } {
  const t = useText();
  const say = useSay();
  const { room } = useInside();
  const raised = useSnapshot((snapshot) => snapshot.self.hand !== undefined);
  const toggle = () => void room.setHand(!raised).catch(() => say(t('hand.refused')));
  return { raised, toggle };
}
