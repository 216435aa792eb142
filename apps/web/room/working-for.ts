/** Nobody has to know of work that is done within this time. */
const worthSayingMs = 1_000;

/** Hears of a puzzle's progress, and says when it takes long enough to be told of, and when it is done. */
export function workingFor(
  say: (on: boolean) => void,
  nowMs: () => number = () => performance.now(),
): (share: number | undefined) => void {
  let beganAtMs: number | undefined;
  let said = false;
  const tell = (on: boolean) => {
    if (on === said) return;
    said = on;
    say(on);
  };
  return (share) => {
    if (share === undefined) {
      beganAtMs = undefined;
      tell(false);
      return;
    }
    beganAtMs ??= nowMs();
    if (nowMs() - beganAtMs > worthSayingMs) tell(true);
  };
}
