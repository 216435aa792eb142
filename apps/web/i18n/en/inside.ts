/** Who is in the room, for whoever stands before it. */
export const inside = {
  'inside.nobody': 'Nobody is here yet. You will be the first.',
  'inside.who': { one: '{names} is inside', other: '{names} are inside' },
  'inside.others': { one: '{count} other', other: '{count} others' },
  'inside.people': { one: '{count} person is inside', other: '{count} people are inside' },
  'inside.talking': { one: '{names} is talking', other: '{names} are talking' },
  'inside.somebodyTalks': { one: '{count} is talking', other: '{count} are talking' },
  'inside.locked': 'The door is locked just now.',
  'inside.anotherTab': 'You are in this room in another tab. If you join here as well, you are there twice.',
  'inside.leaveThere': 'Leave there',
} as const;
