import { type ChildProcess, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Flow, pcapFlows } from './pcap-flows.ts';
import { unmasked } from './unmasked.ts';

/** Bytes that are kept; a test that sends more has lost its way. */
const maxBytes = 256 * 1_024 * 1_024;
const beginsWithinMs = 20_000;
const dumpcap = '/usr/bin/dumpcap';

/** Everything that the kernel carries over the loopback to and from some ports, by `dumpcap` of the Wireshark project. */
export class PacketCapture {
  readonly #process: ChildProcess;
  readonly #chunks: Buffer[] = [];
  #bytes = 0;
  #said = '';

  private constructor(ports: readonly number[]) {
    const filter = ports.map((port) => `port ${port}`).join(' or ');
    this.#process = spawn(dumpcap, ['-i', 'lo', '-f', filter, '-P', '-q', '-w', '-'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process.stdout?.on('data', (chunk: Buffer) => {
      this.#bytes += chunk.length;
      if (this.#bytes > maxBytes) this.#process.kill('SIGKILL');
      this.#chunks.push(chunk);
    });
    this.#process.stderr?.on('data', (text) => {
      this.#said += text;
    });
    this.#process.on('error', (error) => {
      this.#said += error.message;
    });
  }

  /** Resolves once packets are seen. @throws Error where this machine lets nobody capture, with what it takes */
  static async begin(ports: readonly [number, ...number[]]): Promise<PacketCapture> {
    const capture = new PacketCapture(ports);
    const socket = createSocket('udp4');
    try {
      const endsAtMs = performance.now() + beginsWithinMs;
      const ended = () => capture.#process.exitCode !== null || capture.#process.pid === undefined;
      // Nobody listens to these; the first one that comes back out shows that the filter is in place.
      while (!(capture.#bytes > 24) && !ended() && performance.now() < endsAtMs) {
        socket.send('are you there?', ports[0], '127.0.0.1');
        await pause(20);
      }
    } finally {
      socket.close();
    }
    if (capture.#bytes > 24) return capture;
    capture.#process.kill('SIGKILL');
    throw new Error(
      `Packets could not be captured: ${capture.#said.trim() || 'nothing came'}. This test needs ${dumpcap} (Debian’s ` +
        'wireshark-common) and the right to use it: root, or membership of the group wireshark after ' +
        '`dpkg-reconfigure wireshark-common`. In a container, give it CAP_NET_RAW and CAP_NET_ADMIN.',
    );
  }

  /** Ends it. @throws Error where packets got lost on their way here, so that nothing could be said of them */
  async end(): Promise<CapturedPackets> {
    const gone = once(this.#process, 'close');
    this.#process.kill('SIGINT');
    await gone;
    if (!/received\/dropped on interface '[^']+': \d+\/0 /.test(this.#said)) {
      throw new Error(`Not everything was captured: ${this.#said}`);
    }
    return new CapturedPackets(pcapFlows(Buffer.concat(this.#chunks)));
  }

  /** Where a test fails before its end. */
  [Symbol.dispose](): void {
    if (this.#process.exitCode === null) this.#process.kill('SIGKILL');
  }
}

/** What was captured, to be searched. */
export class CapturedPackets {
  readonly #flows: readonly Flow[];

  constructor(flows: readonly Flow[]) {
    this.#flows = flows;
  }

  /** Which of these passed, as bytes, in hexadecimal, in base64 or in UTF-16, with the masks of WebSocket taken off. */
  found<Name extends string>(wanted: Readonly<Record<Name, string | Uint8Array>>): Name[] {
    return namesIn(wanted, [...this.#streams(), ...this.#datagrams()]);
  }

  /** The same, of what passed over UDP. */
  foundInDatagrams<Name extends string>(wanted: Readonly<Record<Name, string | Uint8Array>>): Name[] {
    return namesIn(wanted, this.#datagrams());
  }

  /** Datagrams by what they are, which their first byte tells (RFC 7983). */
  get datagrams(): Readonly<Record<'stun' | 'dtls' | 'rtp' | 'other', number>> {
    const counted = { stun: 0, dtls: 0, rtp: 0, other: 0 };
    for (const { protocol, payloads } of this.#flows) {
      if (protocol === 'udp') for (const payload of payloads) counted[kindOf(payload)] += 1;
    }
    return counted;
  }

  /** Bytes of application data in records of DTLS (RFC 6347, section 4.1): what goes over data channels. */
  get sealedByDtlsBytes(): number {
    const records = this.#flows.flatMap(({ protocol, payloads }) => (protocol === 'udp' ? payloads : []));
    return records
      .filter((record) => record[0] === 23 && record.readUInt16BE(1) === 0xfefd)
      .reduce((sum, { length }) => sum + length, 0);
  }

  #streams(): Buffer[] {
    const flows = this.#flows.filter(({ protocol }) => protocol === 'tcp');
    return flows.flatMap(({ payloads }) => payloads.flatMap((bytes) => [bytes, unmasked(bytes)]));
  }

  #datagrams(): Buffer[] {
    const flows = this.#flows.filter(({ protocol }) => protocol === 'udp');
    return flows.map(({ payloads }) => Buffer.concat(payloads));
  }
}

function namesIn<Name extends string>(
  wanted: Readonly<Record<Name, string | Uint8Array>>,
  passed: readonly Buffer[],
): Name[] {
  const names = Object.keys(wanted) as Name[];
  return names.filter((name) =>
    formsOf(wanted[name]).some((form) => passed.some((bytes) => bytes.includes(form))),
  );
}

function kindOf(datagram: Buffer): 'stun' | 'dtls' | 'rtp' | 'other' {
  const first = datagram[0] ?? 255;
  if (first < 4) return 'stun';
  if (first >= 20 && first < 64) return 'dtls';
  return first >= 128 && first < 192 ? 'rtp' : 'other';
}

function formsOf(secret: string | Uint8Array): Buffer[] {
  const bytes = Buffer.from(secret as Uint8Array);
  // Of base64 what stays the same whatever stands before it: three ways to begin, without the ends.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(4, -4),
  );
  const texts = [bytes.toString('hex'), ...base64, ...base64.map(urlSafe)].filter(
    ({ length }) => length >= 8,
  );
  const wide = typeof secret === 'string' ? [Buffer.from(secret, 'utf16le')] : [];
  return [bytes, ...texts.map((text) => Buffer.from(text)), ...wide];
}

function urlSafe(base64: string): string {
  return base64.replaceAll('+', '-').replaceAll('/', '_');
}
