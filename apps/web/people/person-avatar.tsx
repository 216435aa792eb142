import type { Member } from '@earshot/client';
import { Avatar } from '../ui/avatar.tsx';

/** A member's picture: drawn from their key, or where they have none from their name and seat. */
export function PersonAvatar({ member, className }: { member: Member; className?: string }) {
  const { key, name, seat, profile } = member;
  return (
    <Avatar
      name={name}
      seed={key || `${seat} ${name}`}
      emoji={profile?.emoji}
      {...(className !== undefined && { className })}
    />
  );
}
