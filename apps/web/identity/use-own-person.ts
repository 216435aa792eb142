'use client';

import type { Device } from '@earshot/protocol';
import { useCallback, useEffect, useState } from 'react';
import type { KinProblem } from './kin-problem.ts';
import { findOwnPerson, type OwnPerson } from './own-person.ts';

export type PersonState =
  | { at: 'looking' }
  | { at: 'failed'; problem: KinProblem }
  | { at: 'known'; person: OwnPerson };

/** One's person and devices, asked for anew when wanted. */
export function useOwnPerson() {
  const [state, setState] = useState<PersonState>({ at: 'looking' });
  const look = useCallback(async () => {
    const found = await findOwnPerson();
    setState('problem' in found ? { at: 'failed', problem: found.problem } : { at: 'known', person: found });
  }, []);
  useEffect(() => void look(), [look]);
  const change = useCallback((devices: readonly Device[]) => {
    setState((was) => (was.at === 'known' ? { at: 'known', person: { ...was.person, devices } } : was));
  }, []);
  return { state, look, change };
}
