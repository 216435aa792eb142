'use client';

import { limits, type RoomSettings, truncate } from '@earshot/protocol';
import { useFormat, useText } from '../i18n/language.ts';
import { SelectField } from '../ui/select-field.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextField } from '../ui/text-field.tsx';
import { spokenLanguages } from './spoken-languages.ts';
import { TagField } from './tag-field.tsx';

const minuteMs = 60_000;
/** For how many minutes newcomers only listen. */
const listening = [0, 1, 5, 15, 60];
const sizes = [2, 5, 10, 20, 50, limits.roomMembers];

/** What a room is about, who finds it, and what newcomers may do. */
export function SettingsFields({
  settings,
  sealed = false,
  onChange,
}: {
  settings: RoomSettings;
  /** What a private room is about stands nowhere where a server could read it, and nobody finds it. */
  sealed?: boolean;
  onChange: (settings: RoomSettings) => void;
}) {
  const t = useText();
  const format = useFormat();
  const { topic, tags, language, listed, speaking, newcomersListenMinutes, sizeLimit, chat, encrypted } =
    settings;
  const most = encrypted ? limits.encryptedRoomMembers : limits.roomMembers;
  const change = (part: Partial<RoomSettings>) => onChange({ ...settings, ...part });
  const languages = spokenLanguages(language)
    .map((tag) => ({ tag, name: format.language(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name));

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {!sealed && (
          <>
            <TextField
              label={t('plan.topic')}
              hint={t('plan.topicHint')}
              name="topic"
              value={topic}
              onChange={({ target }) => change({ topic: truncate(target.value, limits.roomTopicGraphemes) })}
            />
            <TagField tags={tags} onChange={(next) => change({ tags: next })} />
          </>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t('square.language')}
            value={language}
            onChange={(next) => change({ language: next })}
            options={
              <>
                <option value="">{t('plan.noLanguage')}</option>
                {languages.map(({ tag, name }) => (
                  <option key={tag} value={tag}>
                    {name}
                  </option>
                ))}
              </>
            }
          />
          <SelectField
            label={t('plan.size')}
            value={`${Math.min(sizeLimit, most)}`}
            onChange={(next) => change({ sizeLimit: Number(next) })}
            options={[...new Set([...sizes, sizeLimit].map((size) => Math.min(size, most)))]
              .sort((a, b) => a - b)
              .map((size) => (
                <option key={size} value={size}>
                  {t('plan.people', { count: size })}
                </option>
              ))}
          />
        </div>
      </div>
      <div className="grid gap-5">
        {!sealed && !encrypted && (
          <Switch
            label={t('plan.listed')}
            hint={t('plan.listedHint')}
            on={listed}
            onChange={(on) => change({ listed: on })}
          />
        )}
        <Switch
          label={t('plan.stage')}
          hint={t('plan.stageHint')}
          on={speaking === 'invited'}
          onChange={(on) => change({ speaking: on ? 'invited' : 'everyone' })}
        />
        {speaking === 'everyone' && (
          <SelectField
            label={t('plan.newcomers')}
            value={`${newcomersListenMinutes}`}
            onChange={(next) => change({ newcomersListenMinutes: Number(next) })}
            options={[...new Set([...listening, newcomersListenMinutes])]
              .sort((a, b) => a - b)
              .map((minutes) => (
                <option key={minutes} value={minutes}>
                  {minutes === 0 ? t('plan.newcomersNot') : format.duration(minutes * minuteMs)}
                </option>
              ))}
          >
            <p className="text-sm text-soft">{t('plan.newcomersHint')}</p>
          </SelectField>
        )}
        <Switch
          label={t('plan.chat')}
          hint={t('plan.chatHint')}
          on={chat === 'on'}
          onChange={(on) => change({ chat: on ? 'on' : 'off' })}
        />
      </div>
    </div>
  );
}
