import { goodLine, type Line, type LineWatch, watchLine } from '@earshot/protocol';

/** Two seconds of speech in packets of 20 ms. */
const windowPackets = 100;
/** A larger leap is no loss, but another stream. RFC 3550, appendix A.1, allows as much. */
const mostDropout = 3_000;

/**
 * Counts what is missing of a stream on its way to the server, from the sequence numbers of the packets that
 * Node sees anyway to read their level: nobody has to be asked for statistics. Packets of silence are taken
 * out before, with no gap, so a line is judged while its owner speaks.
 */
export class UplinkMeter {
  readonly #tell: (line: Line) => void;
  #watch: LineWatch = goodLine;
  #highest: number | undefined;
  #expected = 0;
  #received = 0;

  /** @param tell Hears of each change. */
  constructor(tell: (line: Line) => void) {
    this.#tell = tell;
  }

  /** Takes an RTP packet (RFC 3550, section 5.1). */
  packet(packet: Uint8Array): void {
    const sequence = ((packet[2] ?? 0) << 8) | (packet[3] ?? 0);
    const step = this.#highest === undefined ? 1 : (sequence - this.#highest) & 0xffff;
    this.#received += 1;
    // A packet that was overtaken was counted as missing before; its coming makes up for it.
    if (step === 0 || step >= 0x8000) return;
    this.#highest = sequence;
    this.#expected += step > mostDropout ? 1 : step;
    if (this.#expected >= windowPackets) this.#judge();
  }

  #judge(): void {
    const lossRatio = Math.max(0, 1 - this.#received / this.#expected);
    this.#expected = 0;
    this.#received = 0;
    const before = this.#watch.line;
    this.#watch = watchLine(this.#watch, { lossRatio });
    if (this.#watch.line !== before) this.#tell(this.#watch.line);
  }
}
