import type { Clock } from '@earshot/lifetime';
import { RpcError, routerRtpCapabilities } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import type { Logger } from 'pino';
import type { MediaPlane } from '../media-plane.ts';
import { MediasoupRoom } from './room.ts';
import type { WorkerPool } from './worker-pool.ts';

/** The media plane on a pool of mediasoup workers: one router per room. */
export class MediasoupPlane implements MediaPlane {
  readonly #pool: WorkerPool;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(options: { pool: WorkerPool; clock: Clock; log: Logger }) {
    this.#pool = options.pool;
    this.#clock = options.clock;
    this.#log = options.log;
  }

  async openRoom(): Promise<MediasoupRoom> {
    const home = this.#pool.leastBusy();
    if (!home) throw new RpcError('server_full', { detail: 'no media worker is running' });
    const router = await home.worker.createRouter({ mediaCodecs: mediaCodecs() });
    home.rooms += 1;
    router.observer.once('close', () => {
      home.rooms -= 1;
    });
    return MediasoupRoom.open({
      router,
      webRtcServer: home.webRtcServer,
      clock: this.#clock,
      log: this.#log,
    });
  }

  async close(): Promise<void> {
    this.#pool.close();
  }
}

/** The codecs of `routerRtpCapabilities`, in the form that makes a router. Feedback is mediasoup's own choice. */
function mediaCodecs(): mediasoup.RouterRtpCodecCapability[] {
  return routerRtpCapabilities.codecs.map(
    ({ rtcpFeedback, ...codec }) => codec as mediasoup.RouterRtpCodecCapability,
  );
}
