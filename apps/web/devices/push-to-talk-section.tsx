'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Switch } from '../ui/switch.tsx';
import { isBindable, keyName, usePushToTalk } from './push-to-talk-settings.ts';

/** Push-to-talk, and the key for it. */
export function PushToTalkSection() {
  const t = useText();
  const [settings, setSettings] = usePushToTalk();
  return (
    <section className="grid gap-4" aria-label={t('talk.heading')}>
      <Switch
        label={t('talk.mode')}
        hint={t('talk.modeHint')}
        on={settings.on}
        onChange={(on) => setSettings({ ...settings, on })}
      />
      {settings.on && (
        <KeyChoice
          name={keyName(settings) || t('talk.space')}
          onChoose={(code, key) => setSettings({ ...settings, code, key })}
        />
      )}
    </section>
  );
}

function KeyChoice({ name, onChoose }: { name: string; onChoose: (code: string, key: string) => void }) {
  const t = useText();
  const id = useId();
  const [asking, setAsking] = useState<'no' | 'yes' | 'refused'>('no');

  function press(event: KeyboardEvent) {
    if (asking === 'no' || event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return setAsking('no');
    if (!isBindable(event.code)) return setAsking('refused');
    onChoose(event.code, event.key);
    setAsking('no');
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p id={id} className="font-semibold">
        {t('talk.key')}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <kbd className="grid min-h-9 min-w-9 place-items-center rounded-sm border border-edge bg-sunken px-3 font-sans font-semibold">
          {name}
        </kbd>
        <Button
          data-asks-for-key={asking !== 'no' || undefined}
          aria-describedby={id}
          onKeyDown={press}
          onKeyUp={(event) => asking !== 'no' && event.preventDefault()}
          onBlur={() => setAsking('no')}
          onClick={() => setAsking('yes')}
        >
          {t(asking === 'no' ? 'talk.change' : 'talk.press')}
        </Button>
      </div>
      <p role="status" className="w-full text-sm text-soft empty:hidden">
        {asking === 'yes' && t('talk.pressHint')}
        {asking === 'refused' && t('talk.notThis')}
      </p>
    </div>
  );
}
