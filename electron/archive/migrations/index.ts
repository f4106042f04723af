// Every migration, in order. None is ever edited once an archive has had it.
import type { Migration } from '../store/migrate.ts'
import { keepTestimonies } from './202611220001-keep-testimonies.ts'
import { markPassages } from './202611220002-mark-passages.ts'
import { keepTheLedger } from './202611220003-keep-the-ledger.ts'
import { giveOut } from './202611220004-give-out.ts'
import { indexInLargerRuns } from './202611220005-index-in-larger-runs.ts'
import { writeInStories } from './202611220006-write-in-stories.ts'
import { withTheNarrator } from './202611220007-with-the-narrator.ts'
import { dateSplits } from './202611220008-date-splits.ts'
import { notTheSameName } from './202611220009-not-the-same-name.ts'
import { widenTheLedger } from './202611220010-widen-the-ledger.ts'
import { wordCards } from './202611220011-word-cards.ts'
import { keepEvidence } from './202611220012-keep-evidence.ts'
import { frameCompletely } from './202611220013-frame-completely.ts'
import { callBack } from './202611220014-call-back.ts'
import { endKeys } from './202611220016-end-keys.ts'
import { writeDownReceipts } from './202611220017-write-down-receipts.ts'
import { finishWhatLeaves } from './202611220018-finish-what-leaves.ts'
import { guardHerSession } from './202611220019-guard-her-session.ts'
import { recordSittings } from './202611220020-record-sittings.ts'
import { takeOutSound } from './202611220021-take-out-sound.ts'
import { giveOutSound } from './202611220022-give-out-sound.ts'
import { draftByMachine } from './202611220023-draft-by-machine.ts'
import { rememberBackups } from './202611220031-remember-backups.ts'
import { sayWhoIsListed } from './202611220032-say-who-is-listed.ts'
import { eraseForGood } from './202611220033-erase-for-good.ts'
import { keepHerPaper } from './202611220035-keep-her-paper.ts'
import { sealSound } from './202611220036-seal-sound.ts'
import { leaveNoNotes } from './202611220037-leave-no-notes.ts'
import { sealSpokenAnswers } from './202611230038-seal-spoken-answers.ts'

export const migrations: readonly Migration[] = [
  keepTestimonies,
  markPassages,
  keepTheLedger,
  giveOut,
  indexInLargerRuns,
  writeInStories,
  withTheNarrator,
  dateSplits,
  notTheSameName,
  widenTheLedger,
  wordCards,
  keepEvidence,
  frameCompletely,
  callBack,
  endKeys,
  writeDownReceipts,
  finishWhatLeaves,
  guardHerSession,
  recordSittings,
  takeOutSound,
  giveOutSound,
  draftByMachine,
  rememberBackups,
  sayWhoIsListed,
  eraseForGood,
  keepHerPaper,
  sealSound,
  leaveNoNotes,
  sealSpokenAnswers,
]
