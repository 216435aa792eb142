/** What a packet meets on its way, in either direction. */
export interface Path {
  /** One way; a round trip takes twice that. */
  delayMs: number;
  /** The part of the datagrams that is lost, 0 to 1; streams lose nothing. */
  loss?: number;
  /** Which datagrams these are: the same seed loses the same ones. */
  seed?: number;
}

export interface Address {
  host: string;
  port: number;
}
