import { type DataChannelKind, type DataProducerId, RpcError, reliabilities } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import type { DataChannelDown, NewDataChannel } from '../media-plane.ts';
import { accepted, openedUnder } from './worker-answers.ts';

interface DataChannelsOptions {
  send: mediasoup.WebRtcTransport;
  recv: mediasoup.WebRtcTransport;
  /** Where packets come into this process and leave it. */
  direct: mediasoup.DirectTransport;
  /** A data producer of the room that says nothing: a data consumer must have one, and is then spoken to. */
  silence(): Promise<mediasoup.DataProducer>;
  onPacket(packet: Uint8Array): void;
  /** The reliable channel towards the member. */
  onChannel(state: 'opened' | 'closed'): void;
}

/**
 * A member's data channels: of each kind one up, read by this process through the direct transport, and one
 * down, which this process writes to. Whatever is relayed passes through here once for each receiver, so a room
 * of N members has N channels each way and not N times N.
 */
export class DataChannels {
  readonly #options: DataChannelsOptions;
  readonly #up = new Map<DataChannelKind, mediasoup.DataProducer | undefined>();
  readonly #down = new Map<DataChannelKind, mediasoup.DataConsumer | undefined>();

  constructor(options: DataChannelsOptions) {
    this.#options = options;
  }

  produce({ channel, sctpStreamParameters }: NewDataChannel): Promise<DataProducerId> {
    return once(this.#up, channel, async () => {
      const { send, direct, onPacket } = this.#options;
      const { streamId } = sctpStreamParameters;
      const producing = send.produceData({
        sctpStreamParameters: { streamId, ...reliabilities[channel] },
        label: channel,
      });
      const producer = await accepted(() => openedUnder(send, producing));
      producer.observer.once('close', () => this.#up.delete(channel));
      this.#up.set(channel, producer);
      const consuming = direct.consumeData({ dataProducerId: producer.id });
      const consumer = await accepted(() => openedUnder(producer, consuming));
      consumer.on('message', onPacket);
      return producer.id;
    });
  }

  consume(channel: DataChannelKind): Promise<DataChannelDown> {
    return once(this.#down, channel, async () => {
      const { recv, silence, onChannel } = this.#options;
      const { id: dataProducerId } = await accepted(silence);
      const consuming = recv.consumeData({ dataProducerId, ...reliabilities[channel] });
      const consumer = await accepted(() => openedUnder(recv, consuming));
      this.#down.set(channel, consumer);
      consumer.observer.once('close', () => {
        this.#down.delete(channel);
        if (channel === 'reliable') onChannel('closed');
      });
      if (channel === 'reliable') onChannel('opened');
      const { streamId } = consumer.sctpStreamParameters as mediasoup.SctpStreamParameters;
      return {
        id: consumer.id,
        dataProducerId,
        sctpStreamParameters: { streamId, ...reliabilities[channel] },
      };
    });
  }

  write(channel: DataChannelKind, packet: Uint8Array<ArrayBuffer>): void {
    const consumer = this.#down.get(channel) ?? this.#down.get('reliable');
    const bytes = Buffer.from(packet.buffer, packet.byteOffset, packet.byteLength);
    // What the worker has no room for, or comes too late, is lost: couriers send again what must arrive.
    consumer?.send(bytes).catch(() => {});
  }
}

/** A place is taken from the moment it is asked for, and free again when that failed. */
async function once<T>(
  places: Map<DataChannelKind, unknown>,
  channel: DataChannelKind,
  open: () => Promise<T>,
): Promise<T> {
  if (places.has(channel)) throw new RpcError('wrong_state', { detail: 'there is one already' });
  places.set(channel, undefined);
  try {
    return await open();
  } catch (error) {
    if (places.get(channel) === undefined) places.delete(channel);
    throw error;
  }
}
