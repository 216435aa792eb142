const headEnd = Buffer.from('\r\n\r\n');

/**
 * What a client sent over a WebSocket: the head of its request as it is, and the contents of the frames after it, from
 * which the masks are taken off (RFC 6455, section 5.3): they are no secret. Anything else stays as it is.
 */
export function unmasked(bytes: Buffer): Buffer {
  const headLength = bytes.indexOf(headEnd) + headEnd.length;
  const head = bytes.subarray(0, headLength);
  if (!/^upgrade: websocket/im.test(head.toString())) return bytes;
  const parts = [head];
  for (let at = headLength; at + 2 <= bytes.length; ) {
    const short = (bytes[at + 1] as number) & 0x7f;
    const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
    const length =
      lengthBytes === 0
        ? short
        : bytes.readUIntBE(at + 2 + lengthBytes - Math.min(lengthBytes, 6), Math.min(lengthBytes, 6));
    const maskAt = at + 2 + lengthBytes;
    const mask = bytes.subarray(maskAt, maskAt + 4);
    const content = bytes.subarray(maskAt + 4, maskAt + 4 + length);
    parts.push(content.map((byte, index) => byte ^ (mask[index % 4] as number)) as Buffer);
    at = maskAt + 4 + length;
  }
  return Buffer.concat(parts);
}
