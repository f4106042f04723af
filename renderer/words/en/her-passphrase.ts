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
  'her.passphrase.use': 'Use this passphrase',
  'her.passphrase.change': 'Change it',
  'her.passphrase.forget': 'Do away with it',
  'her.passphrase.forgotten': 'I have forgotten my passphrase',
  'her.passphrase.before': 'Before you do this',
  'her.passphrase.before.does':
    'With it, what you decide is signed with your own key, and you can close passages for everyone else.',
  'her.passphrase.before.lost':
    'Nobody can tell you this passphrase again, and nobody can set it back. If you forget it, and have no paper of your own, what is only for you is lost for ever.',
  'her.passphrase.before.write': 'Write it on paper, and keep the paper where only you find it.',
  'her.passphrase.before.paper':
    'After this you can make a paper of your own. It opens what is yours if you forget the passphrase.',
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
  'her.forget.yes.says': 'What is only for you is opened first. Then the archivists can read and hear it again.',
  'her.forget.no.says': 'What is only for you can never be read again, by anybody. Nothing can bring it back.',
  'her.forget.paper': 'Your own paper opens nothing after that.',
  'her.forget.no.paper':
    'You have a paper of your own. With it you can set another passphrase, and nothing is lost. If you go on here, the paper opens nothing any more.',
  'her.forget.offRecord':
    'What you said off the record and kept for yourself can be heard by nobody after that, not by you either.',
  'her.forget.no.waits':
    'For seven days after that, nobody can say yes to what leaves, in your name. You can always say no.',
  'her.forget.stays': 'What you signed stays signed. You can set another passphrase afterwards.',
  'her.forget.soundLost':
    'Some of the sound that is only for you cannot be read any more. If you go on, everything else is opened, and there is silence where that was, for good. If there is a backup from before, ask for it first.',
  'her.forget.press': 'Do away with it',
  'her.forget.pressSoundLost': 'Do away with it, and do without that sound',
  'her.forget.pressLost': 'Do away with it, and lose what is only for me',
  'her.paper.has': 'You have a paper of your own.',
  'her.paper.hasNone': 'You have no paper of your own.',
  'her.paper.inCopy': 'It opens this copy too.',
  'her.paper.notInCopy': 'One is made in the archive. A copy that you make after that opens with it too.',
  'her.paper.make': 'Make a paper of my own',
  'her.paper.another': 'Make a new paper of my own',
  'her.paper.does':
    'The paper has 24 words. If you forget your passphrase, you set a new one with them, and nothing is lost.',
  'her.paper.holds': 'Whoever has the paper, and has your window open, can do the same. So only you should find it.',
  'her.paper.without':
    'You need no paper. Without it, a passphrase that you forget cannot be brought back by anybody, and what is only for you is lost.',
  'her.paper.replaces': 'The paper that you have now opens nothing any more once the new one counts.',
  'her.paper.passphrase': 'Your passphrase, once more',
  'her.paper.show': 'Show the words',
  'her.paper.skip': 'Go on without a paper',
  'her.paper.keepOld': 'Stay with the paper that I have',
  'her.paper.notYet': 'This paper does not count yet',
  'her.paper.ifClosed':
    'It counts when you have typed some of its words back. If you close this now, it opens nothing.',
  'her.paper.title': 'Your own paper',
  'her.paper.says':
    'These 24 words open what is yours if you forget your passphrase. Print them or write them down, with their numbers.',
  'her.paper.keep': 'They are shown only now. Nobody here can see them again, the archivists neither.',
  'her.paper.sheet': 'My paper',
  'her.paper.sheetSays': 'Keep this sheet where only you find it. The words are typed in their order.',
  'her.paper.words': 'The 24 words of your paper',
  'her.paper.wasMade': 'Your paper counts from now on. An older one opens nothing any more.',
  'her.paper.open': 'Set a new passphrase with your paper',
  'her.paper.open.says': 'What is only for you stays as it is, and you go on signing with the same key.',
  'her.paper.needed': 'Your paper has 24 words. There {count, plural, one {is # here} other {are # here}}.',
  'her.paper.wasOpened': 'Your new passphrase is set, and in use now. Your paper stays as it was.',
  'her.paper.forgottenWithout':
    'Then nobody can set a new passphrase for you. What is only for you stays closed until you remember the one you had.',
} as const
