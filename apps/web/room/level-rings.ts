import type { Levels } from '@earshot/client';
import { drawEveryMs, follow, levelOnScale } from '../devices/level-meter.ts';
import { showReach } from '../ui/voice-reach.ts';

/** Louder than this, in dBov, is speech. */
const speechAboveDbov = -50;
/** A ring stays through the gaps between words. */
const holdMs = 250;
/** Without news for this long everybody is silent. */
const staleMs = 400;
/** From silence to as loud as it gets: the widest ring moves less than two pixels with each step. */
const steps = 16;

interface Ring {
  element: HTMLElement;
  target: number;
  level: number;
  shown: number;
  spokeAtMs: number;
}

/**
 * Who speaks and how loud, written straight onto the tiles: `data-speaking` and `--level`. Nothing here
 * renders; the clock runs only while somebody sounds.
 */
export class LevelRings {
  readonly #rings = new Map<string, Ring>();
  #heardAtMs = Number.NEGATIVE_INFINITY;
  #lastMs = 0;
  #clock: ReturnType<typeof setInterval> | undefined;

  /** Lets a member's tile follow their voice; returns its undo. */
  watch(memberId: string, element: HTMLElement): () => void {
    this.#rings.set(memberId, {
      element,
      target: 0,
      level: 0,
      shown: 0,
      spokeAtMs: Number.NEGATIVE_INFINITY,
    });
    return () => {
      if (this.#rings.get(memberId)?.element === element) this.#rings.delete(memberId);
    };
  }

  hear(levels: Levels): void {
    const nowMs = performance.now();
    this.#heardAtMs = nowMs;
    for (const [memberId, ring] of this.#rings) {
      const level = levels.get(memberId) ?? -127;
      ring.target = levelOnScale(level);
      if (level <= speechAboveDbov || !isLive(ring)) continue;
      ring.spokeAtMs = nowMs;
      if (ring.element.dataset.speaking !== 'true') ring.element.dataset.speaking = 'true';
    }
    // A clock that runs draws soon enough: news comes between its ticks, and each picture costs.
    if (this.#clock !== undefined) return;
    this.#lastMs = nowMs;
    this.#clock = setInterval(this.#draw, drawEveryMs);
    this.#draw();
  }

  readonly #draw = (): void => {
    const nowMs = performance.now();
    const stale = nowMs - this.#heardAtMs > staleMs;
    let moving = !stale;
    for (const ring of this.#rings.values()) {
      const speaking = isLive(ring) && nowMs - ring.spokeAtMs < holdMs;
      const level = follow(ring.level, stale ? 0 : ring.target, nowMs - this.#lastMs);
      moving ||= speaking || level > 0;
      if (!speaking && ring.element.dataset.speaking === 'true') ring.element.dataset.speaking = 'false';
      const shown = Math.round(level * steps) / steps;
      if (shown !== ring.shown) showReach(ring.element, shown);
      Object.assign(ring, { level, shown });
    }
    this.#lastMs = nowMs;
    if (moving) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  };
}

/** The last words of somebody who has just muted are still on their way; the tile knows already. */
function isLive(ring: Ring): boolean {
  return ring.element.dataset.microphone === 'live';
}
