import type { EnteringStep } from '@earshot/client';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MadeRoom } from './private-client.ts';

export type MakingState =
  | { readonly at: 'idle' }
  | { readonly at: 'making'; readonly step: EnteringStep }
  | { readonly at: 'failed'; readonly why: unknown }
  | { readonly at: 'made'; readonly made: MadeRoom };

interface MakingOptions {
  signal: AbortSignal;
  onEntering: (step: EnteringStep) => void;
}

const first: EnteringStep = { at: 'deriving', share: 0 };

/** Works out a new key and gives its record to the server. */
export function useMaking(work: (options: MakingOptions) => Promise<MadeRoom>) {
  const [state, setState] = useState<MakingState>({ at: 'idle' });
  const attempt = useRef<AbortController>(undefined);
  const latest = useRef(work);
  latest.current = work;

  const make = useCallback(() => {
    attempt.current?.abort();
    const own = new AbortController();
    attempt.current = own;
    const { signal } = own;
    const onEntering = (step: EnteringStep) => {
      if (!signal.aborted) setState({ at: 'making', step });
    };
    onEntering(first);
    latest.current({ signal, onEntering }).then(
      (made) => !signal.aborted && setState({ at: 'made', made }),
      (why: unknown) => !signal.aborted && setState({ at: 'failed', why }),
    );
  }, []);

  const cancel = useCallback(() => {
    attempt.current?.abort();
    setState({ at: 'idle' });
  }, []);
  useEffect(() => () => attempt.current?.abort(), []);
  return { state, make, cancel };
}
