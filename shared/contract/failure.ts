// Every failure that a person may see has a code here; the renderer finds the words for it.

export const failureCodes = [
  // the transport
  'badInput',
  'badOutput',
  'unknownCall',
  'disconnected',
  'cancelled',
  'tooManyCalls',
  'broken',
  // the door
  'locked',
  'wrongPassphrase',
  'wrongPaperKey',
  'weakPassphrase',
  'keyringMissing',
  'keyringDamaged',
  'keyringRefused',
  'keyringFull',
  'passphraseTaken',
  'nameTaken',
  'lastMember',
  'wrongShares',
  'sharesReplaced',
  'makingNewKey',
  'alreadyOpenElsewhere',
  'archiveHere',
  'noArchiveHere',
  'folderNotEmpty',
  'folderMissing',
  'notAFolder',
  'pathNotWhole',
  'folderReadOnly',
  'folderSynced',
  'newerVersion',
  'notAnArchive',
  'linkInside',
  'pageDamaged',
  'diskFull',
  'diskFailing',
  'settingRefused',
  'notCleanedYet',
  // media
  'mediaDamaged',
  'mediaMissing',
  'sealedSoundDamaged',
  // bringing in
  'fileEmpty',
  'fileTooLarge',
  'formatUnknown',
  'notText',
  'captionsBroken',
  'soundUnreadable',
  'nothingInside',
  // stories and marks
  'notFound',
  'rangeOutside',
  'soundTimesMissing',
  'machineVoiceFailed',
  'herOwnVoice',
  'nothingToUndo',
  'nothingToRedo',
  'changedMeanwhile',
  'herVersion',
  'hersToDecide',
  'hersToSign',
  'herWordMissing',
  'keyForgotten',
  'sealed',
  // with the narrator
  'onlyArchivist',
  'onlyNarrator',
  'noPassphrase',
  'wordsClosed',
  'hasPassphrase',
  'noPaper',
  'notHerPaper',
  'archivesPaper',
  'paperAtHome',
  'notHerFile',
  'signatureWrong',
  'otherArchive',
  'takenAlready',
  // consent cards
  'cardUnfinished',
  'worstCaseMissing',
  // giving out
  'notReleasable',
  'folderNameTells',
  'replacementTells',
  'soundNotReady',
  'checkFailed',
  'folderTaken',
  'givenOutUnnamed',
  'notSignedOff',
  // calling back
  'calledBack',
  'nothingOwed',
  'nothingTakenBack',
  'beforeTakenBack',
  'wordsTell',
  'recallFileBroken',
  // a machine's drafts
  'transcribingOff',
  'alreadyTranscribing',
  'draftWaits',
  'saidNoToMachines',
  'nothingUnwritten',
  'languageUnheard',
  'modelMissing',
  'notAModel',
  'modelTooLarge',
  'transcriberMissing',
  'transcriberEnded',
  'transcriberSlow',
  'lastPassage',
  // backups
  'backupInside',
  'backupDamaged',
  'noBackupHere',
  'changedSinceBackup',
  'notTried',
  // recording
  'alreadyRecording',
  'stillRecording',
  'staleSound',
  'recordingNeedsRoom',
] as const

export type FailureCode = (typeof failureCodes)[number]

/** A failure with a code; `detail` is never text of a story, a name or a path that is not the person's own choice. */
export class Failure extends Error {
  readonly code: FailureCode
  readonly detail: Readonly<Record<string, string | number>>
  constructor(code: FailureCode, detail: Readonly<Record<string, string | number>> = {}) {
    super(code)
    this.name = 'Failure'
    this.code = code
    this.detail = detail
  }
}
