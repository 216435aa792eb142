/** A disc on a square of 64 by 64. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Degrees away from the ground's hue. */
  readonly hueShift: number;
}

/** What somebody's picture is drawn from: a ground of one hue, a light disc and a deep one. */
export interface Likeness {
  readonly hue: number;
  readonly light: Disc;
  readonly deep: Disc;
}

/** The likeness of a key or a name: the same one everywhere and always. */
export function likenessOf(seed: string): Likeness {
  const next = numbers(seed);
  const between = (low: number, high: number) => low + next(high - low + 1);
  // The hue comes first: it is what people are told apart by.
  const hue = next(360);
  const side = next(360);
  const light = disc(side, between(14, 24), between(24, 32), between(-45, 45));
  const deep = disc(side + between(120, 240), between(22, 32), between(16, 24), between(-45, 45));
  return { hue, light, deep };
}

function disc(angleDeg: number, distance: number, radius: number, hueShift: number): Disc {
  const angle = (angleDeg * Math.PI) / 180;
  const [x, y] = [Math.cos(angle), Math.sin(angle)].map((part) => Math.round(32 + part * distance));
  return { x: x ?? 32, y: y ?? 32, radius, hueShift };
}

/** Small numbers that depend on nothing but the seed: FNV-1a, stirred on (murmur3's finaliser) for each. */
function numbers(seed: string): (below: number) => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (below) => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
  };
}
