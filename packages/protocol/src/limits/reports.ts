/** What people report to the operator. */
export const reportsLimits = {
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
} as const;
