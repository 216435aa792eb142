import { browserEngine } from '@earshot/client/browser';

/** The one engine of this page: whoever comes back into a room with it need not prove everything anew. */
export const pageEngine = browserEngine();
