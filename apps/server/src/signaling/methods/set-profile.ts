import type { Method } from './index.ts';

export const setProfile: Method<'setProfile'> = (session, profile) => {
  session.chargeForProfile();
  session.admission.member.setProfile(profile);
  return {};
};
