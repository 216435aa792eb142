import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, expect, type Locator, type Page } from '@playwright/test';
import { Ears } from './ears.ts';
import { Eyes } from './eyes.ts';
import { Loudspeaker } from './loudspeaker.ts';
import { type BrowserWishes, headedUserAgent, startBrowser } from './start-browser.ts';

export interface PersonOptions extends BrowserWishes {
  name: string;
  context?: BrowserContextOptions;
}

/** Somebody at a browser of their own, with a microphone that hears one tone. */
export class Person {
  readonly name: string;
  readonly page: Page;
  readonly ears: Ears;
  readonly loudspeaker: Loudspeaker;
  readonly eyes: Eyes;
  /** Errors that the page or its console reported. */
  readonly complaints: string[] = [];
  #origin = '';
  #fragment = '';
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(options: PersonOptions, parts: { browser: Browser; page: Page; folder: string }) {
    this.name = options.name;
    this.page = parts.page;
    this.ears = new Ears(parts.page);
    this.loudspeaker = new Loudspeaker(parts.page);
    this.eyes = new Eyes(parts.page);
    this.#browser = parts.browser;
    this.#folder = parts.folder;
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  static async arrive(options: PersonOptions): Promise<Person> {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-person-'));
    const browser = await startBrowser(options, folder);
    const context = await browser.newContext({
      baseURL: `http://localhost:${process.env.E2E_PORT}`,
      userAgent: headedUserAgent(browser.version()),
      // What a journey sees should come from the server, but where the worker itself is looked at.
      serviceWorkers: 'block',
      ...options.context,
    });
    // The fake dialog's permission cannot be taken back; this one can, with `clearPermissions`.
    if (options.microphone === 'revocable') await context.grantPermissions(['microphone']);
    const page = await context.newPage();
    if (options.microphone === 'denied') {
      const session = await context.newCDPSession(page);
      await session.send('Browser.setPermission', { permission: { name: 'microphone' }, setting: 'denied' });
    }
    return new Person(options, { browser, page, folder });
  }

  /** Uses another server, or another name of it, from now on. */
  visit(origin: string): void {
    this.#origin = origin;
  }

  /** Has links that end so, from now on: with the key of an encrypted room. */
  hold(fragment: string): void {
    this.#fragment = fragment;
  }

  /** Opens the room's link and stops in the lobby, with the name filled in. */
  async openLobby(room: string): Promise<void> {
    await this.page.goto(`${this.#origin}/r/${encodeURIComponent(room)}${this.#fragment}`);
    await this.page.getByRole('textbox', { name: 'Your name' }).fill(this.name);
  }

  async join(room: string, how: 'Join' | 'Join muted' | 'Just listen' = 'Join'): Promise<void> {
    await this.openLobby(room);
    await this.page.getByRole('button', { name: how, exact: true }).click();
    await expect(this.tile(this.name)).toBeVisible();
  }

  tile(name: string): Locator {
    return this.page.locator('[data-member-id]').filter({ hasText: name });
  }

  /** Opens what one can do about somebody, from their tile. */
  async menuOf(name: string): Promise<Locator> {
    const tile = this.tile(name);
    await tile.hover();
    await tile.getByRole('button').click();
    return this.page.getByRole('dialog');
  }

  /** Everything that was said to screen readers and still stands there. */
  said(): Promise<string[]> {
    return this.page.locator('[aria-live], [role=status], [role=alert]').allTextContents();
  }

  async memberId(name: string): Promise<string> {
    const id = await this.tile(name).getAttribute('data-member-id');
    if (!id) throw new Error(`${this.name} sees no ${name}`);
    return id;
  }

  /**
   * Makes every screen that is shared from now on small and slow, as the machine that tests is. It has no sound, since
   * a headless browser captures none that could be told from others.
   */
  shrinkScreens(): Promise<void> {
    return this.#changeScreens(null);
  }

  /** The same, and gives each of them a tone, in hertz. */
  soundScreens(hz: number): Promise<void> {
    return this.#changeScreens(hz);
  }

  async #changeScreens(hz: number | null): Promise<void> {
    await this.page.addInitScript((frequency) => {
      const { mediaDevices } = navigator;
      const capture = mediaDevices.getDisplayMedia.bind(mediaDevices);
      mediaDevices.getDisplayMedia = async (options) => {
        const stream = await capture(options);
        const [picture] = stream.getVideoTracks();
        await picture?.applyConstraints({ width: 960, height: 540, frameRate: 10 });
        for (const track of stream.getAudioTracks()) stream.removeTrack(track);
        if (frequency === null) return stream;
        const context = new AudioContext();
        const tone = new OscillatorNode(context, { frequency });
        const out = context.createMediaStreamDestination();
        tone.connect(new GainNode(context, { gain: 0.4 })).connect(out);
        tone.start();
        for (const track of out.stream.getAudioTracks()) stream.addTrack(track);
        return stream;
      };
    }, hz);
  }

