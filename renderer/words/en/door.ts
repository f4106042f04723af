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

  'door.open.withShares': 'Open with sheets of trusted people',
  'door.keys.by.shares': 'Sheets of trusted people',
  'door.keys.sharesNeeded':
    'Each sheet has 24 words. There {count, plural, =0 {are none yet} one {is # here} other {are # here}}, and that makes no whole sheets.',
  'door.sheets.title': 'Open with sheets of trusted people',
  'door.sheets.says':
    'Some people have a sheet with 24 words each. Enough of these sheets together open the archive. Type one after the other.',
  'door.sheets.words': 'The 24 words of a sheet',
  'door.sheets.add': 'Add this sheet',
  'door.sheets.looking': 'Looking at the words…',
  'door.sheets.added': 'Sheet {number} is added.',
  'door.sheets.given': 'Sheets so far',
  'door.sheets.one': 'Sheet {number}',
  'door.sheets.leave': 'Leave out sheet {number}',
  'door.sheets.more': '{more, plural, one {# more sheet is needed.} other {# more sheets are needed.}}',
  'door.sheets.enough': 'These are enough. Open the archive.',
  'door.sheets.all': 'The words of the sheets',
  'door.sheets.allNote':
    'Type the words of one sheet after the other, with a space between them. The numbers are not needed.',
  'door.sheets.count':
    '{count, plural, =0 {No word yet} one {# word} other {# words}}{sheets, plural, =0 {} one {, # whole sheet} other {, # whole sheets}}',
  'door.sheets.is.count':
    'A sheet has 24 words. There {count, plural, =0 {are none here yet} one {is # here} other {are # here}}.',
  'door.sheets.is.another': 'Word {place} is another one on the sheet. Look at it there.',
  'door.sheets.is.swapped': 'Words {place} and {other} have changed places. Look at the sheet.',
  'door.sheets.is.broken':
    'Each of these is a word of the list, but together they are no sheet. More than one of them is another word on your sheet.',
  'door.sheets.is.paper': 'These are the words of a paper key and not of a sheet. Open with the paper key.',
  'door.sheets.is.newer': 'This sheet was made by a newer Firsthand. This one cannot read it.',
  'door.sheets.is.otherArchive': 'This sheet is of another archive. Choose that folder first.',
  'door.sheets.is.otherSet':
    'This sheet is of another set than the first one. Only sheets that were made together open.',
  'door.sheets.is.twice': 'Sheet {number} is here already. Each person has another one.',

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
  'door.key.keep': 'Keep the paper away from this computer. Whoever holds it can open the archive.',
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

  'door.keys.opensNow': 'What opens it now?',
  'door.keys.by.passphrase': 'The passphrase',
  'door.keys.by.paper': 'The paper key',
  'door.keys.passphraseNow': 'The passphrase of now',
  'door.keys.change': 'Change the passphrase',
  'door.keys.newPassphrase': 'The new passphrase',
  'door.keys.changePress': 'Change it',
  'door.keys.changing': 'Changing the passphrase…',
  'door.keys.comparing': 'Comparing…',
  'door.keys.not': 'Leave it as it is',
  'door.keys.changed': 'The passphrase is changed',
  'door.keys.changedSays': 'The new one opens the archive from now on. The old one does not open it any more.',
  'door.keys.paper': 'Make a new paper key',
  'door.keys.paperPress': 'Show a new paper key',
  'door.keys.notYet': 'The new paper key does not count yet',
  'door.keys.ifClosed':
    'If you close this now, the new paper opens nothing and the old one goes on opening. The new one counts when you have typed some of it back.',
  'door.keys.keepOld': 'Keep the old paper key',
  'door.keys.made': 'The new paper key counts',
  'door.keys.madeSays': 'The old one stopped at this moment. Destroy its paper.',
  'door.keys.copies':
    'Copies of the archive folder from before still open with the old one, and with it this archive too. Make new copies, and destroy the old ones.',

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
