/** How one hears the others, and how good the lines are. */
export const listening = {
  'listening.menu': 'How you hear {name}',
  'listening.menuMuted': 'How you hear {name}: muted for you',
  'listening.menuVolume': 'How you hear {name}: {volume}',
  'listening.volume': 'Volume',
  'listening.muteForMe': 'Mute for me',
  'listening.muteForMeHint': 'Only you stop hearing them. Nobody is told.',
  'listening.reset': 'As they come',
  'listening.noKey': 'Their browser keeps no key, so this is remembered for this visit only.',
  'listening.levelling': 'Everyone equally loud',
  'listening.levellingHint': 'Quiet voices come up and loud ones down, a little and slowly. Only for you.',

  'settings.sound': 'Sound',
  'settings.connection': 'Connection',
} as const;
