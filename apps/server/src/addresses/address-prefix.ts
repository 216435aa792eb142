import { isIP } from 'node:net';

/**
 * What one household or one machine has of the address space: all of an IPv4 address, the first half of an
 * IPv6 one (RFC 6177), of which each machine may use as many as it likes. An IPv4 address written as IPv6
 * (RFC 4291, 2.5.5.2) is IPv4.
 * @returns such as `203.0.113.7/32` or `2001:db8:0:7::/64`, one text for each prefix (RFC 5952); undefined
 *   where the text is no address.
 */
export function addressPrefix(address: string): string | undefined {
  const bare = address.replace(/%.*$/, '');
  const version = isIP(bare);
  if (version === 0) return undefined;
  if (version === 4) return `${bare}/32`;
  const groups = groupsOf(bare);
  const [high = 0, low = 0] = groups.slice(6);
  const isIpv4 = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isIpv4) return `${high >> 8}.${high & 0xff}.${low >> 8}.${low & 0xff}/32`;
  const half = groups.slice(0, 4).map((group) => group.toString(16));
  return `${shortened(`${half.join(':')}:0:0:0:0`)}/64`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = [], tail = []] = shortened(address)
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
}

/** As URLs write it: RFC 5952, but hexadecimal to the end. */
const shortened = (address: string) => new URL(`http://[${address}]`).hostname.slice(1, -1);
