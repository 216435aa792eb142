const minuteMs = 60_000;

/** How long a room has been going, such as “2 hr, 5 min”; empty within its first minute. */
export function roomAge(ageMs: number, locale: string): string {
  const minutes = Math.floor(ageMs / minuteMs);
  if (minutes < 1) return '';
  const parts = [
    [Math.floor(minutes / 1_440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  const shown = parts
    .filter(([value]) => value > 0)
    .slice(0, 2)
    .map(([value, unit]) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value),
    );
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(shown);
}
