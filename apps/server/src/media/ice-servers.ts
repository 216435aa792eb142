import { createHmac } from 'node:crypto';
import type { Clock } from '@earshot/lifetime';
import type { IceServer } from '@earshot/protocol';

/**
 * How long TURN credentials may be used, in seconds: half a day. A listener allocates when the first voice
 * comes, and again when going live, which may be hours after the join that brought them.
 */
const credentialSeconds = 43_200;

export interface TurnSettings {
  urls: readonly string[];
  secret: string;
}

/**
 * ICE servers for one member, with time-limited TURN credentials as coturn's `use-auth-secret` checks them
 * (draft-uberti-behave-turn-rest-00): user name `expiry:id`, password its HMAC-SHA1.
 */
export function iceServersFor(id: string, turn: TurnSettings | undefined, clock: Clock): IceServer[] {
  if (!turn) return [];
  const username = `${Math.floor(clock.wallMs() / 1_000) + credentialSeconds}:${id}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [{ urls: [...turn.urls], username, credential }];
}
