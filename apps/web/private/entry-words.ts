import type { RoomMode } from '@earshot/client/private';
import type { PlainKey } from '../i18n/translate.ts';
import type { PrivateProblem } from '../room/entry-problem.ts';

interface Words {
  readonly what: PlainKey;
  readonly next: PlainKey;
}

const changed: Readonly<Record<RoomMode, Words>> = {
  password: { what: 'shut.password_changed', next: 'shut.password_changedNext' },
  link: { what: 'shut.key_changed', next: 'shut.key_changedNext' },
  both: { what: 'shut.either_changed', next: 'shut.either_changedNext' },
};

const byProblem: Readonly<Record<PrivateProblem, Words>> = {
  wrong_password: { what: 'shut.wrong_password', next: 'shut.wrong_passwordNext' },
  secret_changed: changed.password,
  locked_out: { what: 'shut.locked_out', next: 'shut.locked_outNext' },
  no_password: { what: 'shut.no_password', next: 'shut.no_passwordNext' },
  no_link_key: { what: 'shut.no_link_key', next: 'shut.no_link_keyNext' },
  record_tampered: { what: 'shut.record_tampered', next: 'shut.record_tamperedNext' },
  epoch_rolled_back: { what: 'shut.epoch_rolled_back', next: 'shut.epoch_rolled_backNext' },
  too_much_work: { what: 'shut.too_much_work', next: 'shut.too_much_workNext' },
  encryption_unsupported: { what: 'shut.encryption_unsupported', next: 'shut.encryption_unsupportedNext' },
  not_found: { what: 'shut.not_found', next: 'shut.not_foundNext' },
};

/** What to say to somebody who cannot come in, and what to do next. @param mode what the room takes, where that is known */
export function privateWords(problem: PrivateProblem, mode?: RoomMode): Words {
  if (problem === 'secret_changed' && mode) return changed[mode];
  if (problem === 'wrong_password' && mode === 'link')
    return { what: 'shut.wrong_key', next: 'shut.wrong_keyNext' };
  if (problem === 'wrong_password' && mode === 'both') {
    return { what: 'shut.wrong_either', next: 'shut.wrong_eitherNext' };
  }
  if (problem === 'no_link_key' && wasReloaded()) {
    return { what: 'shut.forgot_key', next: 'shut.forgot_keyNext' };
  }
  return byProblem[problem];
}

/** Then the link may well have been whole: its key was taken out of the address, and only the page before knew it. */
function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation?.type === 'reload' || navigation?.type === 'back_forward';
}
