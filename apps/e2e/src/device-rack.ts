import type { Page } from '@playwright/test';

interface Rack {
  gone: Set<string>;
  captured: Set<MediaStreamTrack>;
}

/**
 * Microphones that can be pulled out and plugged in. Chromium's fake devices are always there, so what the
 * page is told of them is the seam: they are left out of its list, cannot be opened, and their tracks end.
 */
export class DeviceRack {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  /** To be called before the page is opened. */
  static async install(page: Page): Promise<DeviceRack> {
    await page.addInitScript(install);
    return new DeviceRack(page);
  }

  /** From now on these devices, by the beginning of their names, are not there. */
  async pull(...labels: string[]): Promise<void> {
    await this.#page.evaluate(pull, labels);
  }

  async plugIn(...labels: string[]): Promise<void> {
    await this.#page.evaluate(plugIn, labels);
  }

  /** How often the page asked for a microphone, and the settings of what it got last. */
  captures(): Promise<{ count: number; last: MediaTrackSettings | undefined }> {
    return this.#page.evaluate(() => {
      const { captured } = (window as unknown as { rack: Rack }).rack;
      return { count: captured.size, last: [...captured].at(-1)?.getSettings() };
    });
  }
}

/** Runs in the page. */
function install(): void {
  const { mediaDevices } = navigator;
  if (!mediaDevices) return;
  const rack: Rack = { gone: new Set(), captured: new Set() };
  Object.assign(window, { rack });
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  const capture = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.enumerateDevices = async () =>
    (await list()).filter(({ kind, label }) => kind !== 'audioinput' || !rack.gone.has(label));
  mediaDevices.getUserMedia = async (constraints) => {
    const all = (await list()).filter(({ kind }) => kind === 'audioinput');
    const there = all.filter(({ label }) => !rack.gone.has(label));
    const audio = constraints?.audio;
    if (typeof audio === 'object' && !there[0])
      throw new DOMException('Requested device not found', 'NotFoundError');
    const wish =
      typeof audio === 'object' ? (audio.deviceId as { ideal?: string } | undefined)?.ideal : undefined;
    const device = there.find(({ deviceId }) => deviceId === (wish ?? 'default')) ?? there[0];
    const asked =
      typeof audio === 'object' ? { ...audio, deviceId: { exact: device?.deviceId ?? '' } } : audio;
    const stream = await capture({ ...constraints, ...(asked && { audio: asked }) });
    for (const track of stream.getAudioTracks()) rack.captured.add(track);
    return stream;
  };
}

/** Runs in the page. */
function pull(labels: string[]): void {
  const { rack } = window as unknown as { rack: Rack };
  for (const label of labels) rack.gone.add(label);
  for (const track of rack.captured) {
    if (!rack.gone.has(track.label) || track.readyState === 'ended') continue;
    track.stop();
    track.dispatchEvent(new Event('ended'));
  }
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
}

/** Runs in the page. */
function plugIn(labels: string[]): void {
  const { rack } = window as unknown as { rack: Rack };
  for (const label of labels) rack.gone.delete(label);
  navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
}
