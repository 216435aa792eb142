import type { PictureEncoding } from './picture-encodings.ts';

/**
 * Gives a sender the bitrates and frame rates of `picture`, and says what gives way first on a poor line
 * (https://www.w3.org/TR/mst-content-hint/). A wish: where a browser does not know one of them, the picture
 * is sent all the same, as it thinks best.
 */
export async function tuneSender(
  sender: RTCRtpSender | undefined,
  { encodings, degradationPreference }: PictureEncoding,
): Promise<void> {
  if (!sender) return;
  const parameters = { ...sender.getParameters(), degradationPreference };
  for (const [index, encoding] of parameters.encodings.entries()) {
    const { maxBitrate, maxFramerate } = encodings[index] ?? {};
    if (maxBitrate !== undefined) encoding.maxBitrate = maxBitrate;
    if (maxFramerate !== undefined) encoding.maxFramerate = maxFramerate;
  }
  await sender.setParameters(parameters as RTCRtpSendParameters).catch(() => {});
}
