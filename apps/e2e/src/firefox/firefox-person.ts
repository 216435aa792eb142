import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@earshot/bench/free-port';
import { launch, type Page } from 'puppeteer-core';
import type { Invitation } from '../private-door.ts';
import { Display } from './display.ts';
import { Loudspeaker } from './loudspeaker.ts';
import type { NetworkNamespace } from './network-namespace.ts';
import { PortBridge } from './port-bridge.ts';

export interface FirefoxPersonOptions {
  name: string;
  /** What their microphone hears, in hertz: a steady tone. */
  hz: number;
  namespace: NetworkNamespace;
}

/** Somebody at a Firefox of their own, driven over WebDriver BiDi. */
export class FirefoxPerson implements AsyncDisposable {
  readonly name: string;
  readonly page: Page;
  /** What Firefox plays to them. */
  readonly loudspeaker: Loudspeaker;
  /** Errors that the page or its console reported. */
  readonly complaints: string[] = [];
  readonly #belongings: AsyncDisposableStack;

  private constructor(
    { name }: FirefoxPersonOptions,
    parts: { page: Page; loudspeaker: Loudspeaker; belongings: AsyncDisposableStack },
  ) {
    this.name = name;
    this.page = parts.page;
    this.loudspeaker = parts.loudspeaker;
    this.#belongings = parts.belongings;
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
  }

  static async arrive(options: FirefoxPersonOptions): Promise<FirefoxPerson> {
    await using belongings = new AsyncDisposableStack();
    const folder = mkdtempSync(join(tmpdir(), 'earshot-firefox-'));
    belongings.defer(() => rmSync(folder, { recursive: true, force: true }));
    const loudspeaker = belongings.use(await Loudspeaker.plugIn(folder));
    const display = belongings.use(await Display.switchOn());
    const port = await freePort();
    belongings.use(await PortBridge.build(options.namespace, port));
    const browser = await launch({
      browser: 'firefox',
      // Without a screen there is none to share.
      headless: false,
      executablePath: options.namespace.program(process.env.FIREFOX_BIN ?? '/usr/bin/firefox-esr', folder),
      // Wide enough for the chat beside all controls.
      defaultViewport: { width: 1_240, height: 620 },
      debuggingPort: port,
      extraPrefsFirefox: preferences(options),
      env: { ...process.env, ...loudspeaker.environment, ...display.environment, HOME: folder },
    });
    belongings.defer(() => browser.close());
    const page = await browser.newPage();
    return new FirefoxPerson(options, { page, loudspeaker, belongings: belongings.move() });
  }

  /** Opens a room's link and goes in, talking. */
  async join(link: string): Promise<void> {
    await this.page.goto(link);
    await this.#goIn();
  }

  /** Opens the link of a private room, answers at its door, and goes in, talking. */
  async joinPrivate({ link, password }: Invitation): Promise<void> {
    await this.page.goto(link);
    await this.page.locator('input[type="password"]').fill(password);
    await this.press('Open');
    await this.#goIn();
  }

  async #goIn(): Promise<void> {
    await this.page.locator('::-p-aria([name="Your name"][role="textbox"])').fill(this.name);
    await this.press('Join');
    await this.page.locator('[data-member-id]').wait();
  }

  /** What stands in the open dialog that says how private the room is; undefined where there is none. */
  safetyNumber(): Promise<string | undefined> {
    return this.page.evaluate(
      () => document.querySelector<HTMLElement>('[data-safety-number]')?.dataset.safetyNumber,
    );
  }

  /**
   * Presses the button of this name once it can be, by keyboard: on a busy machine a page may have moved things about by
   * the time a click comes to where they were. Looked for in the page itself: while a picture moves there, Firefox's own
   * search by role takes longer than anybody waits.
   */
  async press(name: string): Promise<void> {
    await this.page.waitForFunction(
      (wanted) => {
        const buttons = [...document.querySelectorAll<HTMLButtonElement>('button:enabled')];
        const button = buttons.find((each) => (each.ariaLabel ?? each.textContent)?.trim() === wanted);
        button?.focus();
        return button !== undefined && document.activeElement === button;
      },
      { polling: 100 },
      name,
    );
    await this.page.keyboard.press('Enter');
  }

  /** What somebody's tile shows: its `data-` attributes, or nothing where there is no such tile. */
  tile(name: string): Promise<Record<string, string | undefined>> {
    return this.page.evaluate((wanted) => {
      const tiles = [...document.querySelectorAll<HTMLElement>('[data-member-id]')];
      return { ...tiles.find(({ textContent }) => textContent?.includes(wanted))?.dataset };
    }, name);
  }

  /** Opens the chat and says something in it. */
  async say(text: string): Promise<void> {
    if (!(await this.page.$(chatField))) await this.press('Chat');
    await this.page.locator(chatField).fill(text);
    await this.page.keyboard.press('Enter');
  }

  /** What stands in the open chat. */
  read(): Promise<string> {
    return this.page.evaluate(() => document.querySelector('[role="log"]')?.textContent ?? '');
  }

  /** Which way the chat goes. */
  chatPath(): Promise<string> {
    return this.page.evaluate(
      () => (window as unknown as { earshot: ChatInPage }).earshot.room.chat.snapshot.path,
    );
  }

  /** Whose screens and cameras are seen, with pictures that move. */
  sees(): Promise<string[]> {
    return this.page.evaluate(async () => {
      const tiles = [...document.querySelectorAll<HTMLElement>('[data-exhibit]')];
      const canvas = new OffscreenCanvas(64, 36);
      const context = canvas.getContext('2d', { willReadFrequently: true });
      // Firefox counts no frames of what comes by WebRTC: what is drawn tells.
      const drawn = () =>
        tiles.map((tile) => {
          const video = tile.querySelector('video');
          if (video) context?.drawImage(video, 0, 0, 64, 36);
          return String(context?.getImageData(0, 0, 64, 36).data);
        });
      const before = drawn();
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      const after = drawn();
      return tiles
        .filter((_, index) => after[index] !== before[index])
        .map(({ dataset }) => dataset.of ?? '');
    });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#belongings.disposeAsync();
  }
}

const chatField = '::-p-aria([name="Write a message"][role="textbox"])';

interface ChatInPage {
  room: { chat: { snapshot: { path: string } } };
}

function preferences({ hz }: FirefoxPersonOptions): Record<string, unknown> {
  return {
    // A camera that shows colours and a microphone that hears a tone; both are given without a question.
    'media.navigator.streams.fake': true,
    'media.navigator.audio.fake_frequency': hz,
    'media.navigator.permission.disabled': true,
    // Nobody is there to press "Tap to hear".
    'media.autoplay.default': 0,
  };
}
