'use client';

import { limits } from '@earshot/protocol';
import { useText } from '../i18n/language.ts';
import { TextField } from '../ui/text-field.tsx';

/** So much is left for the words that say what was done. */
const outcomeCodeUnits = 80;

/** What the operator wants to remember about a report. */
export function NoteField({ value, onChange }: { value: string; onChange: (note: string) => void }) {
  const t = useText();
  return (
    <TextField
      label={t('operator.note')}
      hint={t('operator.noteHint')}
      value={value}
      maxLength={limits.operatorNoteCodeUnits - outcomeCodeUnits}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
