/** Private and encrypted rooms. */
export const privateLimits = {
  /** Bytes of the record of a private room. */
  privateRecordBytes: 320,
  /** Bytes of what a member of an encrypted room shows of themselves to the others. */
  memberCardBytes: 512,
  /** People in one encrypted room: the sealed keys grow with their square. */
  encryptedRoomMembers: 64,
  /** A challenge is good for this long. */
  challengeMs: 60_000,
  /** Challenges of one connection until it answers one rightly. */
  challengesPerConnection: 20,
  /** Leading zero bits of the work before a proof, in good times. */
  challengeBitsLeast: 16,
  /** Leading zero bits of it while many guess. */
  challengeBitsMost: 22,
  /** So many wrong answers per minute make the work in a room one bit harder. */
  wrongProofsPerBit: 4,
  /** Wrong answers of one address prefix to one room at once. */
  wrongProofsPerPrefix: 5,
  /** How many of these are forgotten per second. */
  wrongProofsPerPrefixPerSecond: 0.083,
  /** Wrong answers to one room at once, from wherever; beyond it only those with a ticket are heard for a while. */
  wrongProofsPerRoom: 600,
  /** How many of these are forgotten per second. */
  wrongProofsPerRoomPerSecond: 0.167,
  /** Resume tickets of one room that are remembered; beyond it the oldest is forgotten. Those from its door count apart. */
  resumeTickets: 256,
  /** A ticket is good for this long after its holder was last in. */
  resumeTicketMs: 43_200_000,
  /** A ticket from the door is good for this long: for making oneself ready. */
  doorTicketMs: 600_000,
  /** Tickets from the door of one room for one address prefix; beyond it the oldest of these is forgotten. */
  doorTicketsPerPrefix: 16,
  /** After a change of the password, whoever has not proved the new one by then is sent out. */
  proveAgainWithinMs: 60_000,
  /** A private room in which nobody has been for this long is forgotten. */
  privateRoomIdleMs: 2_592_000_000,
  /** Private rooms that the server keeps. */
  privateRooms: 100_000,
  /** What is sealed is filled up to a multiple of so many bytes. */
  sealedPaddingBytes: 256,
  /** Bytes of what a private room is called and about, sealed. */
  sealedMetaBytes: 1_024,
  /** Bytes of a sealed chat message. */
  sealedChatBytes: 15_360,
  /** Bytes of a sealed reaction to a message: all have as many. */
  sealedEmojiBytes: 92,
  /** Bytes of a sealed reaction that floats. */
  sealedSignBytes: 1_024,
  /** Bytes of one letter with keys. */
  keyLetterBytes: 4_096,
} as const;
