export const erase = {
  'erase.title.passages': '{count, plural, one {Erase this passage} other {Erase these # passages}}',
  'erase.title.story': 'Erase this story',
  'erase.title.narrator': '{who, select, her {Erase everything of yours} other {Erase everything of hers}}',
  'erase.of': '{title} ({name})',
  'erase.sealed':
    '{who, select, her {A passage that is only for you} other {A sealed passage}}, number {place, number} of {of, number} in the story',
  'erase.open.passages': '{count, plural, one {Erase this passage…} other {Erase these # passages…}}',
  'erase.open.story': 'Erase this story…',
  'erase.open.narrator': '{who, select, her {Erase everything of mine…} other {Erase everything of hers…}}',
  'erase.heading': 'Erase for good',
  'erase.says':
    'What is erased is gone from this archive. Nobody can bring it back. Before anything happens you see here what goes and what stays.',
  'erase.reading': 'Looking at what there is',
  'erase.failed': 'Nothing was erased',

  'erase.goes': 'What goes',
  'erase.goes.passages':
    '{count, plural, one {# passage} other {# passages}}{words, plural, =0 {} one {, # word} other {, # words}}',
  'erase.goes.sealed':
    '{who, select, her {Words that only you can read} other {Sealed words, which only she can read}}: {count, plural, one {# passage} other {# passages}}',
  'erase.goes.sealedSound':
    '{who, select, her {Sound that only you can hear} other {Sealed sound, which only she can hear}}: {count, plural, one {# passage} other {# passages}}',
  'erase.goes.stories': '{count, plural, one {# story} other {# stories}} with the title and headings',
  'erase.goes.recordings': '{count, plural, one {# recording} other {# recordings}}, {length}',
  'erase.goes.versions': 'How it was written before: {count, plural, one {# state} other {# states}}',
  'erase.goes.marks': '{count, plural, one {# mark} other {# marks}}: labels, what is taken out, ties',
  'erase.goes.suggestions': '{count, plural, one {# suggestion} other {# suggestions}}',
  'erase.goes.about':
    '{count, plural, one {# note} other {# notes}} that others wrote about {who, select, her {you} other {her}}',
  'erase.goes.excerpts':
    '{count, plural, one {# prepared excerpt} other {# prepared excerpts}}, with what others wrote around it',
  'erase.goes.spoken': '{count, plural, one {# spoken answer} other {# spoken answers}}',
  'erase.goes.readings': '{count, plural, one {# reading} other {# readings}} by another voice',
  'erase.goes.evidence': '{count, plural, one {# file} other {# files}} kept as evidence',
  'erase.goes.decisions':
    '{count, plural, one {# decision} other {# decisions}}. Only that there was one, and a number that proves its place, is left.',
  'erase.goes.found': 'What search, waveforms and drafts of a machine hold of it',
  'erase.goes.names':
    '{who, select, her {Your names, the words you refuse, your passphrase and your receipts} other {Her names, the words she refuses, her passphrase and her receipts}}',

  'erase.sound': 'The sound',
  'erase.sound.silence':
    'In the recording silence stands in its place, for {length}. A tenth of a second before and after goes too. Whoever speaks at the same moment falls silent as well.',
  'erase.sound.looking': 'Looking whether silence can be put into the recording',
  'erase.sound.anew':
    '{count, plural, one {The recording is} other {# recordings are}} written anew for this, as WAV, which takes {size, number} MB. All other sound stays as it is heard now. Notes and pictures inside the old file are destroyed with it.',
  'erase.sound.cannot':
    'The sound of this passage cannot be taken out by itself: the recording is damaged or too long, or cannot be played here as a whole, or it is not known where the passage is heard.',
  'erase.sound.undecoded':
    'The recording cannot be played here as a whole, so silence cannot be put into it. Choose what is to become of it.',
  'erase.sound.choose': 'What is to become of the recording?',
  'erase.sound.recording': 'Erase the whole recording',
  'erase.sound.recordingSays': '{length} of sound are erased. The words of the other passages stay, without sound.',
  'erase.sound.stays': 'Leave the recording',
  'erase.sound.staysSays': 'The words go. What was said can still be heard in the recording.',
  'erase.sound.missing': 'Choose what is to become of the recording.',

  'erase.stays': 'What stays here',
  'erase.stays.decisions':
    '{who, select, her {What you answered about it} other {What she answered about it}} stays in the list of decisions. None of the words are in it.',
  'erase.stays.elsewhere':
    'Titles, headings, notes and other passages stay. Where they say the same words, change or erase them too.',
  'erase.stays.others': 'What others tell in their own stories stays.',
  'erase.stays.register':
    'That something was given out, to whom and when, stays written down, without its title and without notes. So it can be asked back.',
  'erase.stays.stone': 'A note stays that something was erased on this day. There is no word and no name in it.',
  'erase.stays.disk': 'A disk or a stick can keep for a while what was written over.',

  'erase.outside': 'What is outside',
  'erase.outside.none': 'Nothing of it was given out, as far as is written down here.',
  'erase.outside.copy': '{recipient}, {date}, for {use}',
  'erase.outside.askedBack': 'It is being asked back.',
  'erase.outside.says': 'Erasing does not reach these. They can be asked back afterwards.',
  'erase.outside.home':
    '{who, select, her {You took a copy home on {dates}.} other {She took a copy home on {dates}.}}',
  'erase.outside.lists':
    '{count, plural, one {# list} other {# lists}} with {who, select, her {your name} other {her name}} went outside.',

  'erase.backups': 'Backups that hold it',
  'erase.backups.none': 'This archive knows of no backup that holds it.',
  'erase.backups.one':
    '{when}, in {root}. {goesAfter, plural, one {It goes when the next backup is made there.} other {It goes when # more backups were made there.}}',
  'erase.backups.oneHers':
    '{when}. {goesAfter, plural, one {It goes when the next backup is made in the same place.} other {It goes when # more backups were made in the same place.}}',
  'erase.backups.remembered': 'This folder is not here now. The archive remembers it.',
  'erase.backups.says':
    'Whoever opens one of these backups can still read it, until it is gone. Make a new backup in the same place afterwards. It tells the old ones, and none of them brings it back here.',
  'erase.backups.decoded':
    'If one of these backups is brought back, the whole recording is erased there: silence cannot be put into it while an archive is being opened.',
  'erase.backups.oneWith':
    'This passage was once one with others. If a backup from then is brought back, the others that it was one with are erased there too.',

  'erase.known': 'How do you know that she wants this?',
  'erase.known.missing': 'Say how you know that she wants this. She has gone through this story, so it is hers.',
  'erase.key': 'Your passphrase is needed, because nobody else may do this for you.',
  'erase.recording': 'Somebody is being recorded. Erasing waits until that is over.',

  'erase.press.passages': '{count, plural, one {Erase this passage for good} other {Erase these # passages for good}}',
  'erase.press.story': 'Erase this story for good',
  'erase.press.narrator':
    '{who, select, her {Erase everything of mine for good} other {Erase everything of hers for good}}',
  'erase.leave': 'Leave it as it is',
  'erase.part.sound': 'Writing the recording without it',
  'erase.part.words': 'Erasing',
  'erase.part.files': 'Destroying files',
  'erase.part.pages': 'Clearing the pages it stood on',
  'erase.mayStop': 'Nothing is erased yet. You can still stop.',
  'erase.goOn':
    'This cannot be stopped any more. If the computer stops, it is finished when the archive is opened again.',
  'erase.stopped': 'It was stopped',
  'erase.stoppedSays': 'Nothing was erased. Everything is as it was.',

  'erase.done': 'It is erased',
  'erase.done.toBeCleaned':
    'The places on the disk where it stood could not all be cleared yet. That is done when the archive is opened the next time.',
  'erase.done.gone': 'This is gone',
  'erase.done.outside': 'This is still outside',
  'erase.done.backups': 'These backups still hold it',
  'erase.done.askBack': 'Ask for it back',
  'erase.done.askBackHer': 'Tell the archivist if you want these asked back.',
  'erase.done.backUp': 'Make a backup',
  'erase.done.noBackups': 'No backup that this archive knows of holds it.',
  'erase.done.close': 'Close this window',
  'erase.done.back': '{kind, select, passages {Back to the story} other {Go on}}',
} as const
