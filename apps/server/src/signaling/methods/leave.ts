import type { Method } from './index.ts';

/** Only checks that there is something to leave: the session ends once the answer is on its way. */
export const leave: Method<'leave'> = (session) => {
  void session.admission;
  return {};
};
