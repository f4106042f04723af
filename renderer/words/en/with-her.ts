// Handing the window over to her and giving it back, and what is said in every room of hers. All speaks to her, but the
// words of handing over, which speak to an archivist.
export const withHer = {
  'her.handOver': 'Hand over to her',
  'her.handOver.whose': 'The window becomes {name}’s.',
  'her.handOver.whose.noName': 'The window becomes hers.',
  'her.handOver.says':
    'From here on this window shows only what is hers. To come back somebody needs an archivist’s passphrase.',
  'her.handOver.idle': 'After ten minutes in which nobody touches anything, it closes.',
  'her.handOver.passphrase': 'Her own passphrase, typed by her',
  'her.handOver.without':
    'Leave it empty if she has none. Without it, what she decides is written down as told, with you as the one who was there.',
  'her.handOver.wrong': 'This is not her passphrase. She can type it again, or leave it empty.',
  'her.handOver.hasNone': 'She has no passphrase yet. Leave it empty. She can set one herself.',
  'her.handOver.press': 'Hand over',

  'her.opening': 'Opening…',
  'her.broke': 'This page stopped working',
  'her.alone.noName': 'You are alone with your stories',
  'her.alone': 'you are alone with your stories',
  'her.alone.story': 'you are alone with your story',
  'her.menu': 'Menu',
  'her.leave': 'Give the window back',
  'her.leave.copy': 'Close',
  'her.leave.copySays': 'What you did is kept. To open it again, type your passphrase.',
  'her.leave.says': 'An archivist types a passphrase here. Then the window is theirs again.',
  'her.leave.passphrase': 'Passphrase of an archivist',
  'her.leave.needed': 'An archivist’s passphrase is needed here.',
  'her.leave.wrong': 'This is not an archivist’s passphrase. The window stays yours. Type it again.',
  'her.leave.press': 'Give it back',
  'her.leave.stay': 'Stay here',
  'her.back': 'Back to my stories',

  'her.keep': 'Keep it',
  'her.missing': 'Choose or write this first.',
  'her.canStayEmpty': 'It can stay empty.',

  'her.evidence': 'At this window, by herself.',
} as const
