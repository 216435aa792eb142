'use client';

import { useText } from '../i18n/language.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { type CaptureProblem, cameraProblems, screenProblems } from './capture-problem.ts';
import { useShareDesk, useShares } from './use-share-desk.ts';

/** Why a camera or a screen is not shown, and what to do about it. */
export function ShareNotices() {
  const desk = useShareDesk();
  const { camera, screenProblem } = useShares();
  return (
    <>
      {camera.at === 'refused' && (
        <CameraNotice problem={camera.problem} onRetry={() => void desk.showCamera()} />
      )}
      {screenProblem && <ScreenNotice problem={screenProblem} onRetry={() => void desk.addScreen()} />}
    </>
  );
}

export function CameraNotice({ problem, onRetry }: { problem: CaptureProblem; onRetry: () => void }) {
  const t = useText();
  const desk = useShareDesk();
  const { what, next, retryable } = cameraProblems[problem];
  return (
    <Notice what={t(what)} next={t(next)}>
      {retryable && <Button onClick={onRetry}>{t('camera.tryAgain')}</Button>}
      <Button look="quiet" onClick={() => desk.dismissProblems()}>
        {t('share.dismiss')}
      </Button>
    </Notice>
  );
}

function ScreenNotice({ problem, onRetry }: { problem: CaptureProblem; onRetry: () => void }) {
  const t = useText();
  const desk = useShareDesk();
  const { what, next, retryable } = screenProblems[problem];
  return (
    <Notice what={t(what)} next={t(next)}>
      {retryable && <Button onClick={onRetry}>{t('share.screen')}</Button>}
      <Button look="quiet" onClick={() => desk.dismissProblems()}>
        {t('share.dismiss')}
      </Button>
    </Notice>
  );
}
