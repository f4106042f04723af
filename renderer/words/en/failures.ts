// One or two plain sentences for every failure: what happened, and what to do.
import type { FailureCode } from '../../../shared/contract/failure.ts'

export const failures = {
  'failures.badInput': 'The archive could not read what was asked. Check what you wrote and try again.',
  'failures.badOutput': 'The archive answered in a way that this page cannot read. Close Firsthand and open it again.',
  'failures.unknownCall': 'This page and the archive are not of the same version. Close Firsthand and open it again.',
  'failures.disconnected': 'The archive is not reachable. What was shown as kept is kept. Load the page again.',
  'failures.cancelled': 'This was stopped before its end.',
  'failures.tooManyCalls': 'Too much was asked at once. Wait a moment and try again.',
  'failures.broken': 'Something went wrong that nobody foresaw. What was shown as kept is kept. Try again.',
  'failures.locked': 'The archive is locked. Open it with your passphrase.',
  'failures.wrongPassphrase':
    'This passphrase does not open the archive. Look at capital letters and spaces, and type it again.',
  'failures.wrongPaperKey': 'These words do not open the archive. Check each of the 24 words and their order.',
  'failures.weakPassphrase': 'This passphrase is too easy to guess. Take the six words, or a longer one of your own.',
  'failures.keyringMissing':
    'The key file of this archive is not in its folder. Put it back from a copy of the folder.',
  'failures.keyringDamaged':
    'The key file of this archive is damaged, and so is the copy before it. Put it back from a copy of the folder.',
  'failures.keyringRefused':
    'The key file of this archive asks for settings outside the limits. It may have been changed by somebody. Use another copy of the folder.',
  'failures.keyringFull': 'All places for passphrases in this archive are taken. Take one out before you add another.',
  'failures.passphraseTaken':
    'This passphrase opens the archive already. Each archivist needs one of her own: take another.',
  'failures.nameTaken': 'Somebody here signs with this name already. Choose another, so that both can be told apart.',
  'failures.lastMember': 'Nobody else has a passphrase. The last one stays, or nobody could open the archive.',
  'failures.wrongShares': 'These sheets do not open the archive. Look at each of them again.',
  'failures.sharesReplaced':
    'These sheets belong together, but they open nothing any more. Newer ones have taken their place.',
  'failures.makingNewKey': 'The archive is getting a new key. Wait until that is done.',
  'failures.alreadyOpenElsewhere': 'This archive is open in another window or program. Close it there first.',
  'failures.archiveHere': 'There is an archive in this folder already. Open it, or choose another folder.',
  'failures.noArchiveHere': 'There is no archive in this folder. Choose the folder that holds it.',
  'failures.folderNotEmpty': 'This folder holds other files. Choose an empty folder, or make a new one.',
  'failures.folderMissing': 'This folder is not there. Check that its drive is plugged in, or choose another.',
  'failures.notAFolder': 'That is a file, not a folder. Choose the folder that it lies in, or another one.',
  'failures.pathNotWhole':
    'This is not the whole way to a folder. Begin it at the top of the disk, or choose the folder from the list.',
  'failures.folderReadOnly': 'Nothing can be written in this folder. Choose another one.',
  'failures.folderSynced': 'This folder is copied to other computers by a sync program. Choose a folder outside it.',
  'failures.newerVersion': 'This archive was made by a newer Firsthand. Open it with the newer one.',
  'failures.notAnArchive': 'The files in this folder are not a Firsthand archive.',
  'failures.linkInside':
    'Something in this folder is only a link to another place, and opening the archive could harm what lies there. It stayed closed.',
  'failures.pageDamaged':
    'A part of the archive is damaged. Copy the whole folder elsewhere now, then check the archive in Settings and care.',
  'failures.diskFull': 'The disk is full. Nothing new is kept until you make room.',
  'failures.diskFailing': 'The disk does not read or write well. Copy the whole folder to another disk now.',
  'failures.settingRefused':
    'The archive could not be opened with all its protections, so it stayed closed. Install Firsthand again.',
  'failures.notCleanedYet':
    'It is done. Only the places on the disk where it stood could not be cleared yet. That is done when the archive is opened the next time.',
  'failures.mediaDamaged': 'This recording is damaged. The other recordings are not touched by it.',
  'failures.mediaMissing':
    'The file of this recording is not in the archive folder. Look for it in a copy of the folder.',
  'failures.sealedSoundDamaged':
    'Sound that is only for you is damaged and cannot be read to its end. Nothing is changed.',
  'failures.fileEmpty': 'This file is empty.',
  'failures.fileTooLarge': 'This file is too large to bring in. Split it and try again.',
  'failures.formatUnknown': 'Firsthand does not know this kind of file. It reads text, WebVTT, SRT and sound.',
  'failures.notText': 'This file says it is text, but it is something else.',
  'failures.captionsBroken':
    'The captions in this file cannot be read. Check that it begins with WEBVTT, or save it again.',
  'failures.soundUnreadable':
    'The sound in this file cannot be read. Save it as WAV, MP3, M4A, Ogg, FLAC or WebM and try again.',
  'failures.nothingInside': 'There are no words and no sound in this file.',
  'failures.notFound': 'This is not in the archive any more. It may have been taken out.',
  'failures.rangeOutside': 'These words are not there any more. Choose them again.',
  'failures.soundTimesMissing':
    'Nobody has said yet where the taken-out words are in the sound, so it stays silent for this reach. Give them their times first.',
  'failures.machineVoiceFailed':
    'The voice of this machine could not read it. Try another voice, or let a person read it.',
  'failures.herOwnVoice': 'This is her own voice. She asked for another one. Let another person read it.',
  'failures.nothingToUndo': 'There is nothing to undo.',
  'failures.nothingToRedo': 'There is nothing to do again.',
  'failures.changedMeanwhile': 'This was changed somewhere else meanwhile. Look at it again, then go on.',
  'failures.folderNameTells':
    'The name of the folder says something that is taken out, a name of hers, or a word she refuses. Choose another name.',
  'failures.replacementTells': 'What is said instead still says what is taken out. Write something else.',
  'failures.herVersion':
    'She has gone through this story, so its words are hers to change. Suggest the change, and she answers it.',
  'failures.hersToSign': 'She signs this herself. Hand the window over to her.',
  'failures.keyForgotten':
    'Her passphrase was done away with without being typed. For seven days after that, nobody can say yes to what leaves.',
  'failures.hersToDecide': 'She has gone through this story. This is hers to decide now, in her own session.',
  'failures.sealed': 'This passage is sealed. Only she can open it, with her own passphrase.',
  'failures.onlyArchivist': 'Only an archivist can do this.',
  'failures.onlyNarrator': 'Only the narrator can do this, in her own session.',
  'failures.noPassphrase': 'This needs a passphrase of your own. Set one first.',
  'failures.wordsClosed':
    'The words of this passage are closed, so nobody can see whether they are right. Open them with your passphrase first.',
  'failures.hasPassphrase': 'You have a passphrase already. Change that one.',
  'failures.noPaper': 'You have no paper of your own, so no words can open what is only for you.',
  'failures.notHerPaper':
    'These are the words of another paper. Yours may be a newer one: the one before it opens nothing any more.',
  'failures.archivesPaper': 'This is the paper of the archive. Take your own paper.',
  'failures.paperAtHome': 'A paper of your own is made in the archive, and not in this copy.',
  'failures.notHerFile': 'This is not a file of decisions from a take-home copy, or it is damaged. Choose another one.',
  'failures.signatureWrong':
    'This file was not signed by the narrator it speaks of, or it was changed since. Nothing of it was taken.',
  'failures.otherArchive': 'This file is for another archive. Open that archive, and bring it in there.',
  'failures.takenAlready': 'The decisions in this file have been taken already.',
  'failures.cardUnfinished':
    'A part of the card is empty. Say what it is called, what it is for, and who could see it.',
  'failures.worstCaseMissing':
    'A card says the worst that could happen. Without it her yes would mean less. Write it down as it is.',
  'failures.notReleasable': 'This may not leave yet. The list says what is still open.',
  'failures.soundNotReady': 'The sound is not ready yet. Wait until it is prepared, then try again.',
  'failures.checkFailed':
    'The check before giving out found something that should not leave, so nothing was given out. Prepare it again.',
  'failures.folderTaken': 'A folder with this name is there already. Choose another name.',
  'failures.givenOutUnnamed':
    'It is written down, but its folder could not get its name. It gets it when you open the archive the next time.',
  'failures.notSignedOff': 'She has not said yes to these exact words yet.',
  'failures.calledBack':
    'These words were called back by the person who told them, so they are not brought in. Look in Given out, under what is called back. If she has a new wish, it can be taken off the list there.',
  'failures.herWordMissing': 'Write down how you know that she wants this.',
  'failures.nothingTakenBack':
    'There is nothing in this to take back: there is no yes in it, and what is out is as it was asked for.',
  'failures.beforeTakenBack': 'This day is before she took it back. Choose a later one.',
  'failures.nothingOwed': 'Nothing in this is closed now, so there is nothing to call back.',
  'failures.wordsTell':
    'What is written here says something that is taken out, a name of hers, or a word she refuses. Write it another way.',
  'failures.transcribingOff': 'Drafts by machine are turned off. Turn them on in the settings first.',
  'failures.alreadyTranscribing':
    'A machine is listening already. One recording at a time: wait until it has ended, or cancel it.',
  'failures.draftWaits': 'A draft of this recording is waiting. Go through it first, or throw it away.',
  'failures.saidNoToMachines':
    'She has not agreed to machines. So no machine listens to this story. You can talk with her about it in the consent conversation.',
  'failures.nothingUnwritten': 'There is no sound here that nobody has written down yet.',
  'failures.languageUnheard': 'The model has not learned this language. It would write down something else.',
  'failures.modelMissing': 'There is no such model, or it cannot be read. Choose the file again.',
  'failures.notAModel':
    'This file is not a whisper model, or a part of it is missing. Such files mostly have ggml in their name.',
  'failures.modelTooLarge': 'This computer has not enough memory for this model. Choose a smaller one.',
  'failures.transcriberMissing': 'What writes drafts cannot be started on this computer. Nothing was changed.',
  'failures.transcriberEnded':
    'What writes the draft ended by itself. Nothing of the draft was kept. Try again, or choose another model.',
  'failures.transcriberSlow':
    'The model took much too long, and was stopped. Nothing of the draft was kept. Choose a smaller model.',
  'failures.lastPassage': 'A story keeps at least one passage. Change this one in the story itself.',
  'failures.recallFileBroken':
    'This recall file was changed or is damaged, so nothing of it was taken. Ask for it once more.',
  'failures.backupInside':
    'A backup of this archive cannot lie in its own folder. Choose a folder on a stick or another disk.',
  'failures.backupDamaged':
    'The stick does not give back what was written on it, so this backup does not count. Use another stick.',
  'failures.noBackupHere': 'No backup was found in this folder. Choose the folder that the backup was made in.',
  'failures.changedSinceBackup':
    'Something was kept here since the backup was made. Back up once more, so that it is in it.',
  'failures.notTried': 'This backup has not been tried yet. Try it first, so that you know that it opens.',
  'failures.alreadyRecording': 'A recording is under way already. Stop that one first.',
  'failures.stillRecording': 'This is still being recorded. Stop the recording first.',
  'failures.staleSound': 'This sound was not taken: another window records now, or it was to be forgotten.',
  'failures.recordingNeedsRoom':
    'The disk is nearly full, and the recording under way needs what is left. Make room, or wait until it is stopped.',
} as const satisfies Record<`failures.${FailureCode}`, string>
