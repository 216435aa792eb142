import { app } from './app.ts';
import { devices } from './devices.ts';
import { frame } from './frame.ts';
import { home } from './home.ts';
import { lobby } from './lobby.ts';
import { room } from './room.ts';

/** The English words of the whole interface, and the list of keys every other language must fill. */
export const en = { ...app, ...home, ...lobby, ...devices, ...room, ...frame } as const;
