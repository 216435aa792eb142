/**
 * Sees to it that there is a mediasoup worker, and names it to the processes started from now on.
 * @param {import('./enter.mjs').Script} script
 */
export async function prepareWorker({ steps, signal, env }) {
  const { ensureWorker } = await import('../packages/mediasoup-worker/src/index.ts');
  try {
    env.MEDIASOUP_WORKER_BIN = await ensureWorker({ signal, report: reportTo(steps) });
    steps.end();
  } catch (error) {
    steps.end(false);
    throw error;
  }
  return env.MEDIASOUP_WORKER_BIN;
}

/**
 * Prints the news of packages/mediasoup-worker as steps.
 * @param {import('./steps.mjs').Steps} steps
 */
export function reportTo(steps) {
  return (news) => {
    if (news.at === 'step') steps.begin(news.text, news.usually);
    else if (news.at === 'progress') steps.progress(news.done / news.total);
    else {
      if (news.at === 'setback') steps.end(false);
      steps.note(news.text);
    }
  };
}
