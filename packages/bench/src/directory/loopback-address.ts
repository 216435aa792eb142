/** One of many addresses of this machine (Linux has all of 127.0.0.0/8): each counts as a visitor of its own. */
export function loopbackAddress(network: number, visitor: number): string {
  return `127.${network}.${Math.floor(visitor / 250)}.${1 + (visitor % 250)}`;
}
