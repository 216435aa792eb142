import { useInside, useSnapshot } from '../room/inside.tsx';
import { type Floor, floorOf } from './floor.ts';

/** Whether one may speak here. */
export function useFloor(): Floor {
  return useSnapshot(({ self }) => floorOf(self));
}

/** Whether one may do something, as it stands now; to that member, where it is done to somebody. */
export function useCan(
  ...[act, on]: Parameters<ReturnType<typeof useInside>['room']['hosting']['can']>
): boolean {
  const { hosting } = useInside().room;
  return useSnapshot(() => hosting.can(act, on));
}
