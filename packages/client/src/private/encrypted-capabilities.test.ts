import { routerRtpCapabilities } from '@earshot/protocol';
import { expect, test } from '@jest/globals';
import { encryptedCapabilities } from './encrypted-capabilities.ts';

test('an encrypted room tells the server neither levels, nor lengths, nor pauses', () => {
  const { codecs, headerExtensions } = encryptedCapabilities(routerRtpCapabilities);
  expect(headerExtensions.map(({ uri }) => uri)).not.toContain('urn:ietf:params:rtp-hdrext:ssrc-audio-level');
  expect(headerExtensions).toHaveLength(routerRtpCapabilities.headerExtensions.length - 1);
  expect(codecs[0]).toMatchObject({ mimeType: 'audio/opus', parameters: { cbr: 1, useinbandfec: 1 } });
  expect(codecs[0]?.parameters).not.toHaveProperty('usedtx');
  expect(codecs.slice(1)).toEqual(routerRtpCapabilities.codecs.slice(1));
});
