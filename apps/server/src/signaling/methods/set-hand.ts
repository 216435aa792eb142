import type { Method } from './index.ts';

export const setHand: Method<'setHand'> = (session, { raised }) => {
  // Lowering always works: there is nothing to lower but what was raised.
  if (raised) session.chargeForProfile();
  session.admission.member.setHand(raised);
  return {};
};
