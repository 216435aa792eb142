export { type EnsureWorkerOptions, ensureWorker } from './ensure-worker.ts';
export { type FindWorkerOptions, findWorker } from './find-worker.ts';
export type { News, Report } from './news.ts';
export { SetupError, type SetupErrorCode, setupErrors } from './setup-error.ts';
