import { expect, type Locator, type Page } from '@playwright/test';

/** One camera or screen as it arrives. */
export interface Sight {
  readonly of: string;
  readonly kind: string;
  /** `showing`, `loading` or `paused`. */
  readonly state: string;
  /** Of the frames that are drawn. */
  readonly width: number;
  readonly height: number;
}

/** Looks at what the page shows of cameras and screens. */
export class Eyes {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** The tile of somebody's camera or screen; `You` for one's own. */
  exhibit(title: string): Locator {
    return this.#page.locator('[data-exhibit]').filter({ has: this.#page.getByText(title, { exact: true }) });
  }

  /** Every tile of the stage, in its order. */
  sights(): Promise<Sight[]> {
    return this.#page.locator('[data-exhibit]').evaluateAll((figures) =>
      figures.map((figure) => {
        const { of = '', exhibit: kind = '', state = '' } = (figure as HTMLElement).dataset;
        const video = figure.querySelector('video');
        return { of, kind, state, width: video?.videoWidth ?? 0, height: video?.videoHeight ?? 0 };
      }),
    );
  }

  /** Waits until everything on the stage moves: each video draws new frames, and none is black. */
  async seeAll(count: number): Promise<void> {
    const states = async () => (await this.sights()).map(({ state }) => state);
    await expect.poll(states, { timeout: 20_000 }).toEqual(Array(count).fill('showing'));
    await expect.poll(() => this.#page.evaluate(moving), { timeout: 20_000 }).toBe(true);
  }

  /** Frames that were decoded so far, of all pictures that arrive. */
  framesDecoded(): Promise<number> {
    return this.#page.evaluate(async () => {
      const { room } = (window as unknown as { earshot: { room: StatsInPage } }).earshot;
      const { recv } = await room.getStats();
      const reports: { type: string; kind?: string; framesDecoded?: number }[] = [];
      recv?.forEach((report) => void reports.push(report));
      return reports
        .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'video')
        .reduce((sum, { framesDecoded = 0 }) => sum + framesDecoded, 0);
    });
  }

  /** Lines of the largest layer of all pictures that are sent now. */
  mostLinesSent(): Promise<number> {
    return this.#page.evaluate(async () => {
      const { room } = (window as unknown as { earshot: { room: StatsInPage } }).earshot;
      const { send } = await room.getStats();
      let most = 0;
      send?.forEach(({ type, kind, frameHeight = 0, framesPerSecond = 0 }) => {
        if (type === 'outbound-rtp' && kind === 'video' && framesPerSecond > 0)
          most = Math.max(most, frameHeight);
      });
      return most;
    });
  }

  /** Makes the page believe that it is hidden, or seen again: a headless browser hides nothing. */
  async turn(visibility: 'hidden' | 'visible'): Promise<void> {
    await this.#page.evaluate((state) => {
      Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, visibility);
  }
}

interface StatsInPage {
  getStats(): Promise<{ send?: RTCStatsReport; recv?: RTCStatsReport }>;
}

/** Runs in the page: whether each video draws something that is not black, and goes on drawing. */
async function moving(): Promise<boolean> {
  const videos = [...document.querySelectorAll<HTMLVideoElement>('[data-exhibit] video')];
  const drawn = () => videos.map((video) => video.getVideoPlaybackQuality().totalVideoFrames);
  const before = drawn();
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const after = drawn();
  const canvas = new OffscreenCanvas(16, 9);
  const context = canvas.getContext('2d');
  return videos.every((video, index) => {
    context?.drawImage(video, 0, 0, 16, 9);
    const pixels = context?.getImageData(0, 0, 16, 9).data ?? [];
    return (
      (after[index] ?? 0) > (before[index] ?? 0) && pixels.some((value, at) => at % 4 !== 3 && value > 60)
    );
  });
}
