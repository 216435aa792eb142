/** What bounds a private room. Times in milliseconds, sizes in bytes. */
export const privateLimits = {
  /** Slots of a room: a member's media is marked with one. */
  slots: 1_024,
  /** Streams of one member: microphone, camera, screens and their sound. */
  streamsPerSlot: 16,
  /** A password, as UTF-8 after it was normalised. */
  passwordBytes: 1_024,
  /** A host with its port, as ASCII. */
  hostBytes: 255,
  /** Leading zero bits of a puzzle, at least. */
  puzzleBitsMin: 16,
  /** And at most: four million tries on average, each a hash. */
  puzzleBitsMax: 22,
  /** Within this, everybody who leaves is left out of one and the same new key. */
  gatherMs: 250,
  /** When a new key is used though not everybody has said that they hold it. */
  switchMs: 1_000,
  /** How long the key before is kept for frames on their way. */
  previousKeyMs: 2_000,
  /** How far a frame may come behind the newest one of its stream. */
  replayWindow: 128,
  /** A media frame, sealed or not. */
  mediaFrameBytes: 4 * 1_024 * 1_024,
  /** The body of a sealed message. */
  dataBytes: 64 * 1_024,
  /** What is sealed is filled up to a multiple of this. */
  paddingBytes: 256,
} as const;
