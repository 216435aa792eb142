/**
 * Every limit of the service, in one place. Names carry their units; PROTOCOL.md lists them and a test
 * holds the two together.
 */
export const limits = {
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
  /** Length of what somebody writes about somebody they report, in graphemes. */
  reportGraphemes: 500,
  /** So much of what was written goes with a report, where the reporter agrees. */
  reportChatMs: 60_000,
  /** Whoever left can be reported for this long; whoever wrote, for as long as what they wrote is kept. */
  reportAfterLeavingMs: 300_000,
  /** Those who left one room that are remembered for it; beyond it those who left first are forgotten. */
  departedRemembered: 200,
  /** Reports of one key at once. */
  reportsPerKey: 5,
  /** Reports of one address prefix at once. */
  reportsPerPrefix: 20,
  /** How many of these are forgotten per second. */
  reportsPerSecond: 0.01,
  /** So many people, from as many address prefixes, and the directory does not show the room any more. */
  reportsBeforeHiding: 5,
  /** A room about which nobody complained for this long is shown again. */
  reportsCountedMs: 86_400_000,
  /** Refused joins and proofs of one address prefix at once that make nothing harder. */
  failuresFreePerPrefix: 50,
  /** Refused joins and proofs of one address prefix at once; beyond it, it is not heard for a while. */
  failuresPerPrefix: 500,
  /** How many of these are forgotten per second. */
  failuresPerPrefixPerSecond: 1,
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
  /** Certificates by which one key vouches for the next, from a person's first key to a device of theirs. */
  certificates: 4,
  /** Keys that speak for one person at once: the first one, devices and the recovery code. */
  linkedDevices: 20,
  /** Keys of one person that are remembered, those that were revoked included. */
  rememberedDevices: 100,
  /** Keys of all people that the server remembers. */
  rememberedDevicesInAll: 1_000_000,
  /** A device whose certificate has ended is remembered for this long. */
  endedDevicesKeptMs: 2_592_000_000,
  /** Length of a device's name, in graphemes. */
  deviceNameGraphemes: 40,
  /** Length of what a device asks about those of its person, in UTF-16 code units of JSON. */
  devicesActLength: 2_048,
  /** A nonce for such a question is good for this long. */
  devicesNonceMs: 60_000,
  /** Requests about devices and links that one address may make per second, in the long run. */
  devicesRequestsPerSecond: 1,
  /** Those it may make at once after a pause. */
  devicesRequestBurst: 60,
  /** Addresses whose requests are counted; beyond it the one that was counted first is forgotten. */
  devicesAddressesCounted: 10_000,
  /** The box in which two devices meet is there for this long. */
  linkBoxMs: 300_000,
  /** Boxes at once. */
  linkBoxes: 1_000,
  /** Bytes of what one device leaves there for the other. */
  linkBoxBytes: 4_096,
  /** A question whether something is there yet is answered within this time. */
  linkWaitMs: 20_000,
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
  /** Largest file that is sent from member to member. */
  fileBytes: 50_000_000,
  /** Length of a file's name, in graphemes. */
  fileNameGraphemes: 120,
  /** Bytes of a file in one post. */
  fileChunkBytes: 16_000,
  /** Bytes of a file that one request may ask its owner for. */
  fileReadBytes: 65_536,
  /** Files that one may offer in a room at once; beyond it the oldest is withdrawn. */
  filesOffered: 50,
  /** A transfer of which nothing was heard for this long has failed. */
  fileSilenceMs: 90_000,
  /** Roles that an owned room keeps; beyond it the one goes that was given first, moderators last. */
  roomRoles: 1_000,
  /** Bans that an owned room keeps, and that the server does; beyond it the one goes that ends first. */
  bansKept: 2_000,
  /** Actions of moderators that an owned room keeps, the newest. */
  actionLogEntries: 500,
  /** Reports that the server keeps, the newest; those that were closed go first. */
  reportsKept: 2_000,
  /** Bytes of all that the server keeps; beyond it nothing new is kept. */
  storeBytes: 1_073_741_824,
  /** Length of the words that the directory is searched for, in UTF-16 code units. */
  directoryQueryCodeUnits: 256,
  /** Length of a cursor of the directory, in UTF-16 code units. */
  directoryCursorCodeUnits: 1_536,
  /** Rooms in one answer of the directory, at most. */
  directoryPageRooms: 100,
  /** Rooms in one answer of the directory where nothing else is asked for. */
  directoryPageDefaultRooms: 24,
  /** Tags, and languages, that the directory counts in an answer. */
  directoryFacets: 20,
  /** The directory's feed tells what has changed no more often than this. */
  directoryRoundMs: 500,
  /** Changes in one event of the feed; more wait for the next ones. */
  directoryChangesPerEvent: 100,
  /** Events that are kept for watchers who come back. */
  directoryEventsKept: 64,
  /** Watchers of the feed at once. */
  directoryWatchers: 2_000,
  /** Watchers of one address (IPv6: of one /64 network) at once. */
  directoryWatchersPerAddress: 100,
  /** Bytes that may wait for a watcher before it is closed as too slow. */
  directoryWatcherQueueBytes: 131_072,
  /** A watcher hears something at least this often. */
  directoryHeartbeatMs: 20_000,
  /** People of a room that are shown at its door. */
  glanceFaces: 8,
  /** Requests to the directory from one address per second, in the long run. */
  directoryRequestsPerSecond: 20,
  /** Requests it may send at once after a pause. */
  directoryRequestBurst: 60,
  /** Addresses whose requests are counted; beyond it the one counted first is forgotten. */
  directoryAddressesCounted: 10_000,
  /** Words on the operator's list. */
  operatorWords: 1_000,
  /** Length of one of them, in UTF-16 code units. */
  operatorWordCodeUnits: 64,
  /** Length of what the operator writes down about a report, in UTF-16 code units. */
  operatorNoteCodeUnits: 500,
  /** Reports, or rooms, in one answer to the operator. */
  operatorPageEntries: 50,
  /** Wrong operator tokens from one address at once; beyond it they are not looked at for a while. A right one is. */
  operatorWrongTokens: 10,
  /** How many of these are forgotten per second. */
  operatorWrongTokensPerSecond: 0.05,
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
