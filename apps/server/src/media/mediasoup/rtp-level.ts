const oneByteProfile = 0xbede;

/**
 * Reads the audio level (RFC 6464) from a packet's one-byte header extensions (RFC 8285, section 4.2).
 * @returns 0 (loudest) to 127 (silence), or undefined where the packet has none or is cut short.
 */
export function rtpAudioLevel(packet: Uint8Array, extensionId: number): number | undefined {
  const first = packet[0];
  if (first === undefined || (first & 0x10) === 0) return undefined;
  const header = 12 + (first & 0x0f) * 4;
  if (packet.length < header + 4) return undefined;
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  if (view.getUint16(header) !== oneByteProfile) return undefined;
  const end = Math.min(header + 4 + view.getUint16(header + 2) * 4, packet.length);
  for (let at = header + 4; at < end; ) {
    const element = view.getUint8(at);
    const id = element >> 4;
    if (id === 15) return undefined;
    if (id === 0) {
      at += 1;
      continue;
    }
    if (id === extensionId) return at + 1 < end ? view.getUint8(at + 1) & 0x7f : undefined;
    at += 2 + (element & 0x0f);
  }
  return undefined;
}
