/** Where the sound comes out, in the lobby and in the settings. */
export const loudspeaker = {
  'loudspeaker.picker': 'Loudspeaker',
  'loudspeaker.system': 'System’s choice',
  'loudspeaker.unnamed': 'Loudspeaker {number}',
  'loudspeaker.unplugged': '{name} (not plugged in)',
  'loudspeaker.choose': 'Choose another…',
  'loudspeaker.hidden': 'Your browser shows other loudspeakers once you have turned on the microphone.',
  'loudspeaker.systemDecides': 'In this browser the system decides where sound comes out.',
  'loudspeaker.test': 'Play a test sound',
  'loudspeaker.testing': 'Playing…',
  'loudspeaker.testFailed': 'The sound could not be played. Try again, or another loudspeaker.',
  'loudspeaker.gone': '{name} is gone. You hear the room where the system plays sound, until it is back.',
  'loudspeaker.back': '{name} is back, and you hear the room there again',
} as const;
