import { type CloseName, closeCodes, closeName, type ErrorName, errors, RpcError } from '@earshot/protocol';
import type { RoomEnd } from './snapshot.ts';

/** How a signaling link came to its end. */
export interface LinkEnd {
  /** WebSocket close code; 1006 where the connection broke (RFC 6455, section 7.1.5). */
  readonly code: number;
  readonly name: CloseName | undefined;
  readonly detail: string;
}

/** Reads a close frame. A code that is not in our table is a connection that was lost on the way. */
export function linkEnd(code: number, reason: string): LinkEnd {
  const name = closeName(code);
  return { code, name, detail: name ?? (reason || `closed with ${code}`) };
}

/** Which error a request that was under way ends with. */
export function linkError({ name, detail }: LinkEnd): RpcError {
  if (name === 'flooded') return new RpcError('rate_limited', { detail });
  const error = name !== undefined && Object.hasOwn(errors, name) ? (name as ErrorName) : 'connection_lost';
  return new RpcError(error, { detail });
}

const reasons: Partial<Record<CloseName, RoomEnd['reason']>> = {
  left: 'left',
  removed: 'removed',
  banned: 'banned',
  unlinked: 'unlinked',
  barred: 'barred',
  room_closed: 'room_closed',
  not_proved: 'not_proved',
  server_stopping: 'server_stopping',
  wrong_frame_type: 'failed',
  frame_too_large: 'failed',
  malformed: 'failed',
  flooded: 'failed',
};

/** What the end of its link means for a room. */
export function roomEnd({ name, detail }: LinkEnd): RoomEnd {
  if (name === undefined) return { reason: 'connection_lost', retryable: true, detail };
  return { reason: reasons[name] ?? 'connection_lost', retryable: closeCodes[name].retryable, detail };
}
