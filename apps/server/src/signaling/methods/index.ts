import type { Handlers, ServerMethods } from '@earshot/protocol';
import type { Session } from '../session.ts';
import { chatHistory } from './chat-history.ts';
import { closeProducer } from './close-producer.ts';
import { connectTransport } from './connect-transport.ts';
import { consumeData } from './consume-data.ts';
import { join } from './join.ts';
import { leave } from './leave.ts';
import { ping } from './ping.ts';
import { produce } from './produce.ts';
import { produceData } from './produce-data.ts';
import { sendData } from './send-data.ts';
import { setHand } from './set-hand.ts';
import { setProducerPaused } from './set-producer-paused.ts';
import { setProfile } from './set-profile.ts';
import { setViews } from './set-views.ts';

/** A method as it is written in its file: for a session, with parameters that fit the schema. */
export type Method<Name extends keyof ServerMethods> = (
  session: Session,
  params: Parameters<Handlers<ServerMethods>[Name]>[0],
) => ReturnType<Handlers<ServerMethods>[Name]>;

export function handlersFor(session: Session): Handlers<ServerMethods> {
  return {
    join: (params) => join(session, params),
    connectTransport: (params) => connectTransport(session, params),
    produce: (params) => produce(session, params),
    setProducerPaused: (params) => setProducerPaused(session, params),
    closeProducer: (params) => closeProducer(session, params),
    setViews: (params) => setViews(session, params),
    setHand: (params) => setHand(session, params),
    setProfile: (params) => setProfile(session, params),
    produceData: (params) => produceData(session, params),
    consumeData: (params) => consumeData(session, params),
    sendData: (params) => sendData(session, params),
    chatHistory: (params) => chatHistory(session, params),
    leave: (params) => leave(session, params),
    ping: (params) => ping(session, params),
  };
}
