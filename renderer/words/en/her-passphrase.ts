// Her own passphrase: setting, typing, changing, and doing away with it.
export const herPassphrase = {
  'her.passphrase.title': 'Your passphrase',
  'her.passphrase': 'Your passphrase',
  'her.passphrase.none':
    'You have none. You need none. Then an archivist writes down that you decided, and passages cannot be closed for everyone else.',
  'her.passphrase.isOpen': 'You have one, and it is in use now. What you decide is signed with your own key.',
  'her.passphrase.isClosed': 'You have one, but it has not been typed today. What you decide is written down as told.',
  'her.passphrase.set': 'Set a passphrase',
  'her.passphrase.open': 'Type my passphrase',
  'her.passphrase.change': 'Change it',
  'her.passphrase.forget': 'Do away with it',
  'her.passphrase.before': 'Before you do this',
  'her.passphrase.before.does':
    'With it, what you decide is signed with your own key, and you can close passages for everyone else.',
  'her.passphrase.before.lost':
    'Nobody can tell you this passphrase again, and nobody can set it back. If you forget it, what is only for you is lost for ever.',
  'her.passphrase.before.write': 'Write it on paper, and keep the paper where only you find it.',
  'her.passphrase.propose': 'Propose six words to me',
  'her.passphrase.old': 'The passphrase you have now',
  'her.passphrase.keep': 'Keep this passphrase',
  'her.passphrase.needed': 'Write the passphrase first.',
  'her.passphrase.notSame': 'The two are not the same. Type the second one again.',
  'her.passphrase.wrong': 'This is not your passphrase. Look at capital letters and spaces, and type it again.',
  'her.passphrase.opened': 'Your passphrase is in use now.',
  'her.passphrase.wasSet': 'Your passphrase is set, and in use now.',
  'her.passphrase.wasChanged': 'Your passphrase is changed. The old one opens nothing any more.',
  'her.passphrase.wasForgotten': 'You have no passphrase any more.',
  'her.forget.knows': 'Do you know your passphrase?',
  'her.forget.yes': 'Yes, I know it',
  'her.forget.no': 'No, I have forgotten it',
  'her.forget.yes.says': 'What is only for you is opened first. Then the archivists can read it again.',
  'her.forget.no.says': 'What is only for you can never be read again, by anybody. Nothing can bring it back.',
  'her.forget.offRecord':
    'What you said off the record and kept for yourself can be heard by nobody after that, not by you either.',
  'her.forget.no.waits':
    'For seven days after that, nobody can say yes to what leaves, in your name. You can always say no.',
  'her.forget.stays': 'What you signed stays signed. You can set another passphrase afterwards.',
  'her.forget.press': 'Do away with it',
  'her.forget.pressLost': 'Do away with it, and lose what is only for me',
} as const
