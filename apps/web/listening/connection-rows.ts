import type { Member, ReceivedStream, Statistics, Stream } from '@earshot/client';
import type { Format } from '../i18n/format.ts';
import type { PlainKey } from '../i18n/translate.ts';

/** One line of the table: somebody, and what of their sound is known, as it is shown. */
export interface ConnectionRow {
  readonly id: string;
  readonly name: string;
  readonly cells: readonly string[];
}

/** The columns of the table, in their order. */
export const columns = [
  { words: 'connection.loss', of: ({ lossRatio }, format) => shown(lossRatio, format.percent) },
  { words: 'connection.jitter', of: ({ jitterMs }, format) => shown(jitterMs, format.milliseconds) },
  { words: 'connection.delay', of: ({ delayMs }, format) => shown(delayMs, format.milliseconds) },
  { words: 'connection.bitrate', of: ({ bitsPerSecond }, format) => shown(bitsPerSecond, format.bitrate) },
  { words: 'connection.codec', of: ({ codec }) => codec ?? unknown },
] as const satisfies readonly {
  words: PlainKey;
  of(stream: Stream & ReceivedStream, format: Format): string;
}[];

const unknown = '–';
const shown = (value: number | undefined, write: (value: number) => string) =>
  value === undefined ? unknown : write(value);

interface Known {
  readonly self: Member;
  readonly members: readonly Member[];
  readonly tracks: ReadonlyMap<string, MediaStreamTrack>;
  readonly statistics: Statistics;
  readonly format: Format;
}

/** Oneself first, as the server hears one, then everybody who can be heard. */
export function connectionRows({ self, members, tracks, statistics, format }: Known): ConnectionRow[] {
  const row = ({ id, name }: Member, stream: Stream): ConnectionRow => ({
    id,
    name,
    cells: columns.map(({ of }) => of(stream, format)),
  });
  const heard = members.flatMap((member) => {
    const stream = statistics.received.get(tracks.get(member.id)?.id ?? '');
    return stream ? [row(member, stream)] : [];
  });
  return [...(statistics.sent ? [row(self, statistics.sent)] : []), ...heard];
}

/** The whole table as text that a spreadsheet understands: columns with tabs between. */
export function asText(
  heads: readonly string[],
  rows: readonly ConnectionRow[],
  facts: readonly string[],
): string {
  const lines = [heads, ...rows.map(({ name, cells }) => [name, ...cells])];
  return [...facts, '', ...lines.map((cells) => cells.join('\t'))].join('\n');
}
