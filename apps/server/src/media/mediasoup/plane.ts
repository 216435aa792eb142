import type { Clock } from '@earshot/lifetime';
import { RpcError, routerRtpCapabilities } from '@earshot/protocol';
import type { types as mediasoup } from 'mediasoup';
import type { Logger } from 'pino';
import type { MediaPlane } from '../media-plane.ts';
import { MediasoupRoom } from './room.ts';
import type { PooledWorker, WorkerPool } from './worker-pool.ts';

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

  /** @throws RpcError `server_full` while no worker runs. */
  async openRoom(): Promise<MediasoupRoom> {
    for (;;) {
      const home = this.#pool.leastBusy();
      if (!home) throw new RpcError('server_full', { detail: 'no media worker is running' });
      try {
        return await this.#openOn(home);
      } catch (error) {
        // A worker that died meanwhile is in the pool no longer: another one takes the room.
        if (!home.worker.closed) throw error;
      }
    }
  }

  async #openOn(home: PooledWorker): Promise<MediasoupRoom> {
    // Counted before it is there, so that rooms that open at once are spread.
    home.rooms += 1;
    const uncount = () => {
      home.rooms -= 1;
    };
    const router = await home.worker.createRouter({ mediaCodecs: mediaCodecs() }).catch((error: unknown) => {
      uncount();
      throw error;
    });
    router.observer.once('close', uncount);
    return MediasoupRoom.open({
      router,
      webRtcServer: home.webRtcServer,
      clock: this.#clock,
      log: this.#log,
    });
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}

/**
 * The codecs of `routerRtpCapabilities`, in the form that makes a router. Feedback is mediasoup's own choice,
 * and so is retransmission, which it adds to each codec that can have it.
 */
function mediaCodecs(): mediasoup.RouterRtpCodecCapability[] {
  return routerRtpCapabilities.codecs
    .filter(({ mimeType }) => !mimeType.endsWith('/rtx'))
    .map(({ rtcpFeedback, ...codec }) => codec as mediasoup.RouterRtpCodecCapability);
}
