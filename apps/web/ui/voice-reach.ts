/**
 * Shows how loud a voice is, 0 to 1, by the ring in `around`. The level stands on the one element that moves:
 * further up, each picture would work out the style of everything below anew.
 */
export function showReach(around: Element, level: number): void {
  around.querySelector<HTMLElement>('.voice-reach')?.style.setProperty('--level', level.toFixed(3));
}
