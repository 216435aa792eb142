/** The front page. */
export const home = {
  'home.heading': 'Open a link and talk.',
  'home.what': 'Earshot is a voice room behind a link: no account, nothing to install.',
  'home.otherDevice': 'Here on another device already?',
  'home.field': 'Name a room',
  'home.hint': 'Whoever has the link is within earshot.',
  'home.link': 'Your link: {link}',
  'home.linkCut': 'Your link: {link}. A name ends after {count} characters.',
  'home.dice': 'Roll a random name',
  'home.open': 'Open the room',
  'home.setUp': 'Set it up',
  'home.create': 'Create the room',
  'home.empty': 'Give the room a name first, or roll the dice.',
  'home.invalid': 'A room name needs at least one letter or number.',
  'home.recent': 'Where you have been',
  'home.forget': 'Forget {room}',
} as const;
