import { RpcError } from '@earshot/protocol';

/**
 * What mediasoup-client and the platform throw, as one of our errors: a wrong moment (the track has ended,
 * the transport is closed) is `wrong_state`, anything else means that the media cannot be used.
 */
export function mediaError(cause: unknown): RpcError {
  if (cause instanceof RpcError) return cause;
  const { name, message } = cause instanceof Error ? cause : new Error(String(cause));
  if (name === 'DeadlineError') return new RpcError('timeout', { detail: message, cause });
  const wrongMoment = name === 'InvalidStateError' || name === 'AwaitQueueStoppedError';
  return new RpcError(wrongMoment ? 'wrong_state' : 'media_rejected', { detail: message, cause });
}
