/** The service itself, and pages that are not there or broke. */
export const app = {
  'app.name': 'Earshot',
  'app.title': 'Earshot: open a link and talk',
  'app.description': 'Voice rooms behind a link. No account, nothing to install.',
  'app.home': 'Earshot, home',
  'app.noScript': 'Earshot needs JavaScript to carry your voice.',

  'missing.heading': 'Nothing to hear here.',
  'missing.what': 'There is no page at this address.',
  'missing.home': 'Go to the front door',

  'broken.heading': 'This page stumbled.',
  'broken.what': 'A bug in Earshot stopped it. You are not in a room any more and your microphone is off.',
  'broken.again': 'Start over',
  'broken.part': 'This part could not be loaded.',
  'broken.partNext': 'The connection may be slow or gone. Your call goes on meanwhile.',
} as const;
