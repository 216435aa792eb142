/** One's key: its short name, other devices of one's own, the recovery code. */
export const identity = {
  'identity.shortName': 'Short name:',
  'identity.shortNameHint':
    'It comes from the key in the browser, so it stays the same whatever somebody calls themselves.',
} as const;
