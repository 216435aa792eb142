'use client';

import { useText } from '../i18n/language.ts';
import type { PlainKey } from '../i18n/translate.ts';
import { Switch } from '../ui/switch.tsx';
import { isSingleKey, keyNames } from './key-press.ts';
import { useShortcutList, useSingleKeys } from './use-shortcut.ts';

/** Keys that are written differently on the keyboards of different languages. */
const localNames: Readonly<Record<string, PlainKey>> = { Escape: 'shortcuts.escape', Space: 'talk.space' };

/** What each key does. Keys that are off stay in the list, dimmed, so that one knows what comes back. */
export function ShortcutList() {
  const t = useText();
  const [singleKeys, setSingleKeys] = useSingleKeys();
  const shortcuts = useShortcutList();
  const mac = /Mac|iPhone|iPad/.test(navigator.platform);

  return (
    <div className="grid gap-5">
      <ul className="grid gap-1">
        {shortcuts.map(({ keys, label }) => {
          const off = !singleKeys && isSingleKey(keys);
          return (
            <li key={`${keys} ${label}`} className="flex min-h-10 items-center justify-between gap-4">
              <span className={off ? 'text-soft line-through' : ''}>{t(label)}</span>
              <span className="flex shrink-0 gap-1" dir="ltr">
                {keyNames(keys, mac).map((name) => (
                  <kbd
                    key={name}
                    className="grid min-h-7 min-w-7 place-items-center rounded-sm border border-edge bg-sunken px-2 font-sans text-sm font-semibold"
                  >
                    {localNames[name] ? t(localNames[name]) : name}
                  </kbd>
                ))}
              </span>
            </li>
          );
        })}
      </ul>
      <Switch
        label={t('shortcuts.singleKeys')}
        hint={t('shortcuts.singleKeysHint')}
        on={singleKeys}
        onChange={setSingleKeys}
      />
    </div>
  );
}
