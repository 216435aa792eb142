import { BlockList, isIP, isIPv6 } from 'node:net';

/** A proxy adds itself to the header; a chain longer than this is not one. */
const maxHops = 16;

/** Where a proxy mostly stands: on this machine, or in a private network. */
const nearby = blockList(['127.0.0.0/8', '::1', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7']);

interface Request {
  /** Whom the socket leads to. */
  remoteAddress: string | undefined;
  /** The header `X-Forwarded-For`, however many there were of it. */
  forwardedFor: string | string[] | undefined;
}

/** The proxies whose word for where somebody comes from is believed. */
export class TrustedProxies {
  readonly #list: BlockList;
  readonly #onOverlooked: () => void;
  #overlooked = false;

  /**
   * @param ranges addresses, or ranges such as `10.0.0.0/8`
   * @param onOverlooked called once, where a proxy seems to stand that is not among them
   */
  constructor(ranges: readonly string[], onOverlooked: () => void = () => {}) {
    this.#list = blockList(ranges);
    this.#onOverlooked = onOverlooked;
  }

  /**
   * Where a request comes from: the last address in the header that no trusted proxy has, since whatever
   * stands before it may be made up. Undefined: the socket is gone already.
   */
  clientAddress({ remoteAddress, forwardedFor }: Request): string | undefined {
    if (forwardedFor !== undefined) this.#lookOut(remoteAddress);
    let client = remoteAddress;
    for (const hop of hops(forwardedFor)) {
      if (!client || !holds(this.#list, client) || !isIP(hop)) break;
      client = hop;
    }
    return client;
  }

  #lookOut(remoteAddress: string | undefined): void {
    if (this.#overlooked || !remoteAddress) return;
    this.#overlooked = holds(nearby, remoteAddress) && !holds(this.#list, remoteAddress);
    if (this.#overlooked) this.#onOverlooked();
  }
}

function blockList(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits = isIPv6(range) ? '128' : '32'] = range.split('/');
    list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

function holds(list: BlockList, address: string): boolean {
  const bare = address.replace(/%.*$/, '');
  return list.check(bare, family(bare));
}

function family(address: string): 'ipv6' | 'ipv4' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}

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
