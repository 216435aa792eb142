const dayMs = 86_400_000;

/** Times, dates, sizes and lists as one locale writes them. Times are milliseconds since the Unix epoch. */
export interface Format {
  /** “14:05” or “2:05 PM”. */
  time(atMs: number): string;
  /** “Today”, “Yesterday”, “Monday”, “3 March”, “3 March 2024”: as a heading over what was said that day. */
  day(atMs: number, nowMs: number): string;
  /** Everything about a moment, for a tooltip: “Monday 3 March 2025 at 14:05”. */
  moment(atMs: number): string;
  /** “now”, “5 minutes ago”, “yesterday”. */
  ago(atMs: number, nowMs: number): string;
  /** A time span in words, in its two largest units: “2 hr, 5 min”. */
  duration(ms: number): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** @param ratio 1 is 100 %. */
  percent(ratio: number): string;
  /** “3.4 MB”; a megabyte has a million bytes. */
  bytes(bytes: number): string;
  /** “28 ms”. */
  milliseconds(ms: number): string;
  /** “32 kb/s”. @param bitsPerSecond a thousand make a kilobit. */
  bitrate(bitsPerSecond: number): string;
  /** “Vietnamese”. @param tag BCP 47; one that has no name stands for itself. */
  language(tag: string): string;
  /** “Ana, Ben and Cleo”. */
  list(items: Iterable<string>): string;
}

/** @param timeZone IANA name; the machine's own when left out. */
export function formatter(locale: string, timeZone?: string): Format {
  const dates = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, ...(timeZone && { timeZone }) });
  const unit = (name: string, value: number, options: Intl.NumberFormatOptions = {}) =>
    numbers({ style: 'unit', unit: name, unitDisplay: 'short', ...options }).format(value);

  // Made when first asked for: most pages never need most of them, and each takes a while to make.
  const numbers = kept((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const dateFormat = kept(dates);
  const relative = kept(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
  const lists = kept((options: Intl.ListFormatOptions) => new Intl.ListFormat(locale, options));
  const languageNames = kept(() => new Intl.DisplayNames(locale, { type: 'language' }));
  const calendarDay = (atMs: number) => {
    const parts = dateFormat(gregorian).formatToParts(atMs);
    const [year, month, day] = ['year', 'month', 'day'].map((type) =>
      Number(parts.find((part) => part.type === type)?.value),
    );
    return { year, days: Date.UTC(year ?? 0, (month ?? 1) - 1, day) / dayMs };
  };

  return {
    time: (atMs) => dateFormat({ timeStyle: 'short' }).format(atMs),
    day: (atMs, nowMs) => {
      const [now, then] = [calendarDay(nowMs), calendarDay(atMs)];
      const daysAgo = now.days - then.days;
      if (daysAgo === 0 || daysAgo === 1) return capital(relative({}).format(-daysAgo, 'day'), locale);
      if (daysAgo > 1 && daysAgo < 7) return capital(dateFormat({ weekday: 'long' }).format(atMs), locale);
      const year = now.year === then.year ? {} : ({ year: 'numeric' } as const);
      return dateFormat({ day: 'numeric', month: 'long', ...year }).format(atMs);
    },
    moment: (atMs) => dateFormat({ dateStyle: 'full', timeStyle: 'short' }).format(atMs),
    ago: (atMs, nowMs) => {
      const seconds = Math.max(0, (nowMs - atMs) / 1_000);
      if (seconds < 45) return relative({}).format(0, 'second');
      for (const [name, length] of spans) {
        const count = Math.round(seconds / length);
        if (count >= 1) return relative({}).format(-count, name);
      }
      return relative({}).format(-1, 'minute');
    },
    duration: (ms) => {
      const seconds = Math.max(0, Math.floor(ms / 1_000));
      const first = spans.findIndex(([, length]) => seconds >= length);
      if (first === -1) return unit('second', seconds);
      const [[big, bigLength], small] = [spans[first] as Span, spans[first + 1]];
      const written = [unit(big, Math.floor(seconds / bigLength))];
      const rest = Math.floor((seconds % bigLength) / (small?.[1] ?? 1));
      if (rest > 0) written.push(unit(small?.[0] ?? 'second', rest));
      return lists({ type: 'unit', style: 'short' }).format(written);
    },
    number: (value, options = {}) => numbers(options).format(value),
    percent: (ratio) => numbers({ style: 'percent', maximumFractionDigits: 0 }).format(ratio),
    bytes: (bytes) => {
      const step = sizes.findLast(([, length]) => bytes >= length) ?? sizes[0];
      const digits = step[0] === 'byte' || bytes / step[1] >= 100 ? 0 : 1;
      const unitDisplay = step[0] === 'byte' ? 'long' : 'short';
      return unit(step[0], bytes / step[1], { maximumFractionDigits: digits, unitDisplay });
    },
    // The SI's own sign, which all languages of ours share; some locales would spell it out.
    milliseconds: (ms) => `${numbers({ maximumFractionDigits: 0 }).format(ms)} ms`,
    bitrate: (bitsPerSecond) =>
      unit('kilobit-per-second', bitsPerSecond / 1_000, { maximumFractionDigits: 0 }),
    language: (tag) => languageNames({}).of(tag) ?? tag,
    list: (items) => lists({ type: 'conjunction' }).format(items),
  };
}

const gregorian = {
  calendar: 'gregory',
  numberingSystem: 'latn',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
} as const;

type Span = readonly ['day' | 'hour' | 'minute', number];
const spans: readonly Span[] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

const sizes = [
  ['byte', 1],
  ['kilobyte', 1e3],
  ['megabyte', 1e6],
  ['gigabyte', 1e9],
] as const;

/** Makes each thing once. The options are literals of this file, so they stay few. */
function kept<Made>(make: (options: object) => Made): (options: object) => Made {
  const made = new Map<string, Made>();
  return (options) => {
    const key = JSON.stringify(options);
    const thing = made.get(key) ?? make(options);
    made.set(key, thing);
    return thing;
  };
}

function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
