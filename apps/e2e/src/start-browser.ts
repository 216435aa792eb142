import { join } from 'node:path';
import { chromiumFlags, chromiumPath, chromiumShellPath } from '@earshot/bench/chromium';
import { type Browser, chromium } from '@playwright/test';
import type { NetworkNamespace } from './firefox/network-namespace.ts';
import { writeSound } from './sound-file.ts';
import { writeTone } from './tone.ts';

/** What somebody's browser is like, and the devices that it has. */
export interface BrowserWishes {
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
  /** The network their browser is in; left out: this machine's. */
  namespace?: NetworkNamespace;
}

/** @param folder has room for what the microphone hears */
export function startBrowser(wishes: BrowserWishes, folder: string): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(wishes, folder),
    // Playwright mutes browsers without a window, and a muted page plays nothing that could be measured.
    ...(wishes.measured && { ignoreDefaultArgs: ['--mute-audio'] }),
    args: flagsFor(wishes, folder),
  });
}

/**
 * What the same browser calls itself with a window. On plain http there is nothing but this to tell a
 * browser by, and "HeadlessChrome" is known to no library.
 */
export function headedUserAgent(version: string): string {
  const [major] = version.split('.');
  return `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`;
}

/** A shell has no permissions that could be taken back, and no page that could be captured without asking. */
function browserPath(wishes: BrowserWishes, folder: string): string {
  const { namespace, whole } = wishes;
  const path = whole || asksForReal(wishes) ? chromiumPath() : chromiumShellPath();
  return namespace ? namespace.program(path, folder) : path;
}

/** Whether the browser itself answers when the page asks for something, and not a fake dialog that always says yes. */
function asksForReal({ microphone, measured = false }: BrowserWishes): boolean {
  return microphone === 'denied' || microphone === 'revocable' || measured;
}

function flagsFor(wishes: BrowserWishes, folder: string): string[] {
  const { hz, hears, microphone, microphones, strictAutoplay, insecureHost, measured } = wishes;
  const flags = [...chromiumFlags];
  if (measured) flags.push('--auto-accept-this-tab-capture');
  if (microphone !== 'missing') {
    const count = microphones === undefined ? '' : `=device-count=${microphones}`;
    flags.push(`--use-fake-device-for-media-stream${count}`);
  }
  if (!asksForReal(wishes)) flags.push('--use-fake-ui-for-media-stream');
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
