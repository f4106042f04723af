// Taking it with you, and bringing decisions back. `who` is `her` where the window speaks to her, `archivist` elsewhere.
export const takeHome = {
  'takeHome.title': '{who, select, her {Everything of yours} other {Let her take it with her}}',
  'takeHome.says':
    '{who, select, her {Your story is yours. You can always have all of it, away from here.} other {Her story is hers. She can always have all of it, away from here.}}',
  'takeHome.ways': 'How do you want to take it?',
  'takeHome.open': 'As files that any computer opens',
  'takeHome.open.note':
    '{who, select, her {Your words, your recordings, and all that was decided. Nothing is locked.} other {Her words, her recordings, and all that was decided. Nothing is locked.}}',
  'takeHome.copy': 'As a copy that only your passphrase opens',
  'takeHome.copy.note': 'You open it with this program. You can go on working on it, and bring your changes back here.',
  'takeHome.copy.needsPassphrase': 'For this you need a passphrase of your own. You can set one under About me.',
  'takeHome.copy.hers':
    'A copy that only her passphrase opens is made in her own session. Hand the window over to her.',
  'takeHome.open.before': 'Before you do this',
  'takeHome.open.plain': 'These files are plain. Whoever finds the stick can read them and hear the voice.',
  'takeHome.open.who': 'Think about who could look at it: at home, at a border, at work.',
  'takeHome.open.everything':
    '{who, select, her {What you took out for others is in them too, because they are yours.} other {What she took out for others is in them too, because they are hers.}}',
  'takeHome.open.sealed':
    '{who, select, her {Passages that you sealed are in them only while your passphrase is open.} other {Passages that she sealed are named, without their words. Her own session gives them too.}}',
  'takeHome.copy.locked':
    'The copy is locked with your passphrase, and with your own paper if you have one. Without them nobody can read it.',
  'takeHome.copy.forget':
    'If you forget the passphrase and have no paper, nobody can open the copy. What is here stays here.',
  'takeHome.copy.seen': 'Whoever finds it sees that there is a locked archive. They do not see whose it is.',
  'takeHome.copy.alone': 'Only what is yours is in it. Nothing of anybody else.',
  'takeHome.written': 'That a copy was taken, and when, is written down here. It does not say where it is.',
  'takeHome.name.note': 'A name that tells nothing is best.',
  'takeHome.name.open': 'my files',
  'takeHome.name.copy': 'my copy',
  'takeHome.passphrase': 'Your passphrase',
  'takeHome.passphrase.note': 'The same one opens the copy.',
  'takeHome.press.open': 'Write the files',
  'takeHome.press.copy': 'Make the copy',
  'takeHome.working': 'Writing',
  'takeHome.failed': 'Nothing was written',
  'takeHome.stopped': 'This was stopped',
  'takeHome.stopped.says': 'Nothing was left behind.',
  'takeHome.done.open': 'The files are there',
  'takeHome.done.copy': 'The copy is there',
  'takeHome.done.where': 'They are in {folder}.',
  'takeHome.done.whereCopy': 'It is in {folder}.',
  'takeHome.done.readme': 'Begin with README.txt. It says what each file is.',
  'takeHome.done.opens': 'On another computer, open this folder with the program and type your passphrase.',
  'takeHome.done.missing':
    '{count, plural, one {One recording could not be read, and is not there. The rest is whole.} other {# recordings could not be read, and are not there. The rest is whole.}}',
  'takeHome.again': 'Take it another way',

  'takeHome.pack.title': 'Bring your changes back',
  'takeHome.pack.says':
    'Everything that you changed, marked, said and decided here goes into one file. Give it to the people who look after the archive.',
  'takeHome.pack.locked': 'Only the archive that this copy came from can open the file. Nobody else can.',
  'takeHome.pack.signed': 'It is signed with your key, so they know that it comes from you.',
  'takeHome.pack.again': 'You can do this as often as you like. The last file holds everything.',
  'takeHome.pack.name': 'Name of the file',
  'takeHome.pack.proposed': 'back',
  'takeHome.pack.press': 'Make the file',
  'takeHome.pack.working': 'The file is being made…',
  'takeHome.pack.failed': 'The file was not made',
  'takeHome.pack.done': 'The file is there',
  'takeHome.pack.where': 'It is {file}.',

  'takeHome.back.title': 'Decisions from a copy',
  'takeHome.back.says':
    'A narrator who worked on her copy gives you a file that ends in .firsthand-decisions. Choose it, or drop it here.',
  'takeHome.back.choose': 'Choose the file',
  'takeHome.back.reading': 'The file is being read…',
  'takeHome.back.failed': 'Nothing was taken from this file',
  'takeHome.back.from': 'From {name}, made on {date}',
  'takeHome.back.signed': 'Signed with her key.',
  'takeHome.back.words':
    '{count, plural, =0 {No passage is changed.} one {One passage is changed.} other {# passages are changed.}}',
  'takeHome.back.marks':
    '{count, plural, =0 {No label, tie or taken-out place is changed.} one {One label, tie or taken-out place is changed.} other {# labels, ties or taken-out places are changed.}}',
  'takeHome.back.entries':
    '{count, plural, =0 {She answered nothing anew.} one {She answered one thing anew.} other {She answered # things anew.}}',
  'takeHome.back.spoken':
    '{count, plural, =0 {She recorded nothing.} one {She recorded one answer.} other {She recorded # answers.}}',
  'takeHome.back.no': 'Each no of hers counts at once. What she closed here meanwhile stays closed.',
  'takeHome.back.none': 'Nothing here was changed in the same place. You can take it as it is.',
  'takeHome.back.conflicts':
    '{count, plural, one {One thing was changed here too} other {# things were changed here too}}',
  'takeHome.back.rule': 'Hers is taken. Keep what stands here only where she says so.',
  'takeHome.back.kind.words': 'Words',
  'takeHome.back.kind.order': 'Order of the passages',
  'takeHome.back.kind.title': 'Title',
  'takeHome.back.kind.label': 'Label',
  'takeHome.back.kind.redaction': 'Taken out',
  'takeHome.back.kind.tie': 'Tie',
  'takeHome.back.kind.section': 'Heading',
  'takeHome.back.kind.name': 'Name',
  'takeHome.back.kind.wordsAbout': 'Words about her',
  'takeHome.back.hers': 'Hers',
  'takeHome.back.here': 'What stands here',
  'takeHome.back.gone': 'It is taken away.',
  'takeHome.back.which': 'Which one is taken?',
  'takeHome.back.takeHers': 'Take hers',
  'takeHome.back.keepHere': 'Keep what stands here, because she says so',
  'takeHome.back.tie.together': 'These passages travel together',
  'takeHome.back.tie.neverAlone': 'Never alone',
  'takeHome.back.tie.neverAsTitle': 'Never as a title',
  'takeHome.back.on': 'On: {quotes}',
  'takeHome.back.take': 'Take her decisions',
  'takeHome.back.leave': 'Leave it for now',
  'takeHome.back.taking': 'Her decisions are being taken…',
  'takeHome.back.changed': 'Something was changed here meanwhile. Choose the file again to see how it stands now.',
  'takeHome.back.done': 'Her decisions are taken',
  'takeHome.back.doneSays': 'What stood here before is kept as an earlier version.',
  'takeHome.back.toBeCleaned':
    'The places on the disk where what they replace stood could not all be cleared yet. That is done when the archive is opened the next time.',
  'takeHome.back.soundOpen':
    '{count, plural, one {# sealed passage is still heard in its recording here. Its sound does not leave.} other {# sealed passages are still heard in their recordings here. Their sound does not leave.}} Only she can close it: hand the window over to her, and she goes to the passage.',
  'takeHome.back.soundStillSealed':
    '{count, plural, one {She opened the sound of # passage in her copy.} other {She opened the sound of # passages in her copy.}} Here it stays closed. Only she can open it: hand the window over to her, and she opens it at the passage, with her passphrase.',
  'takeHome.back.toClose':
    '{count, plural, one {She closed the sound of # passage. It is closed here too.} other {She closed the sound of # passages. It is closed here too.}} For this, whole recordings are written anew, which may take a while.',
  'takeHome.back.closing': 'Closing the sound and taking her decisions',
  'takeHome.back.story': 'Open the story',
  'takeHome.back.another': 'Choose another file',
  'takeHome.back.silent': 'Sound from {start} to {end}',
} as const
