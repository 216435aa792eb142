'use client';

import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFocusOnMount } from '../ui/use-focus.ts';
import { type OperatorProblem, problemWords } from './operator-problem.ts';
import { type Done, useAct } from './use-act.ts';

/** Asks before something is done. It stays where that fails, and says why. The focus begins at the way back. */
export function ConfirmDialog({
  heading,
  what,
  does,
  grave = true,
  unready,
  onDo,
  onDone,
  onClose,
  children,
}: {
  heading: string;
  /** What is about to happen. */
  what?: string;
  /** On the button that does it. */
  does: string;
  grave?: boolean;
  /** Why it cannot be done as it stands; asked when somebody tries. */
  unready?: (() => string | undefined) | undefined;
  onDo: () => Promise<Done>;
  /** The dialog is gone by then, and the focus back where it came from; not called where a report stays. */
  onDone?: ((done: Done) => void) | undefined;
  onClose: () => void;
  children?: ReactNode;
}) {
  const t = useText();
  const { act, tellProblem } = useAct();
  const form = useRef<HTMLFormElement>(null);
  const back = useFocusOnMount<HTMLButtonElement>();
  const [state, setState] = useState<
    | { at: 'asking' }
    | { at: 'doing' }
    | { at: 'unready'; why: string }
    | { at: 'failed'; problem: OperatorProblem }
  >({ at: 'asking' });

  const close = () => form.current?.closest('dialog')?.close();

  async function doIt(): Promise<void> {
    if (state.at === 'doing') return;
    const why = unready?.();
    if (why !== undefined) return setState({ at: 'unready', why });
    setState({ at: 'doing' });
    let done: Done | undefined;
    const problem = await act(async () => {
      done = await onDo();
      return done;
    });
    if (problem && form.current) return setState({ at: 'failed', problem });
    if (problem) return tellProblem(problem);
    close();
    if (done && !done.reportStays) onDone?.(done);
  }

  return (
    <Dialog heading={heading} onClose={onClose}>
      <form
        ref={form}
        noValidate
        className="grid grid-cols-[minmax(0,1fr)] gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          void doIt();
        }}
      >
        {what && <p className="text-soft wrap-anywhere">{what}</p>}
        {children}
        {state.at === 'unready' && <Notice what={state.why} />}
        {state.at === 'failed' && (
          <Notice what={t(problemWords[state.problem].what)} next={t(problemWords[state.problem].next)} />
        )}
        <div className="sticky bottom-0 z-10 -m-4 flex flex-wrap gap-2 bg-surface p-4 sm:-m-6 sm:p-6">
          <Button ref={back} pad="snug" className="flex-1" onClick={close}>
            {t('lobby.cancel')}
          </Button>
          <Button
            type="submit"
            look={grave ? 'leave' : 'on'}
            pad="snug"
            className="flex-1"
            aria-busy={state.at === 'doing'}
          >
            {does}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
