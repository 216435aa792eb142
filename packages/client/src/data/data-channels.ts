import { type DataChannelKind, limits, reliabilities } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup-client';
import type { Request } from '../media-transport.ts';

/** Runs something on a transport, which is opened for it where it is not open yet. */
type Carry = <T>(work: (transport: mediasoup.Transport) => Promise<T>) => Promise<T>;

export interface DataChannelEvents {
  onPacket(packet: Uint8Array): void;
  /** The reliable channel up can be written to from now on, or cannot any more. */
  onOpen(): void;
  onClose(): void;
}

interface DataChannelsOptions extends DataChannelEvents {
  send: Carry;
  recv: Carry;
  request: Request;
}

/** The byte that a loose packet begins with. */
const loosePacket = 2;

/** A member's own ends: of each kind one channel up and one down. */
export class DataChannels {
  readonly #options: DataChannelsOptions;
  readonly #up = new Map<DataChannelKind, mediasoup.DataProducer>();

  constructor(options: DataChannelsOptions) {
    this.#options = options;
  }

  /** Opens them all. What cannot be opened is left out: the WebSocket does as well. */
  async open(): Promise<void> {
    const kinds = Object.keys(reliabilities) as DataChannelKind[];
    await Promise.allSettled(kinds.flatMap((kind) => [this.#produce(kind), this.#consume(kind)]));
  }

  /** Sends a packet, if there is a channel for it. It may get lost, and then the courier sends it again. */
  write(packet: Uint8Array<ArrayBuffer>): void {
    const loose = packet[0] === loosePacket ? this.#up.get('loose') : undefined;
    const channel = loose?.readyState === 'open' ? loose : this.#up.get('reliable');
    if (channel?.readyState !== 'open' || channel.bufferedAmount > 2 * limits.dataWindowBytes) return;
    try {
      channel.send(packet);
    } catch {
      // It closed since it was asked: the state of a channel changes on a thread of its own.
    }
  }

  async #produce(kind: DataChannelKind): Promise<void> {
    const { send, onOpen, onClose } = this.#options;
    const channel = await send((transport) => transport.produceData({ ...reliabilities[kind], label: kind }));
    this.#up.set(kind, channel);
    if (kind !== 'reliable') return;
    channel.on('close', onClose);
    channel.observer.once('close', onClose);
    if (channel.readyState === 'open') onOpen();
    else channel.on('open', onOpen);
  }

  async #consume(kind: DataChannelKind): Promise<void> {
    const { recv, request, onPacket } = this.#options;
    const { id, dataProducerId, sctpStreamParameters } = await request('consumeData', { channel: kind });
    const channel = await recv((transport) =>
      transport.consumeData({
        id,
        dataProducerId,
        sctpStreamParameters: sctpStreamParameters as mediasoup.SctpStreamParameters,
        label: kind,
      }),
    );
    channel.binaryType = 'arraybuffer';
    channel.on('message', (data: ArrayBuffer | string) => {
      if (typeof data !== 'string') onPacket(new Uint8Array(data));
    });
  }
}
