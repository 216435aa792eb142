'use client';

import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { Button } from '../ui/button.tsx';
import { asText, type ConnectionRow, columns, connectionRows } from './connection-rows.ts';
import { useOwnLine } from './use-own-line.ts';
import { useStatistics } from './use-statistics.ts';

/** For the curious: how sound goes to and fro, for oneself and from each person. Looked at once a second. */
export function ConnectionSection() {
  const t = useText();
  const format = useFormat();
  const { room } = useInside();
  const self = useSnapshot((snapshot) => snapshot.self);
  const members = useSnapshot((snapshot) => snapshot.members);
  const line = useOwnLine();
  const statistics = useStatistics();
  if (!statistics) return <p className="text-soft">{t('connection.looking')}</p>;

  const { path } = statistics;
  const rows = connectionRows({ self, members, tracks: room.tracks, statistics, format });
  const protocol = path?.protocol.toUpperCase() ?? '';
  const facts = [
    [t('connection.line'), t(`line.own_${line}`)],
    [
      t('connection.path'),
      path ? (path.relayed ? t('connection.relayed', { protocol }) : protocol) : t('connection.noPath'),
    ],
    [
      t('connection.roundTrip'),
      path?.roundTripMs === undefined ? '–' : format.milliseconds(path.roundTripMs),
    ],
  ] as const;
  const heads = [t('connection.person'), ...columns.map(({ words }) => t(words))];
  const text = () =>
    asText(
      heads,
      rows,
      facts.map(([what, value]) => `${what}: ${value}`),
    );

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <dl className="grid grid-cols-[fit-content(55%)_minmax(0,1fr)] gap-x-6 gap-y-2">
        {facts.map(([what, value]) => (
          <div key={what} className="contents">
            <dt className="wrap-anywhere text-soft">{what}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {rows.length > 0 && <Table heads={heads} rows={rows} ownId={self.id} />}
      <p className="text-sm text-soft">{t('connection.hint')}</p>
      <CopyText text={text} />
    </div>
  );
}

function Table({
  heads,
  rows,
  ownId,
}: {
  heads: readonly string[];
  rows: readonly ConnectionRow[];
  ownId: string;
}) {
  const t = useText();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than its place is scrolled by keyboard.
    <section aria-label={t('connection.table')} tabIndex={0} className="@container overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <thead className="@max-[26rem]:sr-only">
          <tr className="border-b border-edge text-start text-soft">
            {heads.map((head) => (
              <th
                key={head}
                scope="col"
                className="py-2 pe-3 text-start font-semibold whitespace-nowrap last:pe-0"
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, cells }) => (
            <tr
              key={id}
              className="border-b border-line @max-[26rem]:grid @max-[26rem]:gap-x-6 @min-[20rem]:@max-[26rem]:grid-cols-2 @max-[26rem]:py-2"
            >
              <th
                scope="row"
                className="max-w-36 truncate py-2 pe-3 text-start font-medium @max-[26rem]:col-span-full @max-[26rem]:max-w-none @max-[26rem]:py-1 @max-[26rem]:font-semibold"
              >
                {id === ownId ? t('connection.you') : <bdi>{name}</bdi>}
              </th>
              {cells.map((cell, index) => (
                <td
                  key={heads[index + 1]}
                  className="py-2 pe-3 whitespace-nowrap last:pe-0 @max-[26rem]:flex @max-[26rem]:flex-wrap @max-[26rem]:justify-between @max-[26rem]:gap-x-2 @max-[26rem]:py-0.5 @max-[26rem]:pe-0"
                >
                  <span aria-hidden="true" className="text-soft @min-[26rem]:hidden">
                    {heads[index + 1]}
                  </span>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function CopyText({ text }: { text: () => string }) {
  const t = useText();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');

  async function copy() {
    setCopied(
      await navigator.clipboard.writeText(text()).then(
        () => 'yes' as const,
        () => 'failed' as const,
      ),
    );
  }

  return (
    <div className="flex flex-wrap items-center gap-4">
      <Button onClick={() => void copy().catch(() => setCopied('failed'))}>
        <Copy aria-hidden="true" className="size-4.5" />
        {t('connection.copy')}
      </Button>
      <p role="status" className="text-soft">
        {copied === 'yes' && t('connection.copied')}
        {copied === 'failed' && t('connection.notCopied')}
      </p>
    </div>
  );
}
