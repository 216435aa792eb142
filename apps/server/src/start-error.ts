/** Something outside the program keeps it from starting. The message tells a person what to do about it. */
export class StartError extends Error {
  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'StartError';
  }
}
