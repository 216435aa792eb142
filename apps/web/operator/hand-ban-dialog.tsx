'use client';

import { IdentityKey, limits } from '@earshot/protocol';
import { useState } from 'react';
import { useText } from '../i18n/language.ts';
import { TextField } from '../ui/text-field.tsx';
import { type BanLength, BanLengthField, banMs } from './ban-length.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { problemOf } from './operator-problem.ts';
import type { Done } from './use-act.ts';
import { useDesk } from './use-desk.ts';
import { whoIs } from './who-is.ts';

/** Keeps a key or an address out that the operator knows from elsewhere. */
export function HandBanDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const desk = useDesk();
  const [draft, setDraft] = useState({ name: '', key: '', address: '' });
  const [length, setLength] = useState<BanLength>('day');
  const [wrong, setWrong] = useState<{ key?: string; address?: string }>({});
  const [name, key, prefix] = [draft.name.trim(), draft.key.trim(), draft.address.trim()];

  function change(part: Partial<typeof draft>): void {
    setDraft({ ...draft, ...part });
    setWrong({});
  }

  function unready(): string | undefined {
    if (key === '' && prefix === '') return t('operator.banEmpty');
    if (key === '' || IdentityKey.safeParse(key).success) return undefined;
    setWrong({ key: t('operator.keyWrong') });
    return t('operator.invalidNext');
  }

  async function ban(): Promise<Done> {
    const forMs = banMs(length);
    const wanted = {
      ...(name && { name }),
      ...(key && { key }),
      ...(prefix && { prefix }),
      ...(forMs !== undefined && { forMs }),
    };
    // What is an address the server knows best.
    const { id } = await desk.client.ban(wanted).catch((error) => {
      if (problemOf(error) === 'invalid') setWrong({ address: t('operator.prefixWrong') });
      throw error;
    });
    await desk.showBans();
    const who = whoIs({ name, key, prefix });
    return {
      did: t('host.didBan', { name: who }),
      undo: async () => {
        await desk.client.lift(id);
        return { did: t('host.didUnban', { name: who }) };
      },
    };
  }

  return (
    <ConfirmDialog
      heading={t('operator.addBanHeading')}
      does={t('host.doBan')}
      unready={unready}
      onDo={ban}
      onClose={onClose}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
        <TextField
          label={t('operator.key')}
          hint={t('operator.keyHint')}
          error={wrong.key}
          value={draft.key}
          onChange={({ target }) => change({ key: target.value })}
        />
        <TextField
          label={t('operator.address')}
          hint={t('operator.prefixHint')}
          error={wrong.address}
          value={draft.address}
          onChange={({ target }) => change({ address: target.value })}
        />
        <TextField
          label={t('operator.name')}
          hint={t('operator.nameHint')}
          value={draft.name}
          maxLength={limits.nameCodeUnits}
          onChange={({ target }) => change({ name: target.value })}
        />
        <BanLengthField value={length} onChange={setLength} />
      </div>
    </ConfirmDialog>
  );
}
