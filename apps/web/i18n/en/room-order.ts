/** What a room is about, what holds in it, and keeping order there. */
export const roomOrder = {
  'about.hosts': 'Hosts',
  'about.ownerless': 'Nobody owns this room: everyone here may do the same.',
  'about.noHosts': 'None of them is here just now.',
  'about.locked': 'Locked',
  'about.newcomers': 'Newcomers listen for {time} first',
  'about.stage': 'Newcomers listen',
  'about.chatOff': 'Chat off',
  'about.listed': 'Public',
  'about.edit': 'Change the room',

  'order.heading': 'Keep order',
  'order.lock': 'Lock the room',
  'order.lockHint': 'Nobody new comes in, but hosts.',
  'order.slow': 'Slow chat',
  'order.slowOff': 'Off',
  'order.slowEvery': 'One message every {time}',

  'bans.heading': 'Banned',
  'bans.none': 'Nobody is banned.',
  'bans.left': '{time} left',
  'bans.by': 'by {name}',
  'bans.vote': 'by a vote',
  'bans.unban': 'Unban {name}',
  'bans.unbanShort': 'Unban',

  'log.heading': 'What hosts did',
  'log.none': 'Nothing so far.',
  'log.older': 'Show older',
  'log.failed': 'This did not load.',
} as const;
