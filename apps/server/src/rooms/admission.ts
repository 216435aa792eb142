import type { Consumer, ReturnToken, RtpCapabilities, Member as WireMember } from '@earshot/protocol';
import type { Audience } from './announcement.ts';
import type { Member } from './member.ts';
import type { MemberPass } from './private/member-pass.ts';
import type { Room } from './room.ts';

/** Somebody who wants to come in. */
export interface Applicant {
  name: string;
  /** The key they have proved to hold; empty without one. */
  key: string;
  /** The key they have proved themselves, which may speak for the other; empty without one. */
  deviceKey: string;
  /** Where they come from, as bans know it; undefined where that says nothing. */
  addressPrefix: string | undefined;
  rtpCapabilities: RtpCapabilities;
  /** What they understand beside microphones. */
  sources: ReadonlySet<string>;
  audience: Audience;
  /** Of the seat that was theirs. */
  returning?: ReturnToken | undefined;
  pass: MemberPass;
}

/** What a newcomer finds, taken in the moment they came in: the audience is told whatever comes after. */
export interface Admission {
  room: Room;
  member: Member;
  others: WireMember[];
  consumers: readonly Consumer[];
  /** Whether they came back into a seat that was theirs. */
  returned: boolean;
}
