import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, chromiumPath, chromiumShellPath } from '@earshot/bench/chromium';
import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  expect,
  type Locator,
  type Page,
} from '@playwright/test';
import { Ears } from './ears.ts';
import { Eyes } from './eyes.ts';
import type { NetworkNamespace } from './firefox/network-namespace.ts';
import { Loudspeaker } from './loudspeaker.ts';
import { writeSound } from './sound-file.ts';
import { writeTone } from './tone.ts';

export interface PersonOptions {
  name: string;
  /** What their microphone hears, in hertz; left out: Chromium's own beeps. */
  hz?: number;
  /** What it hears instead. */
  hears?: 'voice' | 'hiss';
  /** How many microphones there are, the system's choice among them; left out: what Chromium thinks fit. */
  microphones?: number;
  /** How the browser answers when the page asks for the microphone. */
  microphone?: 'granted' | 'revocable' | 'denied' | 'missing';
  /** Needs a gesture before anything plays, as browsers do for real visitors. */
  strictAutoplay?: boolean;
  /** A host name that leads to this machine over plain http, where browsers give no microphone. */
  insecureHost?: string;
  /**
   * What the loudspeaker plays can be measured: `loudspeaker`. Such a browser takes the page itself for its
   * screen, and has no fake answer for the microphone: they only listen.
   */
  measured?: boolean;
  /** Uses what only the whole browser has: it keeps the screen on. */
  whole?: boolean;
  context?: BrowserContextOptions;
  /** The network their browser is in; left out: this machine's. */
  namespace?: NetworkNamespace;
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
    const browser = await chromium.launch({
      executablePath: browserPath(options, folder),
      // Playwright mutes browsers without a window, and a muted page plays nothing that could be measured.
      ...(options.measured && { ignoreDefaultArgs: ['--mute-audio'] }),
      args: flagsFor(options, folder),
    });
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

/**
 * What the same browser calls itself with a window. On plain http there is nothing but this to tell a
 * browser by, and "HeadlessChrome" is known to no library.
 */
function headedUserAgent(version: string): string {
  const [major] = version.split('.');
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}

/** A shell has no permissions that could be taken back, and no page that could be captured without asking. */
function browserPath(options: PersonOptions, folder: string): string {
  const { namespace, whole } = options;
  const path = whole || asksForReal(options) ? chromiumPath() : chromiumShellPath();
  return namespace ? namespace.program(path, folder) : path;
}

/** Whether the browser itself answers when the page asks for something, and not a fake dialog that always says yes. */
function asksForReal({ microphone, measured = false }: PersonOptions): boolean {
  return microphone === 'denied' || microphone === 'revocable' || measured;
}

function flagsFor(options: PersonOptions, folder: string): string[] {
  const { hz, hears, microphone, microphones, strictAutoplay, insecureHost, measured } = options;
  const flags = [...chromiumFlags];
  if (measured) flags.push('--auto-accept-this-tab-capture');
  if (microphone !== 'missing') {
    const count = microphones === undefined ? '' : `=device-count=${microphones}`;
    flags.push(`--use-fake-device-for-media-stream${count}`);
  }
  if (!asksForReal(options)) flags.push('--use-fake-ui-for-media-stream');
  if (!strictAutoplay) flags.push('--autoplay-policy=no-user-gesture-required');
  if (insecureHost) flags.push(`--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`);
  if (hz !== undefined || hears) {
    const file = join(folder, 'sound.wav');
    if (hears) writeSound(file, hears);
    else if (hz !== undefined) writeTone(file, { hz });
    flags.push(`--use-file-for-fake-audio-capture=${file}`);
  }
  return flags;
}
