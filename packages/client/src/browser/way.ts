/** How a track is played: by its element alone, or through Web Audio with the element muted. */
export type Way = 'element' | 'boost';

/** Levelling that hovers about 1 must not flip between the two, each of which can be heard as a click. */
const boostFrom = 1.12;
const boostUntil = 1;

/** @param gain The factor of the amplitude that is wanted. */
export function wayFor(
  gain: number,
  { before, canTurnDown, canBoost }: { before: Way; canTurnDown: boolean; canBoost: boolean },
): Way {
  if (!canBoost) return 'element';
  if (!canTurnDown) return gain !== 1 && gain > 0 ? 'boost' : 'element';
  if (before === 'boost') return gain > boostUntil ? 'boost' : 'element';
  return gain >= boostFrom ? 'boost' : 'element';
}

let turnsDown: boolean | undefined;

/** On iOS the volume of an element belongs to the hardware keys: what a page sets is ignored. */
export function elementCanTurnDown(): boolean {
  if (turnsDown === undefined) {
    const probe = new Audio();
    probe.volume = 0.5;
    turnsDown = probe.volume === 0.5;
  }
  return turnsDown;
}
