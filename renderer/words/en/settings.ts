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
  'settings.care.found': 'Something needs care',
  'settings.care.foundSays': 'Copy the whole archive folder to another disk before you do anything else.',
  'settings.care.pageDamaged':
    '{count, plural, one {# part of the archive file is damaged.} other {# parts of the archive file are damaged.}}',
  'settings.care.passageWithoutTestimony':
    '{count, plural, one {# passage belongs to no story.} other {# passages belong to no story.}}',
  'settings.care.rangeOutsidePassage':
    '{count, plural, one {# mark lies outside its words.} other {# marks lie outside their words.}}',
  'settings.care.ledgerBroken':
    '{count, plural, one {# decision of a narrator has been changed after it was kept.} other {# decisions of narrators have been changed after they were kept.}}',
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
  'settings.keys.says': 'These keys work in the rooms that you have been to since the start.',
  'settings.keys.name': 'What it does',
  'settings.keys.press': 'Keys',
  'settings.keys.print': 'Print this card',
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
