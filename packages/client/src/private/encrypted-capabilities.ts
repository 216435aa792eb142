import type { RtpCapabilities } from '@earshot/protocol';

const audioLevel = 'urn:ietf:params:rtp-hdrext:ssrc-audio-level';

/**
 * What a router can do, as far as an encrypted room uses it: no levels that the server could read, and Opus in
 * packets of one length that never pause, since lengths and silence tell words (RFC 6562). It follows from what
 * is known here, and not from the server's word.
 */
export function encryptedCapabilities(router: RtpCapabilities): RtpCapabilities {
  return {
    ...router,
    headerExtensions: (router.headerExtensions ?? []).filter(({ uri }) => uri !== audioLevel),
    codecs: (router.codecs ?? []).map((codec) => {
      if (codec.mimeType.toLowerCase() !== 'audio/opus') return codec;
      const { usedtx: _never, ...parameters } = codec.parameters ?? {};
      return { ...codec, parameters: { ...parameters, cbr: 1 } };
    }),
  };
}
