'use client';

import type { Applied } from '@earshot/client/browser';
import { useId } from 'react';
import { useFormat, useText } from '../i18n/language.ts';
import { Switch } from '../ui/switch.tsx';
import {
  bitratesKbps,
  type Preset,
  presetOf,
  presetSettings,
  presets,
  type SoundSettings,
} from './sound-settings.ts';

interface SoundSectionProps {
  settings: SoundSettings;
  /** What the browser really does; undefined while no microphone is open. */
  applied: Applied | undefined;
  /** Whether our own filter was wanted and did not start. */
  learnedFailed: boolean;
  onChange: (settings: SoundSettings) => void;
}

/** How one sounds: a preset, and each of its switches. */
export function SoundSection(props: SoundSectionProps) {
  const t = useText();
  const { settings, onChange } = props;
  const preset = presetOf(settings);
  return (
    <div className="grid gap-4">
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-semibold">{t('sound.heading')}</legend>
        {presets.map((each) => (
          <PresetChoice
            key={each}
            preset={each}
            chosen={each === preset}
            onChoose={() => onChange(presetSettings[each])}
          />
        ))}
        {!preset && <p className="text-sm text-soft">{t('sound.own')}</p>}
      </fieldset>
      <details className="rounded-md border border-line px-4" open={props.learnedFailed || undefined}>
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('sound.fine')}</summary>
        <FineSettings {...props} />
      </details>
    </div>
  );
}

function PresetChoice({
  preset,
  chosen,
  onChoose,
}: {
  preset: Preset;
  chosen: boolean;
  onChoose: () => void;
}) {
  const t = useText();
  const id = useId();
  return (
    <label
      htmlFor={id}
      className="grid min-h-12 cursor-pointer grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 rounded-md border border-edge px-4 py-2 has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
    >
      <input
        id={id}
        type="radio"
        name="preset"
        checked={chosen}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-hint`}
        onChange={onChoose}
        className="size-4 accent-ink focus-visible:outline-none"
      />
      <span id={`${id}-name`} className="font-medium">
        {t(`sound.${preset}`)}
      </span>
      <span id={`${id}-hint`} className="col-start-2 text-sm text-soft">
        {t(`sound.${preset}Hint`)}
      </span>
    </label>
  );
}

function FineSettings({ settings, applied, learnedFailed, onChange }: SoundSectionProps) {
  const t = useText();
  const { noiseSuppression } = settings;
  const learned = noiseSuppression === 'learned';
  /** The browser's own word stands beside what was asked of it. */
  const really = (asked: boolean, does: boolean | undefined) => {
    if (does === undefined || does === asked) return undefined;
    return t(asked ? 'sound.notOn' : 'sound.notOff');
  };
  return (
    <div className="grid gap-5 pt-2 pb-4">
      <Switch
        label={t('sound.echo')}
        hint={t('sound.echoHint')}
        on={settings.echoCancellation}
        onChange={(echoCancellation) => onChange({ ...settings, echoCancellation })}
      />
      <Really says={really(settings.echoCancellation, applied?.echoCancellation)} />
      <Switch
        label={t('sound.noise')}
        hint={t('sound.noiseHint')}
        on={noiseSuppression !== 'off'}
        onChange={(on) => onChange({ ...settings, noiseSuppression: on ? 'browser' : 'off' })}
      />
      <Really says={really(noiseSuppression === 'browser', applied?.noiseSuppression)} />
      <Switch
        label={t('sound.learned')}
        hint={t('sound.learnedHint')}
        on={learned}
        onChange={(on) => onChange({ ...settings, noiseSuppression: on ? 'learned' : 'browser' })}
      />
      <Really says={learnedFailed ? t('sound.learnedFailed') : undefined} />
      <Switch
        label={t('sound.gain')}
        hint={t('sound.gainHint')}
        on={settings.autoGainControl}
        onChange={(autoGainControl) => onChange({ ...settings, autoGainControl })}
      />
      <Really says={really(settings.autoGainControl, applied?.autoGainControl)} />
      <Switch
        label={t('sound.stereo')}
        on={settings.stereo}
        onChange={(stereo) => onChange({ ...settings, stereo })}
      />
      <Really says={settings.stereo && applied?.stereo === false ? t('sound.notOn') : undefined} />
      <Switch
        label={t('sound.dtx')}
        hint={t('sound.dtxHint')}
        on={settings.dtx}
        onChange={(dtx) => onChange({ ...settings, dtx })}
      />
      <BitrateChoice kbps={settings.kbps} onChoose={(kbps) => onChange({ ...settings, kbps })} />
    </div>
  );
}

function Really({ says }: { says: string | undefined }) {
  return (
    <p role="status" className="-mt-4 text-sm font-medium text-alert empty:hidden">
      {says}
    </p>
  );
}

function BitrateChoice({ kbps, onChoose }: { kbps: number; onChoose: (kbps: number) => void }) {
  const t = useText();
  const format = useFormat();
  const id = useId();
  return (
    <div className="flex items-center justify-between gap-4">
      <label htmlFor={id} className="font-semibold">
        {t('sound.bitrate')}
      </label>
      <select
        id={id}
        value={kbps}
        onChange={(event) => onChoose(Number(event.target.value))}
        className="min-h-11 rounded-md border border-edge bg-raised px-3"
      >
        {bitratesKbps.map((each) => (
          <option key={each} value={each}>
            {format.bitrate(each * 1_000)}
          </option>
        ))}
      </select>
    </div>
  );
}
