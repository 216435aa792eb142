/** Every expected failure of getting a worker, and what it means to the person who set Earshot up. */
export const setupErrors = {
  worker_bin_broken: 'MEDIASOUP_WORKER_BIN names a file that is not a working mediasoup worker',
  cache_unwritable: 'the cache directory cannot be written',
  lock_timeout: 'another process holds the cache for too long',
  prebuilt_unavailable: 'the prebuilt worker could not be downloaded',
  packages_missing: 'system packages are missing and cannot be installed from here',
  packages_failed: 'the system package manager failed',
  build_failed: 'building the worker from its sources failed',
  worker_broken: 'the worker that was fetched or built does not run on this system',
} as const;

export type SetupErrorCode = keyof typeof setupErrors;

/** The message is written for a person and says what to do next. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  readonly code: SetupErrorCode;

  constructor(code: SetupErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
