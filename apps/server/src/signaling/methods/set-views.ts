import type { Method } from './index.ts';

export const setViews: Method<'setViews'> = async (session, { views }) => {
  session.chargeForViews();
  await session.admission.member.setViews(views);
  return {};
};
