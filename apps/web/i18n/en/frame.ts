/** What stands around the people in a room: panels, settings, shortcuts, sharing. */
export const frame = {
  'frame.panel': 'Side panel',
  'frame.closePanel': 'Close panel',
  'frame.back': 'Back to the room',
  'frame.people': 'People',
  'frame.room': 'Room',
  'frame.showPeople': '{people}: show them',
  'frame.more': 'More',
  'frame.settings': 'Settings',
  'frame.fresh': { one: '{count} new', other: '{count} new' },

  'settings.sections': 'Subjects',
  'settings.microphone': 'Microphone',
  'settings.appearance': 'Appearance & language',
  'settings.shortcuts': 'Shortcuts',
  'settings.theme': 'Theme',
  'settings.themeSystem': 'As the device',
  'settings.themeLight': 'Light',
  'settings.themeDark': 'Dark',

  'shortcuts.heading': 'Keyboard shortcuts',
  'shortcuts.singleKeys': 'Shortcuts of one key',
  'shortcuts.singleKeysHint': 'Turn them off if you dictate: a spoken word could press them.',
  'shortcuts.mute': 'Mute or unmute',
  'shortcuts.people': 'Show or hide people',
  'shortcuts.share': 'Share this room',
  'shortcuts.settings': 'Open settings',
  'shortcuts.sheet': 'Show this list',
  'shortcuts.close': 'Close what is open',

  'share.share': 'Share',
  'share.heading': 'Bring somebody in',
  'share.title': '{room} · Earshot',
  'share.qr': 'QR code of the link to this room',
  'share.system': 'Share with an app…',
  'share.more': 'QR code and more',

  'people.live': 'Microphone on',
  'people.handPlace': 'Hand raised, number {place}',
  'people.sharing': 'Shares a screen',

  'roomPanel.age': 'Going for {age}',
  'roomPanel.justOpened': 'Opened just now',
  'roomPanel.whoHears': 'Who can hear you',
  'roomPanel.encryption':
    'Everyone with the link can come in and listen. Sound is encrypted on its way to the server and on to the others, but not end to end: whoever runs the server could listen in.',
} as const;
