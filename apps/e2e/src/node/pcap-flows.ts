/** What went one way between two ports. */
export interface Flow {
  readonly protocol: 'tcp' | 'udp';
  readonly from: number;
  readonly to: number;
  /** Of TCP all of it in one piece and in order; of UDP each datagram. */
  readonly payloads: readonly Buffer[];
}

interface Segment {
  readonly sequence: number;
  readonly payload: Buffer;
}

const fileHeaderBytes = 24;
const packetHeaderBytes = 16;
const ethernetBytes = 14;
const littleEndian = 0xa1b2c3d4;
const ethernet = 1;

/**
 * Reads a capture in the format of libpcap (draft-ietf-opsawg-pcap), of a loopback, which looks like Ethernet. The last
 * packet may be cut off. @throws Error for any other file
 */
export function pcapFlows(file: Buffer): Flow[] {
  if (file.readUInt32LE(0) !== littleEndian || file.readUInt32LE(20) !== ethernet) {
    throw new Error('not a capture of a loopback by libpcap');
  }
  const flows = new Map<string, { protocol: Flow['protocol']; from: number; to: number; parts: Segment[] }>();
  for (let at = fileHeaderBytes; at + packetHeaderBytes <= file.length; ) {
    const length = file.readUInt32LE(at + 8);
    const packet = file.subarray(at + packetHeaderBytes, at + packetHeaderBytes + length);
    at += packetHeaderBytes + length;
    const read = readPacket(packet.subarray(ethernetBytes));
    if (!read || read.payload.length === 0) continue;
    const { protocol, from, to, sequence, payload } = read;
    const key = `${protocol} ${from} ${to}`;
    const flow = flows.get(key) ?? { protocol, from, to, parts: [] };
    flow.parts.push({ sequence, payload });
    flows.set(key, flow);
  }
  return [...flows.values()].map(({ parts, ...flow }) => ({
    ...flow,
    payloads: flow.protocol === 'tcp' ? [inOrder(parts)] : parts.map(({ payload }) => payload),
  }));
}

/** From the IP header on; undefined for what is neither TCP nor UDP. */
function readPacket(ip: Buffer): (Omit<Flow, 'payloads'> & Segment) | undefined {
  const version = (ip[0] ?? 0) >> 4;
  const [number, headBytes] = version === 4 ? [ip[9], ((ip[0] ?? 0) & 15) * 4] : [ip[6], 40];
  const segment = ip.subarray(headBytes);
  if ((number !== 6 && number !== 17) || segment.length < 8) return undefined;
  const ports = { from: segment.readUInt16BE(0), to: segment.readUInt16BE(2) };
  if (number === 17) return { protocol: 'udp', ...ports, sequence: 0, payload: segment.subarray(8) };
  const payload = segment.subarray(((segment[12] ?? 0) >> 4) * 4);
  return { protocol: 'tcp', ...ports, sequence: segment.readUInt32BE(4), payload };
}

/** Puts what was sent twice in once. A test's own connections are young: their numbers do not wrap. */
function inOrder(segments: readonly Segment[]): Buffer {
  const parts: Buffer[] = [];
  let next = 0;
  for (const { sequence, payload } of segments.toSorted((one, other) => one.sequence - other.sequence)) {
    const fresh = payload.subarray(Math.max(0, next - sequence));
    parts.push(fresh);
    next = Math.max(next, sequence + payload.length);
  }
  return Buffer.concat(parts);
}
