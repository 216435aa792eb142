import { BlockList, isIP, isIPv6 } from 'node:net';

/** A proxy adds itself to the header; a chain longer than this is not one. */
const maxHops = 16;

interface Request {
  /** Whom the socket leads to. */
  remoteAddress: string | undefined;
  /** The header `X-Forwarded-For`, however many there were of it. */
  forwardedFor: string | string[] | undefined;
}

/** The proxies whose word for where somebody comes from is believed. */
export class TrustedProxies {
  readonly #list = new BlockList();

  /** @param ranges addresses, or ranges such as `10.0.0.0/8` */
  constructor(ranges: readonly string[]) {
    for (const range of ranges) {
      const [address = '', bits = isIPv6(range) ? '128' : '32'] = range.split('/');
      this.#list.addSubnet(address, Number(bits), family(address));
    }
  }

  /**
   * Where a request comes from: the last address in the header that no trusted proxy has, since whatever
   * stands before it may be made up. Undefined: the socket is gone already.
   */
  clientAddress({ remoteAddress, forwardedFor }: Request): string | undefined {
    let client = remoteAddress;
    for (const hop of hops(forwardedFor)) {
      if (!client || !this.#trusts(client) || !isIP(hop)) break;
      client = hop;
    }
    return client;
  }

  #trusts(address: string): boolean {
    const bare = address.replace(/%.*$/, '');
    return this.#list.check(bare, family(bare));
  }
}

const family = (address: string) => (isIPv6(address) ? 'ipv6' : 'ipv4');

/** The nearest first. Some proxies write the port behind the address. */
function hops(header: string | string[] | undefined): string[] {
  return [header ?? []]
    .flat()
    .join(',')
    .split(',')
    .slice(-maxHops)
    .map((hop) => hop.trim().replace(/^\[(.*)\](:\d+)?$|^([\d.]+):\d+$/, '$1$3'))
    .reverse();
}