  /** Presses the browser's own "Stop sharing" for one of their screens. */
  async pressBrowserBar(index: number): Promise<void> {
    await this.page.evaluate((at) => {
      const { room } = (window as unknown as { earshot: { room: SharesInPage } }).earshot;
      const screens = room.snapshot.self.streams.filter(({ source }) => source === 'screen');
      const track = room.pictures.get(screens[at]?.producerId ?? '');
      track?.stop();
      track?.dispatchEvent(new Event('ended'));
    }, index);
  }

  /** A number from the server's own metrics, by its name without `earshot_`. */
  async measured(name: string): Promise<number> {
    const answer = await this.page.request.get(`${this.#origin}/metrics`);
    const [, value] = new RegExp(`^earshot_${name} (\\d+)$`, 'm').exec(await answer.text()) ?? [];
    return Number(value);
  }

  /** Makes `breakSocket` possible; before the page is opened. */
  async trackSockets(): Promise<void> {
    await this.page.addInitScript(() => {
      const page = window as unknown as { sockets: WebSocket[] };
      page.sockets = [];
      window.WebSocket = class extends WebSocket {
        constructor(...options: ConstructorParameters<typeof WebSocket>) {
          super(...options);
          page.sockets.push(this);
        }
      };
    });
  }

  /** Ends the connection with a code that says nothing, as one that broke does. */
  async breakSocket(): Promise<void> {
    await this.page.evaluate(() => {
      for (const socket of (window as unknown as { sockets: WebSocket[] }).sockets) socket.close(4_999);
    });
  }

  /**
   * Starts to note when keys go down and when a track is switched off, in the page's own time: telling the
   * browser to press a key takes a while.
   */
  async watchSwitchingOff(): Promise<void> {
    await this.page.evaluate(() => {
      const noted: SwitchingOff = { keyAtMs: 0, offAtMs: 0 };
      Object.assign(window, { switchingOff: noted });
      const note = () => {
        noted.keyAtMs = Date.now();
      };
      addEventListener('keydown', note, { capture: true });
      const enabled = Object.getOwnPropertyDescriptor(MediaStreamTrack.prototype, 'enabled');
      Object.defineProperty(MediaStreamTrack.prototype, 'enabled', {
        ...enabled,
        set(on: boolean) {
          if (!on && this.enabled) noted.offAtMs = Date.now();
          enabled?.set?.call(this, on);
        },
      });
    });
  }

  /** The last of each. */
  lastSwitchingOff(): Promise<SwitchingOff> {
    return this.page.evaluate(() => (window as unknown as { switchingOff: SwitchingOff }).switchingOff);
  }

  async go(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** In milliseconds since the Unix epoch. */
interface SwitchingOff {
  keyAtMs: number;
  offAtMs: number;
}

interface SharesInPage {
  readonly snapshot: {
    readonly self: { readonly streams: readonly { producerId: string; source: string }[] };
  };
  readonly pictures: ReadonlyMap<string, MediaStreamTrack>;
}
