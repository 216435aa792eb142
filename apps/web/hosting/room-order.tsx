'use client';

import type { RoomModes } from '@earshot/client';
import { useFormat, useText } from '../i18n/language.ts';
import { useInside, useSnapshot } from '../room/inside.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { Switch } from '../ui/switch.tsx';
import { BanList } from './ban-list.tsx';
import { useAct } from './use-act.ts';

const slowSteps = [0, 5, 15, 30, 60, 300];

/** For hosts: what keeps order from one moment to the next. Nothing for everybody else. */
export function RoomOrder() {
  const t = useText();
  const format = useFormat();
  const act = useAct();
  const { hosting } = useInside().room;
  const { settings, owned } = useSnapshot((snapshot) => snapshot.room);
  const host = useSnapshot(() => hosting.can('setRoomModes'));
  if (!owned || !host) return null;
  const { locked, speaking, chat, slowChatSeconds } = settings;
  const set = (modes: RoomModes) => void act({ does: () => hosting.setModes(modes) });

  return (
    <>
      <section className="grid gap-4">
        <h3 className="font-semibold">{t('order.heading')}</h3>
        <Switch
          label={t('order.lock')}
          hint={t('order.lockHint')}
          on={locked}
          onChange={(on) => set({ locked: on })}
        />
        <Switch
          label={t('plan.stage')}
          hint={t('plan.stageHint')}
          on={speaking === 'invited'}
          onChange={(on) => set({ speaking: on ? 'invited' : 'everyone' })}
        />
        <Switch
          label={t('plan.chat')}
          hint={t('plan.chatHint')}
          on={chat === 'on'}
          onChange={(on) => set({ chat: on ? 'on' : 'off' })}
        />
        <SelectField
          label={t('order.slow')}
          value={`${slowChatSeconds}`}
          onChange={(next) => set({ slowChatSeconds: Number(next) })}
          options={[...new Set([...slowSteps, slowChatSeconds])]
            .sort((a, b) => a - b)
            .map((seconds) => (
              <option key={seconds} value={seconds}>
                {seconds === 0
                  ? t('order.slowOff')
                  : t('order.slowEvery', { time: format.duration(seconds * 1_000) })}
              </option>
            ))}
        />
      </section>
      <BanList />
    </>
  );
}
