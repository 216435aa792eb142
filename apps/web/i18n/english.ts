import { en } from './en/index.ts';
import { translator } from './translate.ts';

/** All of English, for what is exported and for tests. Pages take `useText()`, which loads what they need. */
export const english = translator('en', en);
