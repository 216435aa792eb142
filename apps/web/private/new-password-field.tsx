'use client';

import { Dices, Pencil } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { CopyButton } from '../identity/copy-button.tsx';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { PasswordField } from './password-field.tsx';

/** Six words of a long list have 77 bits; something of one's own that is as short as this has far less. */
const shortLetters = 16;

/** A password that is made up: words that are drawn at random, or one's own. */
export function NewPasswordField({
  value,
  tried,
  onChange,
}: {
  value: string;
  /** It was to be used already. */
  tried: boolean;
  onChange: (password: string) => void;
}) {
  const t = useText();
  const label = useId();
  const [own, setOwn] = useState(false);
  const [draws, setDraws] = useState(0);
  const [failed, setFailed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each draw.
  useEffect(() => {
    if (own || (draws === 0 && value !== '')) return;
    let wanted = true;
    setFailed(false);
    import('./private-client.ts')
      .then(({ newPassphrase }) => newPassphrase())
      .then(
        (words) => wanted && onChange(words),
        () => wanted && setFailed(true),
      );
    return () => {
      wanted = false;
    };
  }, [own, draws]);

  function ownHint(): string {
    const short = value.length > 0 && value.length < shortLetters;
    return t(short ? 'phrase.ownShort' : 'phrase.ownHint');
  }

  function switchTo(next: boolean) {
    setOwn(next);
    onChange('');
    setDraws(draws + 1);
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {own ? (
        <PasswordField
          label={t('phrase.label')}
          value={value}
          hint={ownHint()}
          error={tried && value.trim() === '' ? t('phrase.empty') : undefined}
          onChange={onChange}
        />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
          <p id={label} className="font-semibold">
            {t('phrase.label')}
          </p>
          <div className="flex items-center rounded-md border border-edge bg-raised pe-1">
            {/* Read out anew when other words are drawn. */}
            <output
              aria-labelledby={label}
              dir="ltr"
              className="min-h-14 min-w-0 flex-1 px-4 py-3 text-lg wrap-anywhere select-all"
            >
              {value}
            </output>
            <IconButton icon={Dices} label={t('phrase.dice')} onClick={() => setDraws(draws + 1)} />
          </div>
          {failed ? (
            <p role="alert" className="text-sm text-alert">
              {t('phrase.failed')}
            </p>
          ) : (
            <p className="text-sm text-soft">{t('phrase.drawnHint')}</p>
          )}
        </div>
      )}
      <div className="flex flex-wrap gap-2">
        {!own && <CopyButton text={value} label={t('phrase.copy')} />}
        <Button pad="snug" onClick={() => switchTo(!own)}>
          {own ? (
            <Dices aria-hidden="true" className="size-5 shrink-0" />
          ) : (
            <Pencil aria-hidden="true" className="size-5 shrink-0" />
          )}
          {t(own ? 'phrase.drawn' : 'phrase.own')}
        </Button>
      </div>
    </div>
  );
}
