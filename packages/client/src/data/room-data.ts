import { type Clock, Emitter } from '@earshot/lifetime';
import {
  Emoji,
  type KeyLetter,
  limits,
  type Member,
  type MemberId,
  type PathName,
  RpcError,
  topics,
  writeContent,
} from '@earshot/protocol';
import { RoomChat } from '../chat/room-chat.ts';
import type { FileDesk } from '../files/file-desk.ts';
import type { Request } from '../media-transport.ts';
import type { RoomEncryption } from '../private/room-encryption.ts';
import { type Posts, SealedPosts, sealedDataBytes } from '../private/sealed-posts.ts';
import { SealedReading } from '../private/sealed-reading.ts';
import type { Solver } from '../puzzles/solver.ts';
import { callOut } from '../snapshot-store.ts';
import type { DataChannelEvents, DataChannels } from './data-channels.ts';
import { DataLine, type Incoming } from './data-line.ts';
import type { DataTopic } from './data-topic.ts';
import { SeatBook } from './seat-book.ts';
import { TopicMail } from './topic-mail.ts';
import { openTopic } from './topics.ts';

interface RoomDataOptions {
  clock: Clock;
  request: Request;
  /** The ends of the data channels, not opened yet. */
  dataChannels(events: DataChannelEvents): Pick<DataChannels, 'open' | 'write'>;
  self(): Member;
  /** Everyone else, now. */
  members(): readonly Member[];
  files: FileDesk;
  solve: Solver;
  /** Where the room is encrypted: nothing goes out that is not sealed. */
  encryption?: RoomEncryption | undefined;
}

/** A reaction that floats over the room. */
export interface FloatingReaction {
  readonly from: MemberId;
  readonly emoji: string;
}

interface RoomDataEvents {
  reaction: [reaction: FloatingReaction];
}

/** All data of a room but its media: the line to the server, and what speaks over it. */
export class RoomData {
  readonly line: DataLine;
  readonly chat: RoomChat;
  readonly files: FileDesk;
  readonly #detachFiles: () => void;
  readonly #events = new Emitter<RoomDataEvents>();
  readonly #mail = new TopicMail();
  readonly #channels: Pick<DataChannels, 'open' | 'write'>;
  readonly #self: () => Member;
  readonly #seats = new SeatBook((post, from) => sensible(() => this.#give(post, from)));
  readonly #posts: Posts;
  readonly #encryption: RoomEncryption | undefined;

  constructor({ clock, request, dataChannels, self, members, files, solve, encryption }: RoomDataOptions) {
    this.#self = self;
    this.line = new DataLine({
      clock,
      sendPackets: (packets) => request('sendData', { packets }),
      others: () => members().length,
    });
    this.#encryption = encryption;
    this.#posts = encryption
      ? new SealedPosts({ line: this.line, seats: this.#seats, live: encryption.posts })
      : this.line;
    this.chat = new RoomChat({
      clock,
      line: this.line,
      self,
      solve,
      ...(encryption && {
        reading: new SealedReading({
          past: encryption.past,
          seal: encryption.chat,
          settled: () => encryption.settled(),
          whoSigns: (key) => encryption.whoSigns(key),
          self,
          members,
        }),
      }),
      history: (params) => request('chatHistory', params),
    });
    this.#channels = dataChannels({
      onPacket: (packet) => this.line.receive('data_channel', packet),
      onOpen: () => this.line.channelOpened((packet) => this.#channels.write(packet)),
      onClose: () => this.line.channelClosed(),
    });
    for (const member of [self(), ...members()]) this.#seats.add(member);
    this.line.events.on('post', (post) => sensible(() => this.#take(post)));
    this.files = files;
    this.line.events.on('acknowledged', () => files.drained());
    this.#detachFiles = files.attach({ line: this.#posts, seats: this.#seats, members });
  }

  /** The voice is on its way: what may wait for it begins. */
  open(): void {
    void this.#channels.open();
    // A history that cannot be had now comes with the next call.
    this.chat.loadOlder().catch(() => {});
  }

  /** Packets that came over the WebSocket. */
  receive(packets: readonly Uint8Array[], path: PathName = 'web_socket'): void {
    for (const packet of packets) this.line.receive(path, packet);
  }

  /** @throws TypeError for a name that is no topic, or one of Earshot's own */
  topic(name: string, { reliable = true }: { reliable?: boolean } = {}): DataTopic {
    return openTopic(name, {
      line: this.#posts,
      seats: this.#seats,
      reliable,
      maxBytes: this.#encryption ? sealedDataBytes : limits.dataBytes,
      mail: this.#mail,
    });
  }

  react(emoji: string): void {
    this.#posts.loose(topics.reaction, new TextEncoder().encode(emoji));
    callOut(() => this.#events.emit('reaction', { from: this.#self().id, emoji }));
  }

  onReaction(listener: (reaction: FloatingReaction) => void): () => void {
    return this.#events.on('reaction', listener);
  }

  memberJoined(member: Member): void {
    this.#seats.add(member);
    this.files.memberJoined();
  }

  memberChanged({ id, presence }: Pick<Member, 'id' | 'presence'>): void {
    if (presence === 'away') this.files.memberLeft(id);
    else this.files.memberJoined();
  }

  memberLeft(id: MemberId): void {
    this.#seats.remove(id);
    this.chat.memberLeft(id);
    this.files.memberLeft(id);
  }

  close(): void {
    this.#detachFiles();
    this.chat.close();
    this.line.close();
  }

  #take(post: Incoming): void {
    if (post.from !== null) this.#seats.take(post);
    else if (post.topic === topics.chat) this.chat.take(post);
  }

  /** Sends a letter with keys to those of them who are still there. */
  postKeys(to: readonly MemberId[], letter: KeyLetter): void {
    const seats = to.flatMap((id) => this.#seats.seatOf(id) ?? []);
    if (seats.length > 0) this.line.post(topics.keys, writeContent(letter), seats).catch(() => {});
  }

  #give(post: Incoming, from: MemberId): void {
    const { topic, content } = post;
    if (topic === topics.keys) this.#encryption?.takeLetter(from, content);
    // That somebody writes has no content that could be sealed.
    else if (!this.#encryption || topic === topics.typing) this.#deliver(post, from);
    else {
      this.#encryption.posts.open(from, post, (bytes) =>
        sensible(() => this.#deliver({ ...post, content: bytes }, from)),
      );
    }
  }

  #deliver(post: Incoming, from: MemberId): void {
    switch (post.topic) {
      case topics.typing:
        this.chat.heardTyping(from);
        break;
      case topics.reaction: {
        const emoji = Emoji.safeParse(new TextDecoder().decode(post.content));
        if (emoji.success) callOut(() => this.#events.emit('reaction', { from, emoji: emoji.data }));
        break;
      }
      case topics.file:
        this.files.take(from, post.content);
        break;
      default:
        this.#mail.take(post.topic, post.content, from);
    }
  }
}

/** What makes no sense is dropped: whoever sent it may be newer than this, or mean harm. */
function sensible(take: () => void): void {
  try {
    take();
  } catch (error) {
    if (!(error instanceof RpcError)) throw error;
  }
}
