interface CloseEntry {
  /** WebSocket close code (RFC 6455, section 7.4). */
  code: number;
  meaning: string;
  /** Whether connecting again is worth a try. */
  retryable: boolean;
}

/** Every way the server ends a connection. The close reason on the wire is the name. */
export const closeCodes = {
  left: { code: 1000, meaning: 'The member left.', retryable: false },
  server_stopping: { code: 1001, meaning: 'The server is restarting.', retryable: true },
  wrong_frame_type: {
    code: 1003,
    meaning: 'A text frame in the binary protocol, or the reverse.',
    retryable: false,
  },
  frame_too_large: { code: 1009, meaning: 'A frame was larger than allowed.', retryable: false },
  malformed: { code: 4400, meaning: 'Too many frames could not be understood.', retryable: false },
  join_timeout: { code: 4408, meaning: 'No join arrived in time.', retryable: false },
  heartbeat_timeout: { code: 4409, meaning: 'The client gave no sign of life.', retryable: true },
  replaced: { code: 4410, meaning: 'The member came back over another connection.', retryable: false },
  unlinked: {
    code: 4414,
    meaning: 'The device does not speak for its person any more. Joining again, it is itself.',
    retryable: false,
  },
  removed: { code: 4411, meaning: 'A host, or a vote, removed the member from the room.', retryable: false },
  banned: { code: 4412, meaning: 'The member was banned from the room.', retryable: false },
  not_proved: {
    code: 4420,
    meaning: 'The password of the room changed, and the member did not prove the new one.',
    retryable: false,
  },
  barred: { code: 4413, meaning: 'The operator keeps the member out of the server.', retryable: false },
  room_closed: { code: 4415, meaning: 'The operator closed the room.', retryable: false },
  flooded: { code: 4429, meaning: 'Too many requests, or packets.', retryable: false },
  too_slow: { code: 4430, meaning: 'The client did not read what was sent to it.', retryable: true },
  media_lost: { code: 4500, meaning: 'The media worker of the room stopped.', retryable: true },
} as const satisfies Record<string, CloseEntry>;

export type CloseName = keyof typeof closeCodes;

const namesByCode = new Map<number, CloseName>(
  (Object.keys(closeCodes) as CloseName[]).map((name) => [closeCodes[name].code, name]),
);

/** The name of a close code, where it is one of ours. */
export function closeName(code: number): CloseName | undefined {
  return namesByCode.get(code);
}
