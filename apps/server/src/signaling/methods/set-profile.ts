import type { Method } from './index.ts';

export const setProfile: Method<'setProfile'> = (session, profile) => {
  session.chargeForProfile();
  session.context.guard.house.checkTexts({ name: profile.name, status: profile.status });
  session.admission.member.setProfile(profile);
  return {};
};
