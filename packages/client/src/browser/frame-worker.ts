import type { MediaCodec } from '@earshot/crypto';
import type { MediaKind } from '@earshot/protocol';
import { FrameVault } from '../private/frame-vault.ts';
import type { FrameOrder, FrameReport, FrameTask } from './frame-orders.ts';
import { FrameQueue } from './frame-queue.ts';
import { SenderStreams } from './sender-streams.ts';

/** https://www.w3.org/TR/webrtc-encoded-transform/: what TypeScript does not know of a worker yet. */
interface Transformer {
  readonly options: FrameTask;
  readonly readable: ReadableStream<EncodedFrame>;
  readonly writable: WritableStream<EncodedFrame>;
  sendKeyFrameRequest?(): Promise<void>;
}

interface EncodedFrame {
  data: ArrayBuffer;
  /** Of pictures only. */
  readonly type?: 'key' | 'delta' | 'empty';
}

/** There is no other codec here than these two. */
const codecs: Readonly<Record<MediaKind, MediaCodec>> = { audio: 'opus', video: 'vp8' };

/** A sender that keeps up asks for no more key frames than this. */
const keyFrameEveryMs = 1_000;

const tell = (report: FrameReport) => postMessage(report);
const vault = new FrameVault({ tell: (news) => tell({ say: 'news', news }) });
const senders = new SenderStreams(vault);

addEventListener('message', ({ data }: MessageEvent<FrameOrder>) => {
  switch (data.do) {
    case 'use':
      return vault.use(data.key);
    case 'install':
      return vault.install(data.memberId, data.key);
    case 'drop':
      return vault.drop(data.memberId, data.key);
    case 'forget':
      return vault.forget(data.memberId);
    case 'end':
      return senders.end(data.sender);
    case 'ping':
      return tell({ say: 'alive', counts: vault.counts });
  }
});

addEventListener('rtctransform', (event) => {
  const { transformer } = event as Event & { readonly transformer: Transformer };
  const { options } = transformer;
  const passing =
    options.role === 'send' ? sendThrough(transformer, options) : receiveThrough(transformer, options);
  // A stream that ends takes its transform with it; whatever else goes wrong, no frame passes any more.
  passing.catch(() => {});
});

async function sendThrough(
  transformer: Transformer,
  task: Extract<FrameTask, { role: 'send' }>,
): Promise<void> {
  senders.begin(task.sender, task.source);
  let confirmed = false;
  try {
    await pass(transformer, async (frame) => {
      const stream = senders.streamOf(task.sender);
      if (stream === undefined) return undefined;
      const sealed = await vault.seal(stream, codecs[task.kind], new Uint8Array(frame.data));
      if (sealed && !confirmed) tell({ say: 'confirmed', sender: task.sender });
      confirmed ||= sealed !== undefined;
      return sealed;
    });
  } finally {
    senders.end(task.sender);
  }
}

function receiveThrough(
  transformer: Transformer,
  task: Extract<FrameTask, { role: 'receive' }>,
): Promise<void> {
  const { memberId, source, kind } = task;
  const claim = { memberId, source, codec: codecs[kind] };
  let broken = false;
  let askedAtMs = Number.NEGATIVE_INFINITY;
  return pass(transformer, async (frame) => {
    const opened = await vault.open(claim, new Uint8Array(frame.data));
    if (!opened) broken = true;
    else if (frame.type === 'key') broken = false;
    // After a gap a picture can only begin anew.
    if (broken && opened && kind === 'video' && performance.now() - askedAtMs > keyFrameEveryMs) {
      askedAtMs = performance.now();
      transformer.sendKeyFrameRequest?.().catch(() => {});
    }
    return opened;
  });
}

/** Hands over, in their order, what `change` makes of the frames; what it makes nothing of is dropped. */
async function pass(
  { readable, writable }: Transformer,
  change: (frame: EncodedFrame) => Promise<Uint8Array<ArrayBuffer> | undefined>,
): Promise<void> {
  const queue = new FrameQueue<EncodedFrame>({ onOverrun: () => vault.overrun() });
  const reading = (async () => {
    try {
      const reader = readable.getReader();
      for (let next = await reader.read(); !next.done; next = await reader.read()) queue.push(next.value);
    } finally {
      queue.end();
    }
  })();
  const writer = writable.getWriter();
  for await (const frame of queue) {
    const bytes = await change(frame);
    if (!bytes) continue;
    frame.data = bytes.buffer;
    await writer.write(frame);
  }
  await reading;
}
