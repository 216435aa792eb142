/** The chat of a room. */
export const chatLimits = {
  /** Length of a chat message, in graphemes. */
  chatGraphemes: 4_000,
  /** Length of a chat message, in bytes of UTF-8. */
  chatBytes: 12_000,
  /** Chat messages of one member per second, in the long run. */
  chatMessagesPerSecond: 1,
  /** Chat messages of one member at once, after a pause. */
  chatMessageBurst: 10,
  /** Reactions and deletions of one member per second, in the long run. */
  chatChangesPerSecond: 4,
  /** Reactions and deletions of one member at once, after a pause. */
  chatChangeBurst: 20,
  /** Different emoji on one message. */
  chatEmojiPerMessage: 20,
  /** Reactions to one message, those of all members together. */
  chatReactionsPerMessage: 200,
  /** What was said is kept for this long. */
  chatHistoryMs: 14_400_000,
  /** Messages that a room keeps. */
  chatHistoryMessages: 2_000,
  /** Bytes of the messages that a room keeps. */
  chatHistoryBytes: 1_048_576,
  /** What was said in a room is kept for this long after the last member left. */
  chatKeptMs: 300_000,
  /** Messages in one answer of `chatHistory`. */
  chatPageMessages: 50,
} as const;
