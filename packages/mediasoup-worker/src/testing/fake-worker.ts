import { writeFileSync } from 'node:fs';

/** Writes a script that ends like a mediasoup worker started by someone else, or with another code. */
export function writeFakeWorker(file: string, exitCode = 41): string {
  writeFileSync(file, `#!/bin/sh\nexit ${exitCode}\n`, { mode: 0o755 });
  return file;
}
