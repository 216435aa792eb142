import { useSnapshot } from '../room/inside.tsx';
import { type Floor, floorOf } from './floor.ts';

/** Whether one may speak here. */
export function useFloor(): Floor {
  return useSnapshot(({ self }) => floorOf(self));
}
