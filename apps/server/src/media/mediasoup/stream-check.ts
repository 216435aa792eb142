import { type MediaKind, RpcError, sourceKinds } from '@earshot/protocol';
import type { NewStream } from '../media-plane.ts';

/** Simulcast layers that a picture may be sent in; a voice has one. */
const mostEncodings: Record<MediaKind, number> = { audio: 1, video: 3 };

/**
 * Refuses what mediasoup would take and then fail with at each receiver: sound for a picture, one codec
 * twice, more layers than anybody asks for.
 * @throws RpcError `media_rejected`
 */
export function checkStream({ kind, source, rtpParameters: { codecs, encodings = [] } }: NewStream): void {
  if (sourceKinds[source] !== kind) throw rejected(`${source} is ${sourceKinds[source]}`);
  const names = codecs.map(({ mimeType }) => mimeType.toLowerCase());
  const [first, ...more] = names.filter((name) => name !== 'video/rtx');
  // Retransmission (RFC 4588) is a codec of its own beside the one of the picture.
  const repairs = names.length - 1 - more.length;
  if (!first?.startsWith(`${kind}/`) || more.length > 0 || repairs > (kind === 'video' ? 1 : 0)) {
    throw rejected(`one codec for ${kind} is needed`);
  }
  if (encodings.length > mostEncodings[kind]) throw rejected(`at most ${mostEncodings[kind]} encodings`);
}

function rejected(detail: string): RpcError {
  return new RpcError('media_rejected', { detail });
}
