import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@earshot/bench/free-port';
import { launch, type Page } from 'puppeteer-core';
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
    const port = await freePort();
    belongings.use(await PortBridge.build(options.namespace, port));
    const browser = await launch({
      browser: 'firefox',
      executablePath: options.namespace.program(process.env.FIREFOX_BIN ?? '/usr/bin/firefox-esr', folder),
      debuggingPort: port,
      extraPrefsFirefox: preferences(options),
      env: { ...process.env, ...loudspeaker.environment, HOME: folder },
    });
    belongings.defer(() => browser.close());
    const page = await browser.newPage();
    return new FirefoxPerson(options, { page, loudspeaker, belongings: belongings.move() });
  }

  /** Opens a room's link and goes in, talking. */
  async join(link: string): Promise<void> {
    await this.page.goto(link);
    await this.page.locator('::-p-aria([name="Your name"][role="textbox"])').fill(this.name);
    await this.press('Join');
    await this.page.locator('[data-member-id]').wait();
  }

  /** Presses the button of this name. */
  press(name: string): Promise<void> {
    return this.page.locator(`::-p-aria([name="${name}"][role="button"])`).click();
  }

  /** What somebody's tile shows: its `data-` attributes, or nothing where there is no such tile. */
  tile(name: string): Promise<Record<string, string | undefined>> {
    return this.page.evaluate((wanted) => {
      const tiles = [...document.querySelectorAll<HTMLElement>('[data-member-id]')];
      return { ...tiles.find(({ textContent }) => textContent?.includes(wanted))?.dataset };
    }, name);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#belongings.disposeAsync();
  }
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
