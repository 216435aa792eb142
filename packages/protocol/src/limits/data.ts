/** Posts, over data channels and WebSockets. */
export const dataLimits = {
  /** Bytes of an application's own in one post. */
  dataBytes: 16_384,
  /** Largest packet of a data channel: a post with all that stands around its bytes. */
  dataPacketBytes: 17_408,
  /** Packets in one `sendData`. */
  dataPacketsPerFrame: 64,
  /** Posts of one member per second, in the long run. */
  dataPostsPerSecond: 500,
  /** Posts of one member at once, after a pause. */
  dataPostBurst: 1_000,
  /** Receivers of one member's posts, loose ones included, per second, in the long run. */
  dataSendsPerSecond: 3_000,
  /** Receivers of one member's posts at once, after a pause. */
  dataSendBurst: 6_000,
  /** Bytes of one member's packets per second, in the long run. */
  dataBytesPerSecond: 5_000_000,
  /** Bytes of one member's packets at once, after a pause. */
  dataBurstBytes: 1_048_576,
  /** Posts that may be under way unacknowledged, each way. */
  dataWindowPosts: 256,
  /** Bytes that may be under way unacknowledged, each way. */
  dataWindowBytes: 262_144,
  /** Posts that may wait for a member, or for the server, those under way included. */
  dataQueuePosts: 2_048,
  /** Bytes that may wait for a member, or for the server, those under way included. */
  dataQueueBytes: 1_048_576,
  /** Posts of one sender that may wait for one member. */
  dataSharePosts: 768,
  /** Bytes of one sender that may wait for one member. */
  dataShareBytes: 393_216,
  /** Loose packets are not sent over a WebSocket on which more bytes than these wait to go out. */
  dataLooseWaitingBytes: 65_536,
  /** Floating reactions, and news that they write, of one member per second, in the long run. */
  signsPerSecond: 5,
  /** Those of one member at once, after a pause. */
  signBurst: 10,
  /** An acknowledgement follows within this time. */
  dataAcknowledgeWithinMs: 200,
  /** A path on which nothing has been acknowledged for this long is given up. */
  dataStallMs: 2_000,
  /** Length of a topic's name. */
  dataTopicLength: 64,
} as const;
