import type { RpcError } from '@earshot/client';
import { useText } from '../i18n/language.ts';
import type { PlainKey } from '../i18n/translate.ts';
import { useSay } from '../room/say.tsx';
import { useHostDesk } from './use-host-desk.ts';

const failures: Partial<Record<RpcError['error'], PlainKey>> = {
  not_permitted: 'host.notYours',
  wrong_state: 'host.tooSoon',
  words_refused: 'host.words',
};

export interface Act {
  does(): Promise<unknown>;
  /** What to say once it is done. Left out where everyone sees it. */
  did?: string | undefined;
  undo?: (() => Promise<void>) | undefined;
}

/** Does something to keep order, and says how that went. Resolves to whether it worked; never rejects. */
export function useAct(): (act: Act) => Promise<boolean> {
  const t = useText();
  const say = useSay();
  const desk = useHostDesk();
  const tell = (text: string, undo?: () => Promise<void>) => {
    desk.change({ note: { text, undo } });
    say(text);
  };
  const fail = (error: unknown) => {
    const code = (error as Partial<RpcError> | undefined)?.error;
    tell(t((code && failures[code]) ?? 'host.failed'));
  };
  return async ({ does, did, undo }) => {
    const before = desk.snapshot.note;
    try {
      await does();
      if (did !== undefined) tell(did, undo && (() => undo().catch(fail)));
      // That it did not work before says nothing any more.
      else if (before && !before.undo && desk.snapshot.note === before) desk.change({ note: undefined });
      return true;
    } catch (error) {
      fail(error);
      return false;
    }
  };
}
