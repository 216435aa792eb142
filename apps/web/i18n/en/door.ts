import { app } from './app.ts';
import { devices } from './devices.ts';
import { home } from './home.ts';
import { language } from './language.ts';
import { lobby } from './lobby.ts';

/** What the first view of a page says. It comes with the page; the rest of the words while somebody is in the lobby. */
export const door = { ...app, ...language, ...home, ...lobby, ...devices } as const;
