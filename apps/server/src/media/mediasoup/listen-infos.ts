import { isIPv4, isIPv6 } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';
import type { types as mediasoup } from 'mediasoup';

export interface ListenSettings {
  /** Where HTTP listens; a loopback address keeps media on loopback too. */
  host: string;
  /** Addresses or host names that clients reach the media at; empty: this machine's own. */
  publicAddresses: readonly string[];
  /** 0: any free port. */
  port: number;
}

/**
 * The sockets of one WebRtcServer: UDP and TCP on one port. With public addresses, all interfaces are bound
 * and announced as these; without, every address of this machine is bound and announced as itself, so that
 * both a browser on this machine and one on the same network get through.
 */
export function listenInfos(
  settings: ListenSettings,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>,
): mediasoup.TransportListenInfo[] {
  return bindings(settings, interfaces).flatMap(({ ip, announcedAddress }) =>
    (['udp', 'tcp'] as const).map((protocol) => ({
      protocol,
      ip,
      ...(announcedAddress === undefined ? {} : { announcedAddress }),
      ...(settings.port === 0 ? {} : { port: settings.port }),
      ...(isIPv6(ip) ? { flags: { ipv6Only: true } } : {}),
    })),
  );
}

function bindings(
  { host, publicAddresses }: ListenSettings,
  interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>,
): { ip: string; announcedAddress?: string }[] {
  if (publicAddresses.length > 0) {
    return publicAddresses.map((announcedAddress) => ({
      ip: isIPv6(announcedAddress) ? '::' : '0.0.0.0',
      announcedAddress,
    }));
  }
  if (host === 'localhost') return [{ ip: '127.0.0.1' }];
  if (host !== '0.0.0.0' && host !== '::') return [{ ip: host }];
  return ownAddresses(interfaces).map((ip) => ({ ip }));
}

/** This machine's addresses; link-local ones are left out, since they mean nothing without their interface. */
function ownAddresses(interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string[] {
  const addresses = Object.values(interfaces)
    .flatMap((entries) => entries ?? [])
    .map(({ address }) => address)
    .filter((address) => isIPv4(address) || !/^fe[89ab]/i.test(address));
  return [...new Set(addresses)];
}
