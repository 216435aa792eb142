/** Something the person who started the script can put right: printed as it stands, without a stack. */
export class Problem extends Error {
  name = 'Problem';
}

/** Whether it is a Problem, or its counterpart in packages/mediasoup-worker. */
export function isExpected(error) {
  return error instanceof Problem || error?.name === 'SetupError';
}
