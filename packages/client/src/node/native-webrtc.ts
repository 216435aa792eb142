import { runInThisContext } from 'node:vm';
import wrtc from '@roamhq/wrtc';

const {
  MediaStream,
  MediaStreamTrack,
  RTCPeerConnection,
  RTCRtpReceiver,
  RTCRtpSender,
  RTCRtpTransceiver,
  RTCSessionDescription,
} = wrtc;

/** libwebrtc's sources and sinks of raw audio, which browsers do not have. */
export const { RTCAudioSink, RTCAudioSource } = wrtc.nonstandard;

/** mediasoup-client expects a browser's globals. Whatever is there already stays. */
export function installWebRtcGlobals(): void {
  const globals = {
    MediaStream,
    MediaStreamTrack,
    RTCPeerConnection,
    RTCRtpReceiver,
    RTCRtpSender,
    RTCRtpTransceiver,
    RTCSessionDescription,
  };
  for (const [name, value] of Object.entries(globals)) {
    if (!(name in globalThis))
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

const mark = Symbol.for('@earshot/client: ends without the native teardown');

/**
 * Node tears its environment down at a natural end, and the native module then frees its factory before the
 * objects that still need it: a segmentation fault (node-webrtc issue 636). `process.exit` skips all that.
 */
function skipNativeTeardown(): void {
  // Inside a test runner's sandbox `process` is a copy whose events never fire: this is the real one.
  const real = runInThisContext('process') as NodeJS.Process & { [mark]?: true };
  if (real[mark]) return;
  real[mark] = true;
  real.once('beforeExit', () => real.exit());
}

skipNativeTeardown();
