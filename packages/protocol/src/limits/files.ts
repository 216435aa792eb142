/** Files from member to member. */
export const filesLimits = {
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
} as const;
