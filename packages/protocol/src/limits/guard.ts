/** What address prefixes and keys may do before they are asked for work, or refused. */
export const guardLimits = {
  /** Leading zero bits of the easiest puzzle: a few milliseconds. */
  puzzleBitsLeast: 14,
  /** Leading zero bits of the hardest one: seconds, on a phone half a minute. */
  puzzleBitsMost: 22,
  /** The hardest one for those who did nothing out of the ordinary, when the server is busy. */
  puzzleBitsForLoad: 16,
  /** A puzzle that was not solved by then is worth nothing. */
  puzzleValidMs: 120_000,
  /** Solutions that are remembered until they expire, so that none is good for two requests. */
  puzzlesRemembered: 50_000,
  /** So many bits fewer than are asked for now may a solution have: the puzzle is from a while ago. */
  puzzleBitsForgiven: 2,
  /** From this mean delay of its event loop on, a server asks everybody for puzzles. */
  busyLoopDelayMs: 80,
  /** From this many joins per second on, it does so too. */
  busyJoinsPerSecond: 50,
  /** Address prefixes, and keys, whose dealings are counted; beyond it those longest quiet are forgotten. */
  accountsCounted: 20_000,
  /** Connections of one address prefix that may be open at once. */
  connectionsPerPrefix: 500,
  /** Connections that one address prefix may open at once, after a pause. */
  connectsPerPrefix: 1_000,
  /** The same per second, in the long run. */
  connectsPerPrefixPerSecond: 10,
  /** Joins of one address prefix at once that take no puzzle; each further one is harder. */
  joinsFreePerPrefix: 40,
  /** Joins of one address prefix at once; beyond it they are refused. */
  joinsPerPrefix: 240,
  /** How many of these are forgotten per second. */
  joinsPerPrefixPerSecond: 1,
  /** Joins of one key at once that take no puzzle. */
  joinsFreePerKey: 20,
  /** Joins of one key at once. */
  joinsPerKey: 60,
  /** How many of these are forgotten per second. */
  joinsPerKeyPerSecond: 0.5,
  /** Rooms that one address prefix may open at once without a puzzle. */
  roomsFreePerPrefix: 30,
  /** Rooms that one address prefix may open at once. */
  roomsPerPrefix: 120,
  /** How many of these are forgotten per second. */
  roomsPerPrefixPerSecond: 0.5,
  /** Rooms that one key may open at once without a puzzle. */
  roomsFreePerKey: 10,
  /** Rooms that one key may open at once. */
  roomsPerKey: 40,
  /** How many of these are forgotten per second. */
  roomsPerKeyPerSecond: 0.1,
  /** Chat messages of one address prefix at once that take no puzzle. */
  messagesFreePerPrefix: 120,
  /** Chat messages of one address prefix at once. */
  messagesPerPrefix: 600,
  /** How many of these are forgotten per second. */
  messagesPerPrefixPerSecond: 20,
  /** Chat messages of one key at once that take no puzzle. */
  messagesFreePerKey: 8,
  /** Chat messages of one key at once. */
  messagesPerKey: 40,
  /** How many of these are forgotten per second. */
  messagesPerKeyPerSecond: 1,
  /** Times that one key may say the same at once, in whatever rooms. */
  sameTextsPerKey: 3,
  /** Times that one address prefix may do so. */
  sameTextsPerPrefix: 20,
  /** How many of these are forgotten per second for a key; ten times as many for a prefix. */
  sameTextsPerSecond: 0.02,
  /** Links in one chat message. */
  linksPerMessage: 5,
  /** Links of one key at once. */
  linksPerKey: 10,
  /** Links of one address prefix at once. */
  linksPerPrefix: 60,
  /** How many of these are forgotten per second for a key; ten times as many for a prefix. */
  linksPerSecond: 0.1,
  /** Refused joins and proofs of one address prefix at once that make nothing harder. */
  failuresFreePerPrefix: 50,
  /** Refused joins and proofs of one address prefix at once; beyond it, it is not heard for a while. */
  failuresPerPrefix: 500,
  /** How many of these are forgotten per second. */
  failuresPerPrefixPerSecond: 1,
} as const;
