'use client';

import { Volume2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { SelectField } from '../ui/select-field.tsx';
import type { OutputDesk } from './output-desk.ts';
import { type OutputState, sinkOf } from './output-state.ts';
import { playTestSound } from './test-sound.ts';
import { useOutputs } from './use-outputs.ts';

/** Whether one will hear the others: which loudspeaker, and a sound to try it. */
export function LoudspeakerCheck() {
  const { desk, state } = useOutputs();
  return (
    <div className="grid gap-3">
      {desk && state && <LoudspeakerPicker desk={desk} state={state} explained />}
      <TestSound sinkId={state ? sinkOf(state) : ''} />
    </div>
  );
}

/** The same at the door, where only what there is to choose takes room. */
export function LoudspeakerAtTheDoor() {
  const { desk, state } = useOutputs();
  const choice = desk && (desk.canAsk || desk.outputs.length > 0);
  return (
    <div className="grid gap-3">
      {choice && state && <LoudspeakerPicker desk={desk} state={state} />}
      <TestSound sinkId={state ? sinkOf(state) : ''} look="quiet" />
    </div>
  );
}

/** Says who decides where the browser lets no page choose, or shows no device yet. */
function LoudspeakerPicker({
  desk,
  state,
  explained = false,
}: {
  desk: OutputDesk;
  state: OutputState;
  explained?: boolean;
}) {
  const t = useText();
  useEffect(() => void desk.look(), [desk]);
  const { outputs, canChoose, canAsk } = desk;
  const wanted = state.at === 'system' ? undefined : state.output;
  const listed = outputs.some(({ deviceId }) => deviceId === wanted?.deviceId);
  if (!canChoose) return <p className="text-soft">{t('loudspeaker.systemDecides')}</p>;

  return (
    <SelectField
      label={t('loudspeaker.picker')}
      value={wanted?.deviceId ?? ''}
      onChange={(picked) => desk.pick(outputs.find(({ deviceId }) => deviceId === picked))}
      options={
        <>
          <option value="">{t('loudspeaker.system')}</option>
          {wanted && !listed && (
            <option value={wanted.deviceId} disabled>
              {t('loudspeaker.unplugged', { name: wanted.label })}
            </option>
          )}
          {outputs.map(({ deviceId, label }, index) => (
            <option key={deviceId} value={deviceId}>
              {label || t('loudspeaker.unnamed', { number: index + 1 })}
            </option>
          ))}
        </>
      }
    >
      {canAsk && <Button onClick={() => void desk.ask()}>{t('loudspeaker.choose')}</Button>}
      {explained && !canAsk && outputs.length === 0 && (
        <p className="text-sm text-soft">{t('loudspeaker.hidden')}</p>
      )}
    </SelectField>
  );
}

function TestSound({ sinkId, look = 'plain' }: { sinkId: string; look?: 'plain' | 'quiet' }) {
  const t = useText();
  const [state, setState] = useState<'ready' | 'playing' | 'failed'>('ready');

  async function play() {
    if (state === 'playing') return;
    setState('playing');
    setState(
      await playTestSound(sinkId).then(
        () => 'ready' as const,
        () => 'failed' as const,
      ),
    );
  }

  return (
    <div className="grid gap-2">
      <Button look={look} aria-disabled={state === 'playing'} onClick={() => void play()}>
        <Volume2 aria-hidden="true" className="size-5" />
        {t(state === 'playing' ? 'loudspeaker.testing' : 'loudspeaker.test')}
      </Button>
      <p role="status" className="text-sm text-soft empty:hidden">
        {state === 'failed' && t('loudspeaker.testFailed')}
      </p>
    </div>
  );
}
