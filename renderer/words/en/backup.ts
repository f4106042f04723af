export const backup = {
  'backup.title': 'Backup',
  'backup.says':
    'A backup is a second copy of the whole archive, on a stick or another disk. It is locked as the archive is.',
  'backup.opens':
    'It opens with the passphrase and the paper key of the day it was made. If you change them later, old backups still open with the old ones.',
  'backup.none': 'There is no backup yet. If this computer breaks or is taken, everything in the archive is lost.',
  'backup.last': 'Last backup',
  'backup.lastAt': '{when}, in {root}',
  'backup.tried': 'Last tried',
  'backup.triedAt': '{when}. It opened, and every byte was there.',
  'backup.triedNever': 'Never. Only of a backup that was tried you know that it opens.',
  'backup.workSince': 'Something was kept in the archive since then.',
  'backup.size': '{size, number} MB',

  'backup.make': 'Make a backup',
  'backup.where': 'Folder on a stick or another disk',
  'backup.room':
    '{fits, plural, =0 {There may be too little room here. Up to {needed} are needed, and {free} are free.} one {There is room here for # backup. {free} are free.} other {There is room here for about # backups. {free} are free.}}',
  'backup.there': '{there, plural, =0 {} one {# is here already.} other {# are here already.}}',
  'backup.synced': 'This folder lies in {service}',
  'backup.syncedSays':
    '{service} copies it to other computers. The backup is locked there too. But {service} may keep old backups for years, with what is erased here meanwhile.',
  'backup.press': 'Back up now',
  'backup.copying': 'Copying what is new',
  'backup.readingBack': 'Reading everything back',
  'backup.goOn': 'You can go on working meanwhile.',
  'backup.stopped': 'The backup was stopped',
  'backup.stoppedSays':
    'Backups from before are as they were. What was copied already stays, and the next backup goes on from there.',
  'backup.failed': 'No backup was made',
  'backup.failedSays': 'Backups from before are as they were.',
  'backup.made': 'The backup is made',
  'backup.madeSays': 'Every byte of it was read back. It has {bytes}, of which {copied} were new.',
  'backup.nowThere': '{there, plural, one {# backup lies in this folder.} other {# backups lie in this folder.}}',
  'backup.fromMedium': 'It was read from the medium itself, not from this computer’s memory.',
  'backup.fromMemory':
    'This computer may have answered from its memory, not from the medium. To know for certain, take the stick out, put it in again, and try the backup.',
  'backup.missing':
    '{missing, plural, one {# recording was not here to be copied. Check the archive below.} other {# recordings were not here to be copied. Check the archive below.}}',
  'backup.again': 'Make another one',
  'backup.keep': 'How many backups stay in a folder',
  'backup.keepNote': 'The oldest goes only after a new one was read back.',
  'backup.remind': 'Say it on the shelf when there was no backup',
  'backup.remind.never': 'Never',
  'backup.remind.days': '{days, plural, one {for a day} other {for # days}}',

  'backup.try': 'Try a backup',
  'backup.trySays':
    'It is opened as on a new computer, with what you type, and every byte is read. Nothing changes here.',
  'backup.from': 'Folder with the backups',
  'backup.look': 'Look for backups',
  'backup.which': 'Which backup?',
  'backup.of': '{when}',
  'backup.unreadable':
    '{count, plural, one {# more is there that cannot be read.} other {# more are there that cannot be read.}}',
  'backup.opensWith': 'What opens it?',
  'backup.passphrase': 'The passphrase of the day it was made',
  'backup.tryPress': 'Try it',
  'backup.reading': 'Reading every byte',
  'backup.opening': 'Opening it',
  'backup.whole': 'The backup opens, and everything in it is whole',
  'backup.wholeSays':
    '{stories, plural, one {# story} other {# stories}} and {recordings, plural, one {# file of sound or evidence} other {# files of sound or evidence}}, made on {when}.',
  'backup.damaged': 'Something in this backup is damaged',
  'backup.damagedSays': 'Make a new backup, on another stick. Keep this one until the new one was tried.',
  'backup.tryFailed': 'The backup was not tried',
  'backup.file.database':
    'The archive’s own file is damaged. This backup cannot be restored. An older one may be whole.',
  'backup.file.recording':
    '{missing, select, yes {Recording {sitting, number} of “{title}” is missing.} other {Recording {sitting, number} of “{title}” is damaged.}}',
  'backup.file.evidence':
    '{missing, select, yes {A paper or sound that shows what was decided in “{title}” is missing.} other {A paper or sound that shows what was decided in “{title}” is damaged.}}',
  'backup.file.prepared': 'Sound of “{title}” that was prepared to be given out. It can be made again.',
  'backup.file.other':
    '{missing, select, yes {A file that belongs to no story any more is missing.} other {A file that belongs to no story any more is damaged.}}',

  'backup.restore.have': 'I have a backup',
  'backup.restore': 'Bring an archive back from a backup',
  'backup.restoreSays':
    'Put the stick in, and choose the folder with the backups. Everything is compared on the way, and the backup stays as it is.',
  'backup.restore.into': 'Where the archive is to lie on this computer',
  'backup.restore.press': 'Bring it back',
  'backup.restore.copying': 'Bringing it back, and comparing every byte',
  'backup.restore.done': 'The archive is here again',
  'backup.restore.doneSays': 'It is as it was on {when}.',
  'backup.restore.damaged': 'Most of it is here again. This is not whole:',
  'backup.restore.damagedSays':
    'What can be read of a damaged recording can be saved: open the archive, then Settings, then Repair. If you have another backup, it may hold these whole.',
  'backup.restore.newerUnread':
    'A newer backup lies there that this does not open. What was erased after {when} may be in this archive again. Look through it before you show it to anybody.',
  'backup.restore.open': 'Open the archive',
  'backup.restore.stopped': 'Nothing was brought back',
  'backup.restore.stoppedSays': 'The folder on this computer is empty as before.',
  'backup.restore.back': 'Back',

  'backup.due': 'There was no backup for a while, and there is new work.',
  'backup.dueNever': 'There is no backup yet, and there is work that would be lost.',
  'backup.due.go': 'Back up',
  'backup.due.later': 'Not this week',

  'travel.title': 'Travel',
  'travel.says':
    'Before a border, or a night in a place that is not yours, the archive can leave this computer. It stays on a stick that is somewhere else, and you bring it back later.',
  'travel.begin': 'Take the archive off this computer',
  'travel.not': 'Leave it here',
  'travel.step1': '1. Make a backup',
  'travel.step1Says': 'On a stick that does not travel with this computer.',
  'travel.step2': '2. Take the stick out, put it in again, and try the backup',
  'travel.step2Says':
    'Type what opens it, as you will have to when you come back. If you cannot open it now, you cannot open it then.',
  'travel.step3': '3. Take the archive off this computer',
  'travel.step3Says':
    'The keys are written over, and the files are removed. After that the stick is the only place where the archive is.',
  'travel.flash':
    'The disk of most computers keeps pieces of what was removed for a while, where only a laboratory finds them. They are locked, and the keys are gone from where they lay. A piece of the old keys may be kept too: it opens only with your passphrase or your paper key. So choose a strong passphrase, and let nobody have the paper.',
  'travel.door':
    'Firsthand itself stays. It says nothing of an archive. What else is on this computer, such as a list of programs used, is not changed.',
  'travel.press': 'Take it off now',
  'travel.comparing': 'Comparing once more',
  'travel.failed': 'The archive is still here',
  'travel.needsStep': 'This comes after the step before it.',

  'repair.title': 'Repair',
  'repair.says':
    'Makes anew what can be made anew, saves what can still be read of a damaged recording, and deletes nothing. Make a backup first if you can.',
  'repair.press': 'Repair what can be repaired',
  'repair.looking': 'Looking at everything',
  'repair.saving': 'Saving what can be read',
  'repair.stopped': 'The repair was stopped',
  'repair.stoppedSays': 'What was repaired by then stays repaired. Nothing was deleted.',
  'repair.failed': 'The repair could not go on',
  'repair.done': 'What was done',
  'repair.did.searchRebuilt':
    '{count, plural, one {# passage can be found by its words again.} other {The words of # passages were made findable anew.}}',
  'repair.did.peaksForgotten':
    '{count, plural, one {# drawing of sound is worked out again.} other {# drawings of sound are worked out again.}}',
  'repair.did.strayPutAside':
    '{count, plural, one {# file that belongs to nothing was put aside, in {aside}. Look at it and decide.} other {# files that belong to nothing were put aside, in {aside}. Look at them and decide.}}',
  'repair.did.savedAsOwn':
    '{count, plural, one {What can be read of # recording was saved as a recording of its own.} other {What can be read of # recordings was saved as recordings of their own.}}',
  'repair.did.nothingReadable':
    '{count, plural, one {Of # recording nothing can be read.} other {Of # recordings nothing can be read.}}',
  'repair.did.stillMissing':
    '{count, plural, one {# file is missing. A backup may have it.} other {# files are missing. A backup may have them.}}',
  'repair.named': 'Which are damaged or missing',
  'repair.lost': '{title} Of it {lost} cannot be read.',
  'repair.nothing': 'Nothing else needed to be repaired.',

  'report.save': 'Save a report',
  'report.says':
    'As a text file in a new folder. It names no story and no person, so that it can be shown to somebody who helps.',
  'report.folder': 'Report',
  'report.press': 'Save the report',
  'report.saved': 'The report is saved',
  'report.notSaved': 'The report was not saved',
  'report.head': 'Firsthand {version}, {when}',
  'report.recording': 'A recording is damaged or missing.',
} as const
