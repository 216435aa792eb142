import {
  type IceServer,
  type Params,
  RpcError,
  type ServerMethods,
  type TransportOptions,
} from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup-client';
import type { SignalingLink } from './signaling-link.ts';

export type Request = SignalingLink['request'];

/** Where a transport is on its way. `idle`: nothing has asked for it yet. */
export type TransportState = 'idle' | mediasoup.ConnectionState;

interface MediaTransportOptions {
  direction: 'send' | 'recv';
  device: mediasoup.Device;
  transport: TransportOptions;
  iceServers: IceServer[];
  request: Request;
  onState(): void;
  onFailure(error: unknown): void;
}

/** One of a member's two transports. It is opened by its first use: who only listens sends nothing. */
export class MediaTransport {
  readonly #options: MediaTransportOptions;
  #transport: mediasoup.Transport | undefined;
  /** Uses that have not failed. */
  #uses = 0;
  #closed = false;

  constructor(options: MediaTransportOptions) {
    this.#options = options;
  }

  get state(): TransportState {
    // One whose only use failed may never connect, and nobody waits for it.
    return this.#transport && this.#uses > 0 ? this.#transport.connectionState : 'idle';
  }

  /** @throws RpcError `wrong_state` once it is closed; what the work throws. */
  async use<T>(work: (transport: mediasoup.Transport) => Promise<T>): Promise<T> {
    if (this.#closed) throw new RpcError('wrong_state', { detail: 'the transport is closed' });
    this.#transport ??= this.#open();
    this.#uses += 1;
    this.#options.onState();
    try {
      return await work(this.#transport);
    } catch (error) {
      this.#uses -= 1;
      this.#options.onState();
      throw error;
    }
  }

  /**
   * As `use`, for what is not media: whether it finds a way is no matter of the sound.
   * @throws RpcError `wrong_state` once it is closed; what the work throws.
   */
  async carry<T>(work: (transport: mediasoup.Transport) => Promise<T>): Promise<T> {
    if (this.#closed) throw new RpcError('wrong_state', { detail: 'the transport is closed' });
    this.#transport ??= this.#open();
    return work(this.#transport);
  }

  async getStats(): Promise<RTCStatsReport | undefined> {
    return this.#closed ? undefined : this.#transport?.getStats();
  }

  close(): void {
    this.#closed = true;
    this.#transport?.close();
  }

  #open(): mediasoup.Transport {
    const { direction, device, transport: remote, iceServers, request, onState, onFailure } = this.#options;
    const options = { ...remote, iceServers } as mediasoup.TransportOptions;
    const transport =
      direction === 'send' ? device.createSendTransport(options) : device.createRecvTransport(options);
    transport.on('connect', ({ dtlsParameters }, done) => {
      // ICE does not wait for the answer: the server takes STUN checks from the moment it made the
      // transport, and by the time DTLS begins it has read this. A refusal ends the room, a round trip later.
      request('connectTransport', { transportId: transport.id, dtlsParameters }).catch(onFailure);
      done();
    });
    transport.on('produce', ({ kind, rtpParameters, appData }, done, fail) => {
      const { source = 'microphone', paused = false } = appData;
      const params = { kind, source, rtpParameters, paused };
      request('produce', params as Params<ServerMethods, 'produce'>).then(
        ({ producerId }) => done({ id: producerId }),
        fail,
      );
    });
    transport.on('producedata', ({ sctpStreamParameters, label }, done, fail) => {
      const { streamId = 0, ordered, maxRetransmits } = sctpStreamParameters;
      const stream = { streamId, ordered, maxRetransmits };
      const params = { channel: label, sctpStreamParameters: stream };
      request('produceData', params as Params<ServerMethods, 'produceData'>).then(
        ({ dataProducerId }) => done({ id: dataProducerId }),
        fail,
      );
    });
    transport.on('connectionstatechange', onState);
    return transport;
  }
}
