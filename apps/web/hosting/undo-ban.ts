import type { Hosting, Member } from '@earshot/client';

/** Lifts the newest ban on somebody who was in the room. */
export async function undoBan(
  hosting: Pick<Hosting, 'bans' | 'unban'>,
  { key, name }: Pick<Member, 'key' | 'name'>,
): Promise<void> {
  const bans = await hosting.bans();
  const ban = bans.find(({ on }) => (key ? on?.key === key : !on?.key && on?.name === name));
  if (ban) await hosting.unban(ban.id);
}
