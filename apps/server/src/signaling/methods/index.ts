import type { Handlers, ServerMethods } from '@earshot/protocol';
import { authorize } from '../authority.ts';
import type { Session } from '../session.ts';
import { actionLog } from './action-log.ts';
import { allowToSpeak } from './allow-to-speak.ts';
import { askToUnmute } from './ask-to-unmute.ts';
import { banMember } from './ban-member.ts';
import { challenge } from './challenge.ts';
import { chatHistory } from './chat-history.ts';
import { closeProducer } from './close-producer.ts';
import { connectTransport } from './connect-transport.ts';
import { consumeData } from './consume-data.ts';
import { handOver } from './hand-over.ts';
import { join } from './join.ts';
import { leave } from './leave.ts';
import { listBans } from './list-bans.ts';
import { lowerHands } from './lower-hands.ts';
import { muteMember } from './mute-member.ts';
import { ping } from './ping.ts';
import { produce } from './produce.ts';
import { produceData } from './produce-data.ts';
import { prove } from './prove.ts';
import { putPrivateRoom } from './put-private-room.ts';
import { removeMember } from './remove-member.ts';
import { report } from './report.ts';
import { sendData } from './send-data.ts';
import { setHand } from './set-hand.ts';
import { setProducerPaused } from './set-producer-paused.ts';
import { setProfile } from './set-profile.ts';
import { setRole } from './set-role.ts';
import { setRoomModes } from './set-room-modes.ts';
import { setRoomSettings } from './set-room-settings.ts';
import { setViews } from './set-views.ts';
import { shadowMute } from './shadow-mute.ts';
import { unban } from './unban.ts';
import { voteToRemove } from './vote-to-remove.ts';

/** A method as it is written in its file: for a session, with parameters that fit the schema. */
export type Method<Name extends keyof ServerMethods> = (
  session: Session,
  params: Parameters<Handlers<ServerMethods>[Name]>[0],
) => ReturnType<Handlers<ServerMethods>[Name]>;

const methods: { readonly [Name in keyof ServerMethods]: Method<Name> } = {
  join,
  putPrivateRoom,
  challenge,
  prove,
  connectTransport,
  produce,
  setProducerPaused,
  closeProducer,
  setViews,
  setHand,
  setProfile,
  produceData,
  consumeData,
  sendData,
  chatHistory,
  setRoomSettings,
  setRoomModes,
  setRole,
  handOver,
  muteMember,
  allowToSpeak,
  askToUnmute,
  shadowMute,
  removeMember,
  banMember,
  unban,
  listBans,
  lowerHands,
  actionLog,
  voteToRemove,
  report,
  leave,
  ping,
};

/** Every method, each behind the same door: who may not do it is told so before it begins. */
export function handlersFor(session: Session): Handlers<ServerMethods> {
  const handlers = Object.entries(methods).map(([name, method]) => {
    const run = method as Method<keyof ServerMethods>;
    const handler = (params: Parameters<typeof run>[1]) => {
      authorize(session, name as keyof ServerMethods, params);
      return run(session, params as never);
    };
    return [name, handler];
  });
  return Object.fromEntries(handlers) as Handlers<ServerMethods>;
}
