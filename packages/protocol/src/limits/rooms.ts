/** Rooms, the people in them, and what hosts may do. */
export const roomsLimits = {
  /** Rooms open at once. */
  rooms: 5_000,
  /** People in one room. */
  roomMembers: 100,
  /** Streams of one source that a member may send: several screens at once, for one. */
  producersPerSource: 4,
  /** Cameras and screens that a member may look at, at once. */
  views: 40,
  /** Length of a room's name, in graphemes. */
  roomNameGraphemes: 64,
  /** Length of a person's name, in graphemes. */
  memberNameGraphemes: 40,
  /** Length of any name in UTF-16 code units, so that no grapheme is a novel. */
  nameCodeUnits: 256,
  /** Length of the line that says what a room is about, in graphemes. */
  roomTopicGraphemes: 120,
  /** Tags of one room. */
  roomTags: 5,
  /** Length of a tag, in graphemes. */
  roomTagGraphemes: 24,
  /** A name is free again when its room has been empty for this long. */
  ownedRoomEmptyMs: 3_600_000,
  /** A moderator acts as owner when the owner has been gone for this long. */
  ownerAwayMs: 120_000,
  /** Times per second a member may use a power over others or over the room, or vote, in the long run. */
  hostActionsPerSecond: 2,
  /** Times they may do so at once after a pause. */
  hostActionBurst: 20,
  /** The longest ban that is not for good. */
  banMaxHours: 8_760,
  /** Entries in one answer of `actionLog`. */
  actionPageEntries: 50,
  /** Who has been here for this long may vote. */
  voteAfterMs: 60_000,
  /** People it takes to vote somebody out, at the least. */
  votersAtLeast: 3,
  /** A vote that has not succeeded by then is over. */
  voteOpenMs: 120_000,
  /** Whoever was voted out stays out for this long. */
  voteBanMs: 600_000,
  /** The longest that newcomers only listen at first. */
  newcomersListenMaxMinutes: 1_440,
  /** Whoever has been in an owned room for this long, or for as long as newcomers listen there, is no newcomer. */
  regularAfterMs: 300_000,
  /** The longest that a slow chat makes each person wait from one message to the next. */
  slowChatMaxSeconds: 3_600,
  /** The room tells its members who speaks this often, while somebody does. */
  levelsIntervalMs: 80,
  /** Length of the line that a person says about themselves, in graphemes. */
  statusGraphemes: 80,
  /** Times per second a member may raise a hand or change their profile, in the long run. */
  profileChangesPerSecond: 1,
  /** Times they may do so at once after a pause. */
  profileChangeBurst: 10,
  /** Length of an emoji in UTF-16 code units: a family with skin tones has 30. */
  emojiCodeUnits: 40,
} as const;
