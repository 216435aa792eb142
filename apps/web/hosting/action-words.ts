import type { ActionEntry } from '@earshot/client';
import type { Format } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';

interface Words {
  readonly t: Translate;
  readonly format: Pick<Format, 'duration'>;
}

/** What was done, in sentences without a full stop: one for each thing, since settings change several at once. */
export function actionWords({ action, by, on, detail = '' }: ActionEntry, { t, format }: Words): string[] {
  const people = { by: by.name || t('acted.someone'), on: on?.name || t('acted.someone') };
  switch (action) {
    case 'settings':
    case 'modes':
      return detail.split(' ').map((change) => changeWords(change, people.by, { t, format }));
    case 'role':
      return detail === 'moderator' || detail === 'speaker' || detail === 'listener'
        ? [t(`acted.role_${detail}`, people)]
        : [t('acted.other', people)];
    case 'ban': {
      const forMs = Number(detail);
      return detail === '' || !Number.isFinite(forMs)
        ? [t('acted.banForGood', people)]
        : [t('acted.ban', { ...people, time: format.duration(forMs) })];
    }
    case 'lowerHands':
      return [on ? t('acted.lowerHand', people) : t('acted.lowerHands', people)];
    case 'created':
      return [t('acted.created', people)];
    case 'handOver':
    case 'mute':
    case 'allowToSpeak':
    case 'shadowMute':
    case 'shadowUnmute':
    case 'remove':
    case 'unban':
    case 'deleteMessage':
    case 'voteToRemove':
      return [t(`acted.${action}`, people)];
    default:
      return [t('acted.other', people)];
  }
}

/** @param change as `locked=true`; of a topic its name alone. */
function changeWords(change: string, by: string, { t, format }: Words): string {
  const [what = '', value = ''] = change.split('=');
  switch (what) {
    case 'topic':
    case 'tags':
    case 'language':
      return t(`acted.${what}`, { by });
    case 'listed':
      return t(value === 'true' ? 'acted.listed' : 'acted.unlisted', { by });
    case 'locked':
      return t(value === 'true' ? 'acted.locked' : 'acted.unlocked', { by });
    case 'speaking':
      return t(value === 'invited' ? 'acted.stageOn' : 'acted.stageOff', { by });
    case 'newcomersListenMinutes':
      return Number(value) > 0
        ? t('acted.newcomers', { by, time: format.duration(Number(value) * 60_000) })
        : t('acted.newcomersOff', { by });
    case 'chat':
      return t(value === 'on' ? 'acted.chatOn' : 'acted.chatOff', { by });
    case 'sizeLimit':
      return t('acted.size', { by, count: Number(value) });
    case 'slowChatSeconds':
      return Number(value) > 0
        ? t('acted.slow', { by, time: format.duration(Number(value) * 1_000) })
        : t('acted.slowOff', { by });
    default:
      return t('acted.other', { by });
  }
}
