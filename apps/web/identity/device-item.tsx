'use client';

import type { Device } from '@earshot/protocol';
import { graphemes, limits } from '@earshot/protocol';
import { Laptop, Pencil, Unlink } from 'lucide-react';
import { type FormEvent, type RefObject, useRef, useState } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';

type Doing = 'nothing' | 'renaming' | 'unlinking';

/** One of one's devices: what it is called, since when it is there, and how to be rid of it. */
export function DeviceItem({
  device,
  own,
  onRename,
  onUnlink,
}: {
  device: Device;
  /** It is the one at hand. */
  own: boolean;
  onRename: (name: string) => void;
  onUnlink: () => void;
}) {
  const t = useText();
  const format = useFormat();
  const [doing, setDoing] = useState<Doing>('nothing');
  const pencil = useRef<HTMLButtonElement>(null);
  const scissors = useRef<HTMLButtonElement>(null);
  const done = (button: RefObject<HTMLButtonElement | null>) => {
    setDoing('nothing');
    button.current?.focus();
  };
  const name = device.name || t('identity.unnamed');
  const first = device.purpose === 'first';
  const facts = [
    own && t('identity.this'),
    first && t('identity.first'),
    device.linkedAtMs > 0 && t('identity.linked', { when: format.day(device.linkedAtMs, Date.now()) }),
  ].filter(Boolean);

  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-3 rounded-md border border-line p-3">
      <div className="flex items-center gap-3">
        <Laptop aria-hidden="true" className="size-5 shrink-0 text-soft" />
        <div className="min-w-0 flex-1">
          <p className="font-semibold wrap-anywhere">
            <bdi>{name}</bdi>
          </p>
          <p className="text-sm text-soft">{facts.join(' · ')}</p>
        </div>
        <IconButton
          ref={pencil}
          icon={Pencil}
          label={t('identity.rename', { name })}
          onClick={() => setDoing('renaming')}
        />
        {!(own && first) && (
          <IconButton
            ref={scissors}
            icon={Unlink}
            label={own ? t('identity.leave') : t('identity.unlink', { name })}
            onClick={() => setDoing('unlinking')}
          />
        )}
      </div>
      {doing === 'renaming' && (
        <Renaming
          name={device.name}
          onDone={(next) => {
            done(pencil);
            if (next !== undefined && next !== device.name) onRename(next);
          }}
        />
      )}
      {doing === 'unlinking' && (
        <div role="alertdialog" aria-label={t('identity.unlink', { name })} className="grid gap-3">
          <p>
            {t('identity.unlinkAsk', { name })} {first && t('identity.unlinkFirst')}
          </p>
          <div className="flex flex-wrap gap-2">
            <Button autoFocus onClick={() => done(scissors)}>
              {t('identity.cancel')}
            </Button>
            <Button
              look="leave"
              onClick={() => {
                done(scissors);
                onUnlink();
              }}
            >
              {t('identity.unlinkYes')}
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

function Renaming({ name, onDone }: { name: string; onDone: (name: string | undefined) => void }) {
  const t = useText();
  const [typed, setTyped] = useState(name);
  const tooLong = graphemes(typed) > limits.deviceNameGraphemes;
  function save(event: FormEvent) {
    event.preventDefault();
    if (!tooLong) onDone(typed);
  }
  return (
    <form onSubmit={save} className="grid gap-2">
      <TextField
        label={t('identity.nameOf')}
        value={typed}
        autoFocus
        error={tooLong ? t('identity.nameTooLong') : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="on">
          {t('identity.save')}
        </Button>
        <Button onClick={() => onDone(undefined)}>{t('identity.cancel')}</Button>
      </div>
    </form>
  );
}
