/** The people of a room: their list, hands, reactions, and how one presents oneself. */
export const people = {
  'people.live': 'Microphone on',
  'people.sharing': 'Shares a screen',
  'people.handPlace': 'Hand raised, number {place}',
  'people.search': 'Find somebody',
  'people.nobodyFound': 'Nobody here is called that.',
  'people.editOwn': 'Edit your profile',

  'hand.raise': 'Raise hand',
  'hand.lower': 'Lower hand',
  'hand.raisedBy': { one: '{names} raised a hand', other: '{names} raised a hand' },
  'hand.raisedMany': { one: '{count} hand was raised', other: '{count} hands were raised' },
  'hand.ownRaised': 'Your hand is up, number {place}',
  'hand.ownLowered': 'Your hand is down',
  'hand.refused': 'Your hand could not be changed. Try again in a moment.',

  'reactions.react': 'React',
  'reactions.bar': 'Reactions',
  'reactions.more': 'All emoji',
  'reactions.send': 'React with {emoji}',
  'reactions.fromOne': '{name} reacted with {emoji}',
  'reactions.fromMany': {
    one: '{count} person reacted with {emoji}',
    other: '{count} people reacted with {emoji}',
  },

  'profile.emoji': 'Emoji in place of your initials',
  'profile.moreEmoji': 'Another emoji',
  'profile.noEmoji': 'None',
  'profile.status': 'Status',
  'profile.statusHint': 'A line that others see beside your name.',
  'profile.left': { one: '{count} character left', other: '{count} characters left' },
  'profile.tooLong': { one: '{count} character too many', other: '{count} characters too many' },
  'profile.save': 'Save',
  'profile.saved': 'Saved. Everyone sees it now.',
  'profile.refused': 'Your profile could not be saved.',
  'profile.refusedNext': 'That was a lot of changes, or the connection is down. Try again in a moment.',
} as const;
