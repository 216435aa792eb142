/** Everything that may go wrong with what others sent, and what is then to be thought of it. */
export const cryptoErrors = {
  malformed: 'These bytes are not of the form they should have.',
  unsupported_version: 'This is of a version that is not known here.',
  record_invalid: "The room's record is not the one that its owner signed.",
  record_rolled_back: "The room's record is older than one seen before.",
  record_expired: "The room's record has expired.",
  wrong_key: 'The key does not fit: a wrong password or link, or bytes that were changed.',
  proof_invalid: 'The proof was not made with the secret of this room, for this connection.',
  puzzle_unsolved: 'The answer does not solve the puzzle.',
  card_invalid: 'The card was not made by somebody who knows the secret of this room.',
  signature_invalid: 'The signature is not that of the member it names.',
  unknown_key: 'There is no key for this yet, or no more.',
  replayed: 'This has been seen before, or is too old to tell.',
  exhausted: 'A counter has come to its end; a new key is needed.',
  password_unusable: 'The password is empty or too long.',
} as const;

export type CryptoErrorCode = keyof typeof cryptoErrors;

/** Something that came from elsewhere was refused. A mistake of the caller is a TypeError instead. */
export class CryptoError extends Error {
  readonly code: CryptoErrorCode;

  constructor(code: CryptoErrorCode, options?: ErrorOptions) {
    super(cryptoErrors[code], options);
    this.name = 'CryptoError';
    this.code = code;
  }
}
