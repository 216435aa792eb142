import { limits, type SctpParameters, type TransportOptions } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';

/** The association costs nothing before a channel is opened. No packet is larger than these allow. */
export const dataChannelOptions = {
  enableSctp: true,
  maxSendMessageSize: limits.dataPacketBytes,
  maxReceiveMessageSize: limits.dataPacketBytes,
  sctpSendBufferSize: limits.dataQueueBytes,
};

/** What a client needs to know of a transport. */
export function transportOptions(transport: mediasoup.WebRtcTransport): TransportOptions {
  const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
  // Clients check one fingerprint of those offered, and the last of mediasoup's is SHA-1.
  const fingerprints = dtlsParameters.fingerprints.filter(({ algorithm }) => algorithm === 'sha-256');
  const offered = { ...dtlsParameters, fingerprints };
  const sctpParameters = sctpOptions(transport.sctpParameters);
  return { id, iceParameters, iceCandidates, dtlsParameters: offered, sctpParameters } as TransportOptions;
}

function sctpOptions(parameters: mediasoup.SctpParameters | undefined): SctpParameters | undefined {
  if (!parameters) return undefined;
  const { port, OS, MIS, maxMessageSize, maxSendMessageSize, maxReceiveMessageSize } = parameters;
  return { port, OS, MIS, maxMessageSize, maxSendMessageSize, maxReceiveMessageSize };
}
