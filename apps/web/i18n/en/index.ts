import { acted } from './acted.ts';
import { chat } from './chat.ts';
import { door } from './door.ts';
import { emoji } from './emoji.ts';
import { frame } from './frame.ts';
import { hosting } from './hosting.ts';
import { identity } from './identity.ts';
import { inside } from './inside.ts';
import { listening } from './listening.ts';
import { loudspeaker } from './loudspeaker.ts';
import { offline } from './offline.ts';
import { people } from './people.ts';
import { privacy } from './privacy.ts';
import { privateRooms } from './private.ts';
import { reporting } from './reporting.ts';
import { room } from './room.ts';
import { roomOrder } from './room-order.ts';
import { roomPlan } from './room-plan.ts';
import { sound } from './sound.ts';
import { square } from './square.ts';
import { stage } from './stage.ts';

/** The English words of the whole interface, and the list of keys every other language must fill. */
export const en = {
  ...door,
  ...room,
  ...frame,
  ...chat,
  ...emoji,
  ...people,
  ...privateRooms,
  ...privacy,
  ...hosting,
  ...roomPlan,
  ...acted,
  ...roomOrder,
  ...identity,
  ...inside,
  ...listening,
  ...loudspeaker,
  ...offline,
  ...reporting,
  ...sound,
  ...square,
  ...stage,
} as const;
