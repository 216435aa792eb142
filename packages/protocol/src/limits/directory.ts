/** The list of public rooms, its feed, and the doors of rooms. */
export const directoryLimits = {
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
} as const;
