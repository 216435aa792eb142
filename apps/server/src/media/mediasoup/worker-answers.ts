import { RpcError } from '@earshot/protocol';
import { NotFoundError, WorkerClosedError } from 'mediasoup/errors';

interface Closable {
  readonly closed: boolean;
  close(): void;
}

/**
 * Runs what a client asked of mediasoup and says in our own words why it failed. Apart from what is gone,
 * mediasoup fails for one reason only: the parameters do not fit.
 * @throws RpcError `not_found`, `connection_lost` when the worker is gone, `media_rejected`
 */
export async function accepted<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof RpcError) throw cause;
    if (cause instanceof NotFoundError) throw new RpcError('not_found', { cause });
    if (cause instanceof WorkerClosedError) throw new RpcError('connection_lost', { cause });
    throw new RpcError('media_rejected', { detail: (cause as Error).message, cause });
  }
}

/**
 * Waits for what is being opened below `parent`. mediasoup finishes what was under way when the parent
 * closed, and would never close it: the worker has forgotten it, but its objects here stay for good.
 * @throws RpcError `connection_lost` when the parent closed or the worker ended meanwhile.
 */
export async function openedUnder<T extends Closable>(
  parent: { readonly closed: boolean },
  opening: Promise<T>,
): Promise<T> {
  const opened = await opening.catch((cause: unknown) => {
    throw cause instanceof WorkerClosedError ? new RpcError('connection_lost', { cause }) : cause;
  });
  if (!parent.closed) return opened;
  opened.close();
  throw new RpcError('connection_lost', { detail: 'closed while it was opened' });
}
