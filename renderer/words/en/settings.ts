export const settings = {
  'settings.title': 'Settings and care',
  'settings.language': 'Language',
  'settings.look': 'How it looks',
  'settings.theme': 'Light or dark',
  'settings.theme.system': 'As the computer',
  'settings.theme.light': 'Light',
  'settings.theme.dark': 'Dark',
  'settings.textSize': 'Text size',
  'settings.textSize.one': '{size, number} %',
  'settings.lock': 'Lock',
  'settings.lock.says': 'Locking closes the archive and empties this window. The passphrase opens it again.',
  'settings.lock.now': 'Lock now',
  'settings.care': 'Check this archive',
  'settings.care.says':
    'Everything is read once, to see that nothing is damaged or missing. You can go on working meanwhile.',
  'settings.care.start': 'Check now',
  'settings.care.checking': 'Checking',
  'settings.care.done': '{done, number} of {total, number}',
  'settings.care.stopped': 'The check was stopped. Nothing was changed.',
  'settings.care.whole': 'Everything is whole',
  'settings.care.counted':
    '{stories, plural, one {# story} other {# stories}}, {recordings, plural, one {# recording} other {# recordings}} and {entries, plural, one {# decision} other {# decisions}} were looked at.',
  'settings.care.signed':
    '{signed, plural, =0 {None of the decisions is signed with a narrator’s own key} one {# of the decisions is signed with a narrator’s own key} other {# of the decisions are signed with narrators’ own keys}}; {attested, plural, =0 {none was} one {# was} other {# were}} kept by an archivist for her.',
  'settings.care.erased':
    '{count, plural, one {# more decision was erased with its story. Only its place and its number are left, and they fit between the others.} other {# more decisions were erased with their stories. Only their places and their numbers are left, and they fit between the others.}}',
  'settings.care.erasedStillThere':
    '{count, plural, one {# thing that was erased is here again. Lock the archive and open it again: then it is erased.} other {# things that were erased are here again. Lock the archive and open it again: then they are erased.}}',
  'settings.care.faults': 'Which decisions',
  'settings.care.fault.missing':
    '{same, select, yes {Decision {sequence, number} is missing.} other {Decisions {sequence, number} to {until, number} are missing.}}',
  'settings.care.fault.edited':
    'Decision {sequence, number} says something else than when it was kept. {known, select, yes {It is dated {date}, in “{title}”.} other {}}',
  'settings.care.fault.outOfOrder':
    'Decision {sequence, number} stands in the place of another. {known, select, yes {It is dated {date}, in “{title}”.} other {}}',
  'settings.care.fault.forged':
    '{same, select, yes {Decision {sequence, number} is not the one that was kept there.} other {Decisions {sequence, number} to {until, number} are not the ones that were kept there.}} {known, select, yes {It is dated {date}, in “{title}”.} other {}}',
  'settings.care.fault.cutOff':
    '{same, select, yes {Decision {sequence, number} was taken off the end.} other {Decisions {sequence, number} to {until, number} were taken off the end.}}',
  'settings.care.fault.signature':
    'Decision {sequence, number} is not signed by the narrator whose it is. {known, select, yes {It is dated {date}, in “{title}”.} other {}}',
  'settings.care.more': 'The first of them are named here.',
  'settings.care.found': 'Something needs care',
  'settings.care.foundSays':
    'Make a backup, or copy the whole archive folder to another disk, before you do anything else. Then try Repair.',
  'settings.care.pageDamaged':
    '{count, plural, one {# part of the archive file is damaged.} other {# parts of the archive file are damaged.}}',
  'settings.care.passageWithoutTestimony':
    '{count, plural, one {# passage belongs to no story.} other {# passages belong to no story.}}',
  'settings.care.rangeOutsidePassage':
    '{count, plural, one {# mark lies outside its words.} other {# marks lie outside their words.}}',
  'settings.care.tieNotWhole':
    '{count, plural, one {# tie does not hold the whole of its passage.} other {# ties do not hold the whole of their passages.}}',
  'settings.care.pastBroken':
    '{count, plural, one {# earlier state of a story cannot be read.} other {# earlier states of stories cannot be read.}}',
  'settings.care.sectionWithoutPassage':
    '{count, plural, one {# heading stands on no passage.} other {# headings stand on no passage.}}',
  'settings.care.sealedInTheOpen':
    '{count, plural, one {# sealed passage has words outside its seal. Tell her.} other {# sealed passages have words outside their seals. Tell her.}}',
  'settings.care.ledgerBroken':
    '{count, plural, one {# decision of a narrator is not there as it was kept.} other {# decisions of narrators are not there as they were kept.}}',
  'settings.care.signatureBroken':
    '{count, plural, one {# decision says that a narrator signed it, and it is not her signature. It lets nothing leave.} other {# decisions say that a narrator signed them, and it is not her signature. They let nothing leave.}}',
  'settings.care.evidenceMissing':
    '{count, plural, one {# paper or sound that shows that a narrator decided is missing.} other {# papers or sounds that show that narrators decided are missing.}}',
  'settings.care.disclosurePassageUnknown':
    '{count, plural, one {# line of what was given out names a passage that is not there.} other {# lines of what was given out name passages that are not there.}}',
  'settings.care.mediaWithoutFile':
    '{count, plural, one {The file of # recording is missing.} other {The files of # recordings are missing.}}',
  'settings.care.fileWithoutMedia':
    '{count, plural, one {# file in the folder belongs to no story.} other {# files in the folder belong to no story.}}',
  'settings.care.mediaDamaged': '{count, plural, one {# recording is damaged.} other {# recordings are damaged.}}',
  'settings.care.searchOutOfStep':
    '{count, plural, one {# passage cannot be found by its words.} other {# passages cannot be found by their words.}}',
  'settings.keys': 'Keys',
  'settings.keys.says': 'Every command can be given other keys. They work while the caret stays in the text.',
  'settings.keys.print': 'Print this card',
  'settings.keys.preset': 'Keys like in',
  'settings.keys.preset.oTranscribe': 'oTranscribe',
  'settings.keys.preset.expressScribe': 'Express Scribe',
  'settings.keys.preset.own': 'My own keys',
  'settings.keys.skip': 'Back and on go by (seconds)',
  'settings.keys.stepBack': 'Play steps back by (seconds)',
  'settings.keys.pauseWhileTyping': 'Pause while I type',
  'settings.keys.pauseWhileTyping.says': 'The sound goes on when your hands have rested for a second.',
  'settings.keys.room.sound': 'Sound',
  'settings.keys.room.story': 'In a story',
  'settings.keys.room.marks': 'Chosen words and marks',
  'settings.keys.room.window': 'Everywhere',
  'settings.keys.room.more': 'More',
  'settings.keys.none': 'no keys',
  'settings.keys.stays': 'always these',
  'settings.keys.change': 'Change',
  'settings.keys.change.of': 'Change the keys of: {name}',
  'settings.keys.reset': 'As at the start',
  'settings.keys.reset.of': 'Keys as at the start: {name}',
  'settings.keys.reset.all': 'All keys as at the start',
  'settings.keys.pressNew': 'Press the new keys',
  'settings.keys.leave': 'Leave as it is',
  'settings.keys.clear': 'No keys',
  'settings.keys.refused.types': 'These keys write. Hold {mod} with them, or take a key from F1 to F12.',
  'settings.keys.refused.edits': 'These keys cut, copy, paste, select or undo. They stay as they are.',
  'settings.keys.refused.moves': 'These keys move about or change text. They stay as they are.',
  'settings.keys.refused.inputMethod': 'These keys change how you write on many computers. They stay as they are.',
  'settings.keys.refused.window': 'These keys belong to the window. They stay as they are.',
  'settings.keys.refused.unknown': 'This key has no name here. Try another one.',
  'settings.keys.refused.fixed': '{keys} always does: {other}. Try other keys.',
  'settings.keys.conflict': '{keys} does this now: {other}.',
  'settings.keys.conflict.loses': 'If you take it, “{other}” has no keys any more.',
  'settings.keys.conflict.take': 'Take it',
  'settings.keys.conflict.other': 'Try other keys',
  'settings.keys.given': '{keys} does this now: {name}.',
  'settings.keys.taken': '{keys} does this now: {name}. “{other}” has no keys any more.',
  'settings.keys.noneNow': 'No keys any more: {name}.',
  'settings.keys.resetDone': 'Keys as at the start: {name}.',
  'settings.keys.resetAllDone': 'All keys are as at the start.',
  'settings.pedals': 'Foot pedals',
  'settings.pedals.says':
    'A pedal works here if the computer takes it for a keyboard or for a game controller. Choose what it should do, then press it.',
  'settings.pedals.not':
    'Not possible here: pedals that send letters or mouse clicks, and pedals that need a program of their own. Most of these can be set by their maker’s program to send a key such as F13.',
  'settings.pedals.does': 'What a pedal should do',
  'settings.pedals.add': 'Press a pedal for this',
  'settings.pedals.pressNow': 'Press the pedal now',
  'settings.pedals.button': 'Pedal button {number, number}',
  'settings.pedals.forget': 'Forget',
  'settings.pedals.forget.of': 'Forget this pedal: {pedal}',
  'settings.pedals.given': '{pedal} does this now: {name}.',
  'settings.pedals.isKey': '{keys} is the key of: {other}. Give that one other keys first.',
  'settings.pedals.none': 'No pedal does anything yet.',
  'settings.pedals.here': 'Pedals',
  'settings.keys.card': 'Keys in Firsthand',
  'settings.about': 'About this program',
  'settings.about.version': 'Version',
  'settings.about.builtAt': 'Built on',
  'settings.about.folder': 'The archive lies in',
  'settings.about.archivist': 'Opened by',
  'settings.about.old.title': 'This version is older than three months',
  'settings.about.old.says': 'A newer one may mend weak points. Ask the person who gave you Firsthand for it.',
  'settings.about.not': 'What it does not protect from',
  'settings.about.not1': 'Somebody who already controls this computer while the archive is open.',
  'settings.about.not2': 'Somebody who has your passphrase or the paper key.',
  'settings.about.not3': 'What you have printed, played aloud or given out.',
  'settings.about.not4': 'It does not hide that an archive is here, or about how large it is.',
  'settings.about.not5': 'A changed voice can be changed back. Words say who somebody is, even without the name.',
  'settings.synced.title': 'The archive lies in {service}',
  'settings.synced.says':
    '{service} copies it to other computers and may damage it while it does. Lock the archive and move its folder elsewhere.',
} as const
