import {
  ChatEvent,
  type ChatMessage,
  type Consumer,
  type JoinResult,
  type Member,
  type MemberId,
  msgpackCodec,
  PostDown,
  RpcError,
  readContent,
  readPacket,
  topics,
  writeContent,
  writePacket,
} from '@earshot/protocol';
import type { Page } from '@playwright/test';

/** As much of a frame as is looked at. */
interface Told {
  readonly jsonrpc: '2.0';
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { member?: Member; consumer?: Consumer; packets?: Uint8Array[] };
  readonly result?: Partial<JoinResult>;
}

type Pair = [one: string, other: string];

/**
 * The server as one page meets it: the real one, which lies to nobody else. It opens no data channels, so that all it
 * tells comes this way.
 */
export class LyingServer {
  readonly #names = new Map<string, MemberId>();
  #voices: Pair | undefined;
  #calledSo: Pair | undefined;
  #rewrite: (message: ChatMessage) => ChatMessage = (message) => message;

  /** Stands between a page and its server; before the page is opened. */
  static async before(page: Page): Promise<LyingServer> {
    const lying = new LyingServer();
    await page.routeWebSocket(/\/signal$/, (client) => {
      const upstream = client.connectToServer();
      client.onMessage((frame) => {
        const asked = read(frame);
        if (asked.method === 'produceData' || asked.method === 'consumeData')
          client.send(write({ jsonrpc: '2.0', id: asked.id, error: new RpcError('internal').toWire() }));
        else upstream.send(frame);
      });
      upstream.onMessage((frame) => client.send(write(lying.#told(read(frame)))));
    });
    return lying;
  }

  /** From now on whatever is received of one of these two is given out as the other's. */
  swapVoices(...names: Pair): void {
    this.#voices = names;
  }

  /** Calls each of these two by the other's name whenever something new is told of them. */
  swapNames(...names: Pair): void {
    this.#calledSo = names;
  }

  /** Changes every message of the chat on its way from now on. */
  rewrite(change: (message: ChatMessage) => ChatMessage): void {
    this.#rewrite = change;
  }

  /** Tells the truth from now on. */
  repent(): void {
    this.#voices = undefined;
    this.#calledSo = undefined;
    this.#rewrite = (message) => message;
  }

  /** Of somebody whom the page was told of. */
  idOf(name: string): MemberId {
    const id = this.#names.get(name);
    if (id === undefined) throw new Error(`nobody is called ${name}`);
    return id;
  }

  #told({ params = {}, result = {}, ...message }: Told): object {
    const { member, consumer, packets } = params;
    const { members, consumers } = result;
    for (const { name, id } of [...(members ?? []), ...(member ? [member] : [])]) this.#names.set(name, id);
    const changed = {
      ...(member && { member: this.#called(member) }),
      ...(consumer && { consumer: this.#given(consumer) }),
      ...(packets && { packets: packets.map((packet) => this.#carried(packet)) }),
    };
    const answered = {
      ...(members && { members: members.map((each) => this.#called(each)) }),
      ...(consumers && { consumers: consumers.map((each) => this.#given(each)) }),
    };
    if (message.method !== undefined) return { ...message, params: { ...params, ...changed } };
    return 'error' in message ? message : { ...message, result: { ...result, ...answered } };
  }

  #given(consumer: Consumer): Consumer {
    const ids = this.#voices?.map((name) => this.idOf(name)) ?? [];
    return { ...consumer, memberId: otherOf(ids, consumer.memberId) };
  }

  #called(member: Member): Member {
    return { ...member, name: otherOf(this.#calledSo ?? [], member.name) };
  }

  #carried(bytes: Uint8Array): Uint8Array {
    const packet = readPacket(bytes);
    if (packet.kind !== 'post') return bytes;
    const [topic, from, content] = readContent(PostDown, packet.body);
    if (topic !== topics.chat) return bytes;
    const event = readContent(ChatEvent, content);
    if (event.say !== 'message') return bytes;
    const said = writeContent({ ...event, message: this.#rewrite(event.message) });
    return writePacket({ ...packet, body: writeContent([topic, from, said]) });
  }
}

/** The one that stands beside it; itself, where it is neither. */
function otherOf(pair: readonly string[], one: string): string {
  return pair[1 - pair.indexOf(one)] ?? one;
}

function read(frame: string | Buffer): Told {
  return msgpackCodec.decode(typeof frame === 'string' ? frame : Uint8Array.from(frame)) as Told;
}

function write(message: object): Buffer {
  return Buffer.from(msgpackCodec.encode(message) as Uint8Array);
}
