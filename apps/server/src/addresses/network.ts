import { BlockList, isIP } from 'node:net';
import { addressPrefix } from './address-prefix.ts';

/** A larger network than these is a mistake of the pen: it would be half of the world. */
const leastBits = { 4: 8, 6: 16 } as const;
/** What an address prefix tells people apart by. */
const mostBits = { 4: 32, 6: 64 } as const;

/**
 * A network as it is written, for one address, a prefix or many prefixes: `203.0.113.7`, `203.0.113.0/24`,
 * `2001:db8::/48`. One within a prefix is all of that prefix.
 * @returns one text for each network, such as `203.0.113.0/24`; undefined where the text is none
 */
export function networkOf(text: string): string | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const prefix = addressPrefix(address);
  if (prefix === undefined) return undefined;
  const [base = '', whole = ''] = prefix.split('/');
  const version = isIP(base) === 4 ? 4 : 6;
  // An IPv4 address that is written as IPv6 has its length from there.
  const mapped = version === 4 && address.includes(':') ? 96 : 0;
  const bits = length === undefined ? Number(whole) : Number(length) - mapped;
  if (bits < leastBits[version] || bits > (version === 4 ? 32 : 128)) return undefined;
  const kept = Math.min(bits, mostBits[version]);
  return `${masked(base, kept, version)}/${kept}`;
}

/** Whether a network, as `networkOf` writes it, holds an address prefix. */
export function holdsPrefix(network: string, prefix: string): boolean {
  if (network === prefix) return true;
  const [base = '', bits = ''] = network.split('/');
  const [address = ''] = prefix.split('/');
  const version = isIP(base);
  if (!version || version !== isIP(address) || Number(bits) === mostBits[version as 4 | 6]) return false;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(base, Number(bits), family);
  return list.check(address, family);
}

function masked(base: string, bits: number, version: 4 | 6): string {
  const size = version === 4 ? 8 : 16;
  const groups = version === 4 ? base.split('.').map(Number) : halfOf(base);
  const cut = groups.map((group, index) => {
    const kept = Math.min(size, Math.max(0, bits - index * size));
    return group & ((0xff_ff << (size - kept)) & (2 ** size - 1));
  });
  if (version === 4) return cut.join('.');
  const text = `${cut.map((group) => group.toString(16)).join(':')}:0:0:0:0`;
  return (addressPrefix(text) ?? '').replace(/\/64$/, '');
}

/** The first four groups of an IPv6 address. */
function halfOf(address: string): number[] {
  const [head = '', tail = ''] = address.split('::');
  const groups = head.split(':').filter(Boolean);
  const rest = tail.split(':').filter(Boolean);
  const all = address.includes('::')
    ? [...groups, ...Array(8 - groups.length - rest.length).fill('0'), ...rest]
    : groups;
  return all.slice(0, 4).map((group) => Number.parseInt(group, 16));
}
