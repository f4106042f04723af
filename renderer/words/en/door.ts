export const door = {
  'door.name': 'Firsthand',
  'door.welcome.what':
    'Firsthand keeps the stories that people tell you, and each of them decides what becomes of hers.',
  'door.welcome.where': 'Everything stays on this computer, locked with a passphrase. Nothing is sent anywhere.',
  'door.welcome.begin':
    'To begin, make an archive. It takes about five minutes. Have a pen and paper ready, or a printer.',
  'door.welcome.make': 'Make an archive',
  'door.welcome.openExisting': 'Open an archive that is already there',
  'door.back': 'Back',

  'door.open.passphrase': 'Passphrase',
  'door.open.press': 'Open',
  'door.open.opening': 'Opening…',
  'door.open.openingNote': 'This takes a second or two, on purpose: it makes guessing slow.',
  'door.open.show': 'Show what I type',
  'door.open.hide': 'Hide what I type',
  'door.open.withPaper': 'Open with the paper key',
  'door.open.otherFolder': 'Choose another folder',
  'door.open.makeNew': 'Make a new archive',
  'door.open.needed': 'Type your passphrase first.',

  'door.paper.title': 'Open with the paper key',
  'door.paper.words': 'The 24 words',
  'door.paper.note': 'Type the words in their order, with a space between them. The numbers are not needed.',
  'door.paper.count': '{count, plural, =0 {No word yet} one {# word of 24} other {# words of 24}}',
  'door.paper.withPassphrase': 'Open with the passphrase',
  'door.paper.needed': 'The paper key has 24 words. There {count, plural, one {is # here} other {are # here}}.',
  'door.paper.unknown': 'Word {place} is not on the list. Look at it on the paper.',
  'door.paper.unknownNear': 'Word {place} is not on the list. Did you mean {near}?',
  'door.paper.order':
    'Each of these is a word of the list, but together they are no key. One of them is another word on your paper, or two have changed places.',
  'door.paper.another':
    'These 24 words are a whole paper key, but not of this archive. It may be of another one, or an older one that was replaced.',

  'door.make.title': 'Make an archive',
  'door.make.archivist': 'Your name or initials',
  'door.make.archivistNote': 'It signs what you write, so that nobody takes it for her words. A made-up name is fine.',
  'door.make.archivistNeeded': 'Write a name or initials first.',
  'door.make.folder': 'Where the archive lies',
  'door.make.changeFolder': 'Choose another folder',
  'door.make.synced': 'This folder lies in {service}',
  'door.make.syncedSays':
    '{service} copies it to other computers and may damage it while it does. Choose a folder outside it.',
  'door.make.passphrase': 'The passphrase',
  'door.make.passphraseNote':
    'Whoever has it can read everything here. Nobody can find it out for you, so it must not get lost.',
  'door.make.how': 'Which passphrase?',
  'door.make.proposed': 'Six words, chosen by chance',
  'door.make.proposedNote': 'Very hard to guess, easy to say and type.',
  'door.make.own': 'One of my own',
  'door.make.ownNote': 'At least as long as a sentence.',
  'door.make.words': 'Your six words',
  'door.make.another': 'Other six words',
  'door.make.writeDown':
    'Write the words on paper now. Keep the paper away from this computer, where only you find it.',
  'door.make.ownField': 'Your passphrase',
  'door.make.again': 'The passphrase once more',
  'door.make.againNote': 'Type it here, to see that you have it.',
  'door.make.verdict.empty': 'How hard it is to guess is shown here while you type.',
  'door.make.verdict.tooWeak': 'Too easy: a computer guesses this within hours. Make it longer.',
  'door.make.verdict.weak': 'Easy: somebody with a few computers guesses this. Two or three more words help.',
  'door.make.verdict.fair': 'Fair: guessing this takes a great effort. One more word makes it strong.',
  'door.make.verdict.strong': 'Strong: nobody guesses this in a lifetime.',
  'door.make.notSame': 'The two are not the same. Type the second one again.',
  'door.make.needed': 'Write a passphrase first.',
  'door.make.press': 'Make the archive',
  'door.make.making': 'Making the archive…',

  'door.key.title': 'Your paper key',
  'door.key.says':
    'These 24 words open the archive if the passphrase is lost. Print them or write them down, with their numbers.',
  'door.key.keep': 'Keep the paper in another place than this computer. Whoever holds it can open the archive.',
  'door.key.words': 'The 24 words of the paper key',
  'door.key.qr': 'The same 24 words as a square code for a camera',
  'door.key.print': 'Print',
  'door.key.printed': 'I have it on paper',
  'door.key.sheet': 'Paper key',
  'door.key.sheetSays': 'Keep this sheet where only you find it. The words are typed in their order.',

  'door.key.notYet': 'The archive is not made yet',
  'door.key.ifClosed': 'If you close this now, this archive is not made and this paper opens nothing.',
  'door.key.closing':
    'You were about to close this. Then this archive is not made and this paper opens nothing. To finish it, go on here.',
  'door.unmade.title': 'Nothing was made',
  'door.unmade.says':
    'An archive was begun, and the page was left before its paper key was typed back. Its paper opens nothing: throw it away.',
  'door.unmade.locked':
    'Firsthand was locked before these words were compared. This paper opens nothing: throw it away, and begin again.',
  'door.unmade.again': 'Begin again',

  'door.check.title': 'Try the paper',
  'door.check.says': 'Take the paper and type these words from it. So you know that it can be read.',
  'door.check.word': 'Word {place}',
  'door.check.press': 'Compare',
  'door.check.comparing': 'Comparing…',
  'door.check.wrong':
    'Not all of them are the same as on the screen before. Look at the paper, or look at the words again.',
  'door.check.showAgain': 'Show the words again',

  'door.hide.title': 'If somebody comes in',
  'door.hide.does': 'The button <b>Hide now</b> is at the top of every page. The keys for it are <k>{keys}</k>.',
  'door.hide.doesTitle': 'What it does',
  'door.hide.does1': 'The window turns into an empty sheet at once, and all sound stops.',
  'door.hide.does2': 'Then the archive is locked. The passphrase is needed to see anything again.',
  'door.hide.doesNotTitle': 'What it does not do',
  'door.hide.doesNot1': 'It does not hide that Firsthand is on this computer, or that there is an archive.',
  'door.hide.doesNot2':
    'It does not help against somebody who has seen the screen, taken a picture of it, or knows the passphrase.',
  'door.hide.doesNot3': 'It does not reach what you have printed or given out.',
  'door.hide.go': 'Go to the shelf',
} as const
