import { acted } from './acted.ts';
import { app } from './app.ts';
import { chat } from './chat.ts';
import { devices } from './devices.ts';
import { emoji } from './emoji.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { hosting } from './hosting.ts';
import { identity } from './identity.ts';
import { inside } from './inside.ts';
import { language } from './language.ts';
import { listening } from './listening.ts';
import { lobby } from './lobby.ts';
import { loudspeaker } from './loudspeaker.ts';
import { nameWords } from './name-words.ts';
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

/**
 * The Spanish words. People are “tú”, and nothing depends on their gender. Room: sala. Link: enlace.
 * Microphone: micrófono; it is on (encendido), muted (en silencio) or off (apagado). Join: entrar. Leave:
 * salir. Listen: escuchar.
 */
export const es = {
  words: {
    ...app,
    ...language,
    ...home,
    ...lobby,
    ...devices,
    ...chat,
    ...emoji,
    ...frame,
    ...hosting,
    ...roomPlan,
    ...acted,
    ...roomOrder,
    ...identity,
    ...inside,
    ...listening,
    ...loudspeaker,
    ...offline,
    ...people,
    ...privateRooms,
    ...privacy,
    ...room,
    ...reporting,
    ...sound,
    ...square,
    ...stage,
  },
  nameWords,
};
