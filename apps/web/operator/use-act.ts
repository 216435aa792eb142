import { useText } from '../i18n/language.ts';
import { useSay } from '../room/say.tsx';
import { type OperatorProblem, problemWords } from './operator-problem.ts';
import { useDesk } from './use-desk.ts';

/** What came of an act. */
export interface Done {
  /** A sentence. */
  readonly did: string;
  /** Takes it back. */
  readonly undo?: (() => Promise<Done>) | undefined;
  /** The report that it was done about is open still. */
  readonly reportStays?: boolean;
}

type Act = () => Promise<Done>;

interface Acting {
  /** Does it, says what came of it, and reads how things are now. Resolves to what went wrong, for the caller to say. */
  act(does: Act): Promise<OperatorProblem | undefined>;
  /** Says what went wrong where nothing else can. */
  tellProblem(problem: OperatorProblem): void;
  /** Both. */
  actOrTell(does: Act): Promise<void>;
}

export function useAct(): Acting {
  const desk = useDesk();
  const say = useSay();
  const t = useText();

  function tell({ did, undo }: Done): void {
    desk.tell({ text: did, undo: undo && (() => void actOrTell(undo)) });
    say(did);
  }

  async function act(does: Act): Promise<OperatorProblem | undefined> {
    try {
      tell(await does());
      return undefined;
    } catch (error) {
      return desk.fail(error);
    } finally {
      void desk.refresh();
    }
  }

  async function actOrTell(does: Act): Promise<void> {
    const problem = await act(does);
    if (problem) tellProblem(problem);
  }

  function tellProblem(problem: OperatorProblem): void {
    const { what, next } = problemWords[problem];
    tell({ did: `${t(what)} ${t(next)}` });
  }

  return { act, tellProblem, actOrTell };
}
