/** What one connection may send, and how long either side waits. */
export const connectionLimits = {
  /** Largest frame a connection may send before it has joined. */
  frameBytesBeforeJoin: 8_192,
  /** Largest frame afterwards. */
  frameBytes: 65_536,
  /** How deep arrays and objects may stand in each other in one frame. */
  frameDepth: 16,
  /** Items of one array in a frame. */
  arrayItems: 4_096,
  /** Keys of one object in a frame. */
  objectKeys: 64,
  /** A connection that has not joined by then is closed. */
  joinWithinMs: 5_000,
  /** The server asks each client for a sign of life this often. */
  heartbeatIntervalMs: 5_000,
  /** Without a sign of life for this long, either side gives the connection up. */
  heartbeatTimeoutMs: 12_000,
  /** How long the seat of a member whose connection is lost is kept for them. */
  seatKeptMs: 60_000,
  /** Seats that are kept at once, in all rooms together; beyond it the oldest is given up. */
  keptSeats: 2_000,
  /** How long either side waits for an answer. */
  requestTimeoutMs: 10_000,
  /** Frames a connection may send per second, in the long run. */
  framesPerSecond: 30,
  /** Frames it may send at once after a pause. */
  frameBurst: 60,
  /** How many more refused frames than good ones end a connection. */
  refusedFramesBeforeClose: 200,
  /** Times per second a member may begin to be heard, in the long run: the whole room has work with it. */
  streamChangesPerSecond: 2,
  /** Times it may do so at once after a pause. */
  streamChangeBurst: 20,
  /** Times per second a member may say what they look at, in the long run. */
  viewChangesPerSecond: 4,
  /** Times they may do so at once after a pause. */
  viewChangeBurst: 20,
  /** What one member's cameras and screens are told to stay below together, as congestion control carries it. */
  sendBitsPerSecond: 12_000_000,
  /** Packets per second of a member's cameras, screens and their sound; 12 Mbit/s are about 1,300 of them. */
  sharedPacketsPerSecond: 3_000,
  /** A sender is asked for key frames of one stream this often at most, however many begin to look. */
  keyFrameIntervalMs: 500,
  /** Packets per second of a member's voice, of silence or muted too; Opus sends 50, and 400 at most (RFC 6716). */
  packetsPerSecond: 500,
  /** Requests of one connection that may be under way at once. */
  requestsInFlight: 32,
  /** Bytes queued towards one client before it is closed as too slow. */
  outboundQueueBytes: 1_048_576,
  /** Open connections, joined or not. */
  connections: 10_000,
} as const;
