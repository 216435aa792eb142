import { Emitter, ManualClock } from '@earshot/lifetime';
import { msgpackCodec } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import type { Admission } from '../rooms/admission.ts';
import type { Connection } from './connection.ts';
import { Session } from './session.ts';
import type { SessionContext } from './session-context.ts';

test.each([
  { returned: true, code: 1006, fate: 'kept' },
  { returned: true, code: 1001, fate: 'lost' },
  { returned: false, code: 1006, fate: 'lost' },
])('a seat is $fate whose connection ends ($code) before the answer, returned: $returned', async (end) => {
  const events: Connection['events'] = new Emitter();
  const connection = {
    codec: msgpackCodec,
    events,
    send: () => {},
    close: () => {},
  } as unknown as Connection;
  const log = { info: () => {}, error: () => {} };
  const guard = { greet: () => undefined };
  const context = { clock: new ManualClock(), log, guard } as unknown as SessionContext;
  const session = new Session(connection, context, { hosts: [], addressPrefix: undefined });
  const heard: string[] = [];
  const room = { lose: () => heard.push('kept'), remove: (_: unknown, why: string) => heard.push(why) };
  const admission = { room, member: {}, returned: end.returned } as unknown as Admission;
  const entering = Promise.withResolvers<Admission>();
  const joining = session.join(() => entering.promise);
  events.emit('ended', { code: end.code, name: undefined });
  entering.resolve(admission);
  await expect(joining).rejects.toMatchObject({ error: 'connection_lost' });
  expect(heard).toEqual([end.fate]);
});
