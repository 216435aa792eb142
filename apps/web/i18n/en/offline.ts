/** The page that stands in for all others while nothing can be reached. It is built, not loaded. */
export const offline = {
  'offline.heading': 'Out of earshot.',
  'offline.what':
    'This device is offline, or the server is away. The link stays good, and this page tries again by itself when the network is back.',
  'offline.again': 'Try again',
} as const;
