/** What the operator has before them. */
export const operatorLimits = {
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
} as const;
