/** What the server keeps on its disk. */
export const storeLimits = {
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
} as const;
