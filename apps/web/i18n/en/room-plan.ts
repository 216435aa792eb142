/** What the owner of a room decides about it. */
export const roomPlan = {
  'plan.topic': 'Topic',
  'plan.topicHint': 'One line that says what the room is about.',
  'plan.tags': 'Tags',
  'plan.tagsHint': 'Up to {count} words to find it by. Enter adds one.',
  'plan.addTag': 'Add',
  'plan.removeTag': 'Remove {tag}',
  'plan.noLanguage': 'Not said',
  'plan.listed': 'Show it among the public rooms',
  'plan.listedHint': 'Anyone can then find it on the front page. Otherwise people need the link.',
  'plan.stage': 'Newcomers only listen at first',
  'plan.stageHint': 'They raise a hand, and a host lets them speak.',
  'plan.size': 'Room for',
  'plan.people': { one: '{count} person', other: '{count} people' },
  'plan.chat': 'Everyone can write in the chat',
  'plan.chatHint': 'When this is off, only hosts write.',
  'plan.owner': 'The room will be yours: the key in this browser opens it again.',
} as const;
