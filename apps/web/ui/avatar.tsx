import { initials } from './initials.ts';
import { type Disc, type Likeness, likenessOf } from './likeness.ts';

/** Bright, since the sign on them is dark in either theme (voice.css): 7:1 and more, whatever the hue. */
const tones = { ground: '0.81 0.08', light: '0.87 0.06', deep: '0.76 0.09' } as const;

/**
 * A person without a photograph: a quiet picture drawn from their key (`seed`; without one, none), and on it their
 * emoji or their initials. The name stands beside it, so it stays silent.
 */
export function Avatar({
  name,
  seed,
  emoji = '',
  className = '',
}: {
  name: string;
  seed: string | undefined;
  emoji?: string | undefined;
  className?: string;
}) {
  const likeness = seed === undefined ? undefined : likenessOf(seed);
  return (
    <span
      aria-hidden="true"
      className={`avatar relative grid aspect-square place-items-center overflow-hidden rounded-full ${likeness ? 'avatar-drawn' : ''} font-display font-semibold tracking-tight select-none ${className}`}
    >
      {likeness && <Ground likeness={likeness} />}
      <span className={`relative ${emoji ? 'text-[1.2em]' : ''}`}>{emoji || initials(name)}</span>
    </span>
  );
}

function Ground({ likeness: { hue, light, deep } }: { likeness: Likeness }) {
  return (
    <svg viewBox="0 0 64 64" aria-hidden="true" className="absolute inset-0 size-full">
      <rect width="64" height="64" fill={colour(tones.ground, hue)} />
      <Round disc={light} fill={colour(tones.light, hue + light.hueShift)} />
      <Round disc={deep} fill={colour(tones.deep, hue + deep.hueShift)} />
    </svg>
  );
}

function Round({ disc: { x, y, radius }, fill }: { disc: Disc; fill: string }) {
  return <circle cx={x} cy={y} r={radius} fill={fill} />;
}

function colour(tone: string, hue: number): string {
  return `oklch(${tone} ${(hue + 360) % 360})`;
}

/** The same picture without a sign, as one background: for many of them at once, where elements of their own would tell. */
export function likenessBackground(seed: string): string {
  const { hue, light, deep } = likenessOf(seed);
  const disc = ({ x, y, radius, hueShift }: Disc, tone: string) => {
    const share = (of64: number) => `${(of64 / 64) * 100}%`;
    const fill = colour(tone, hue + hueShift);
    return `radial-gradient(${share(radius)} ${share(radius)} at ${share(x)} ${share(y)}, ${fill} 97%, transparent)`;
  };
  return `${disc(deep, tones.deep)}, ${disc(light, tones.light)}, ${colour(tones.ground, hue)}`;
}
