import { type ChatEvent, type ChatMessage, type MemberId, type MessageId, RpcError } from '@earshot/protocol';
import type { ChatSnapshot, Message, Reaction } from './chat.ts';

/** A message that the server has, with what orders it and tells older news of it from newer. */
interface Kept extends Message {
  readonly sequence: number;
  readonly revision: number;
}

/** A message of the server's, opened where it was sealed. */
export type ReadMessage = ChatMessage & Pick<Message, 'seal' | 'misplaced'>;

export type ReadEvent =
  | Exclude<ChatEvent, { say: 'message' }>
  | { readonly say: 'message'; readonly message: ReadMessage };

export interface ChatState {
  readonly selfId: MemberId;
  /** By sequence. */
  readonly kept: readonly Kept[];
  /** One's own that the server has not confirmed, in the order in which they were written. */
  readonly unsent: readonly Message[];
  /** When those were deleted that are not in `kept`: news of them may still be on their way. */
  readonly gone: ReadonlyMap<MessageId, number>;
  readonly typing: readonly MemberId[];
  readonly path: ChatSnapshot['path'];
  readonly hasOlder: boolean;
}

export type ChatInput =
  | { type: 'told'; event: ReadEvent }
  | { type: 'history'; messages: readonly ReadMessage[]; hasOlder: boolean }
  | { type: 'sending'; message: Message }
  | { type: 'failed'; id: MessageId; failure: RpcError }
  | { type: 'forgotten'; id: MessageId }
  | { type: 'reacting'; id: MessageId; emoji: string; on: boolean }
  | { type: 'typing'; id: MemberId; on: boolean }
  | { type: 'path'; path: ChatSnapshot['path'] };

/** Beyond this the oldest are let go of; `loadOlder` brings them back as long as the server has them. */
const maxKept = 4_000;
const maxGone = 1_000;

export function firstChatState(selfId: MemberId): ChatState {
  return { selfId, kept: [], unsent: [], gone: new Map(), typing: [], path: 'none', hasOlder: false };
}

/** The chat after something happened: the same state where nothing changed. Pure. */
export function stepChat(state: ChatState, input: ChatInput): ChatState {
  switch (input.type) {
    case 'told':
      return told(state, input.event);
    case 'history':
      return { ...input.messages.reduce(withMessage, state), hasOlder: input.hasOlder };
    case 'sending':
      return { ...state, unsent: [...without(state.unsent, input.message.id), input.message] };
    case 'failed':
      return failed(state, input);
    case 'forgotten':
      return { ...state, unsent: without(state.unsent, input.id) };
    case 'reacting':
      return reacted(state, input);
    case 'typing':
      return typing(state, input);
    case 'path':
      return input.path === state.path ? state : { ...state, path: input.path };
  }
}

export function chatSnapshot({ kept, unsent, typing: writing, path, hasOlder }: ChatState): ChatSnapshot {
  return { messages: [...kept, ...unsent], typing: writing, path, hasOlder };
}

function told(state: ChatState, event: ReadEvent): ChatState {
  switch (event.say) {
    case 'message':
      return typing(withMessage(state, event.message), { id: event.message.author.id, on: false });
    case 'reactions': {
      const { revision, reactions } = event;
      return changed(state, event.id, (message) =>
        revision >= message.revision
          ? { ...message, revision, reactions: view(reactions, state.selfId) }
          : message,
      );
    }
    case 'deleted':
      return deleted(state, event);
    case 'refused':
      return refused(state, event);
  }
}

function withMessage(state: ChatState, message: ReadMessage): ChatState {
  const { selfId, gone } = state;
  if (gone.has(message.id)) return state;
  const known = state.kept.find(({ id }) => id === message.id);
  if (known && known.revision >= message.revision) return state;
  const { author, reactions } = message;
  const next: Kept = {
    ...message,
    own: author.id === selfId,
    reactions: view(reactions, selfId),
    state: 'sent',
  } as Kept;
  const unsent = without(state.unsent, message.id);
  if (known?.sequence === next.sequence)
    return { ...state, unsent, kept: state.kept.with(state.kept.indexOf(known), next) };
  const kept = known ? without(state.kept, message.id) : state.kept;
  // Nearly always the newest.
  const before = kept.findLastIndex(({ sequence }) => sequence < next.sequence);
  const all = kept.toSpliced(before + 1, 0, next);
  if (all.length <= maxKept) return { ...state, unsent, kept: all };
  return { ...state, unsent, kept: all.slice(-maxKept), hasOlder: true };
}

function deleted(state: ChatState, { id, revision }: { id: MessageId; revision: number }): ChatState {
  const gone = new Map(state.gone).set(id, revision);
  if (gone.size > maxGone) gone.delete(gone.keys().next().value as MessageId);
  return changed({ ...state, gone }, id, ({ file: _file, ...message }) => ({
    ...message,
    revision,
    text: '',
    reactions: [],
    state: 'deleted',
  }));
}

/** What was shown before the server agreed is taken back. */
function refused(state: ChatState, event: Extract<ChatEvent, { say: 'refused' }>): ChatState {
  if (event.what !== 'send') return state;
  return failed(state, {
    id: event.id,
    failure: new RpcError(event.error, { retryAfterMs: event.retryAfterMs, detail: event.why }),
  });
}

function failed(state: ChatState, { id, failure }: { id: MessageId; failure: RpcError }): ChatState {
  const index = state.unsent.findIndex((message) => message.id === id);
  const message = state.unsent[index];
  if (!message) return state;
  return { ...state, unsent: state.unsent.with(index, { ...message, state: 'failed', failure }) };
}

function reacted(
  state: ChatState,
  { id, emoji, on }: { id: MessageId; emoji: string; on: boolean },
): ChatState {
  return changed(state, id, (message) => {
    const { selfId } = state;
    const known = message.reactions.find((each) => each.emoji === emoji);
    if ((known?.own ?? false) === on) return message;
    const by = on ? [...(known?.by ?? []), selfId] : (known?.by ?? []).filter((each) => each !== selfId);
    const next: Reaction = { emoji, by, own: on };
    const reactions = known
      ? message.reactions.map((each) => (each === known ? next : each))
      : [...message.reactions, next];
    return { ...message, reactions: reactions.filter((each) => each.by.length > 0) };
  });
}

function typing(state: ChatState, { id, on }: { id: MemberId; on: boolean }): ChatState {
  if (state.typing.includes(id) === on || id === state.selfId) return state;
  return { ...state, typing: on ? [...state.typing, id] : state.typing.filter((each) => each !== id) };
}

function changed(state: ChatState, id: MessageId, change: (message: Kept) => Kept): ChatState {
  const index = state.kept.findIndex((message) => message.id === id);
  const message = state.kept[index];
  if (!message || message.state === 'deleted') return state;
  const next = change(message);
  return next === message ? state : { ...state, kept: state.kept.with(index, next) };
}

function view(reactions: ChatMessage['reactions'], selfId: MemberId): Reaction[] {
  return reactions.map(({ emoji, by }) => ({ emoji, by, own: by.includes(selfId) }));
}

function without<Each extends Message>(messages: readonly Each[], id: MessageId): readonly Each[] {
  return messages.some((message) => message.id === id)
    ? messages.filter((message) => message.id !== id)
    : messages;
}
