/** What a packet meets on its way, in either direction. */
export interface Path {
  /** One way; a round trip takes twice that. */
  delayMs: number;
  /** The part of the datagrams that is lost, 0 to 1; streams lose nothing. */
  loss?: number;
  /** Which datagrams these are: the same seed loses the same ones. */
  seed?: number;
}

/**
 * Sees what passes, as it came from whoever sent it.
 * @param flow one direction of one connection (`tcp 1 up`) or of one client's datagrams (`udp 1 down`)
 */
export type Tap = (bytes: Buffer, flow: string) => void;

export interface Address {
  host: string;
  port: number;
}
