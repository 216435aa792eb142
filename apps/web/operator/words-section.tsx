'use client';

import { limits } from '@earshot/protocol';
import { useId, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { useLeaveGuard } from '../page-life/use-leave-guard.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { type OperatorProblem, problemWords } from './operator-problem.ts';
import { type Done, useAct } from './use-act.ts';
import { useDesk, useDeskPart } from './use-desk.ts';
import { draftOf, follow, isChanged, textOf, wordProblem, wordsOf } from './word-draft.ts';

/** The words that nobody may use, one a line, saved all at once. */
export function WordsSection() {
  const t = useText();
  const id = useId();
  const desk = useDesk();
  const { act } = useAct();
  const there = useDeskPart(({ overview }) => overview.words);
  const [held, setHeld] = useState(() => draftOf(there));
  const [state, setState] = useState<'writing' | 'saving' | OperatorProblem>('writing');
  const draft = follow(held, there);
  const words = wordsOf(draft.text);
  const changed = isChanged(draft);
  const elsewhere = changed && ![draft.base, words].some((each) => textOf(each) === textOf(there));
  const wrong = useWrong(words);
  useLeaveGuard(changed);

  async function put(next: readonly string[]): Promise<void> {
    await desk.client.setWords(next);
    await desk.refresh();
    setHeld(draftOf(next));
  }

  async function save(): Promise<void> {
    if (wrong !== undefined || state === 'saving' || !changed) return;
    setState('saving');
    const before = there;
    const problem = await act(async (): Promise<Done> => {
      await put(words);
      return {
        did: t('operator.didSaveWords', { count: words.length }),
        undo: async () => {
          await put(before);
          return { did: t('operator.wordsBack') };
        },
      };
    });
    setState(problem ?? 'writing');
  }

  return (
    <form
      noValidate
      className="grid grid-cols-[minmax(0,1fr)] gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className="grid gap-2">
        <label htmlFor={id} className="font-semibold">
          {t('operator.wordsLabel')}
        </label>
        <p id={`${id}-what`} className="max-w-prose text-soft">
          {t('operator.wordsWhat')}
        </p>
        <textarea
          id={id}
          rows={12}
          dir="auto"
          value={draft.text}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          aria-describedby={`${id}-what ${id}-count`}
          aria-invalid={wrong !== undefined}
          onChange={({ target }) => setHeld({ ...draft, text: target.value })}
          className={`min-h-48 w-full rounded-md border bg-raised px-4 py-3 font-mono ${wrong === undefined ? 'border-edge' : 'border-alert'}`}
        />
        <p id={`${id}-count`} className="text-soft text-sm">
          {t('operator.wordsCount', { count: words.length })}
          {changed && ` · ${t('operator.unsaved')}`}
        </p>
        <p role="status" className="text-alert wrap-anywhere">
          {wrong}
        </p>
      </div>
      {elsewhere && (
        <div role="status" className="flex flex-wrap items-center gap-3">
          <p>{t('operator.wordsElsewhere')}</p>
          <Button pad="snug" onClick={() => setHeld(draftOf(there))}>
            {t('operator.takeTheirs')}
          </Button>
        </div>
      )}
      {state !== 'writing' && state !== 'saving' && (
        <Notice what={t(problemWords[state].what)} next={t(problemWords[state].next)} />
      )}
      <Button
        type="submit"
        look="on"
        className="justify-self-start"
        aria-disabled={!changed || wrong !== undefined}
        aria-busy={state === 'saving'}
      >
        {t('operator.saveWords')}
      </Button>
    </form>
  );
}

/** What is wrong with a list, in words. */
function useWrong(words: readonly string[]): string | undefined {
  const t = useText();
  const problem = wordProblem(words);
  switch (problem?.what) {
    case 'tooMany':
      return t('operator.wordsTooMany', { count: limits.operatorWords });
    case 'long':
      return t('operator.wordLong', { count: limits.operatorWordCodeUnits, word: problem.word });
    case 'star':
      return t('operator.wordStar', { word: problem.word });
    case 'empty':
      return t('operator.wordEmpty', { word: problem.word });
    default:
      return undefined;
  }
}
