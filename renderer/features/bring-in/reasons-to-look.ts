// Why a person should look at an item before it is kept. Some reasons ask for a look, others are only told.
import type { WordId } from '../../words/index.ts'
import type { ImportNotice } from '../../../shared/domain/imported.ts'
import type { PreviewItem } from './batch-state.ts'

interface Reason {
  readonly words: WordId
  readonly asksForLook: boolean
}

const notices: Readonly<Record<ImportNotice, Reason>> = {
  encodingGuessed: { words: 'bringIn.notice.encodingGuessed', asksForLook: true },
  brokenBytesReplaced: { words: 'bringIn.notice.brokenBytesReplaced', asksForLook: true },
  cuesSkipped: { words: 'bringIn.notice.cuesSkipped', asksForLook: true },
  timesOutOfOrder: { words: 'bringIn.notice.timesOutOfOrder', asksForLook: true },
  soundCutShort: { words: 'bringIn.notice.soundCutShort', asksForLook: true },
  soundNotPlayable: { words: 'bringIn.notice.soundNotPlayable', asksForLook: true },
  timesMissing: { words: 'bringIn.notice.timesMissing', asksForLook: false },
  stylesLeftOut: { words: 'bringIn.notice.stylesLeftOut', asksForLook: false },
  regionsLeftOut: { words: 'bringIn.notice.regionsLeftOut', asksForLook: false },
  positionsLeftOut: { words: 'bringIn.notice.positionsLeftOut', asksForLook: false },
  notesLeftOut: { words: 'bringIn.notice.notesLeftOut', asksForLook: false },
  pictureLeftOut: { words: 'bringIn.notice.pictureLeftOut', asksForLook: false },
  tagsLeftOut: { words: 'bringIn.notice.tagsLeftOut', asksForLook: false },
}

/** What to say of a notice in the line of a file that is kept. */
export const wordsOfNotice = (notice: string): WordId =>
  (Object.hasOwn(notices, notice) ? notices[notice as ImportNotice] : unknownNotice).words

const unknownNotice: Reason = { words: 'bringIn.notice.unknown', asksForLook: true }

/** What to say of an item that can be kept, what asks for a look first. */
export function reasonsToLook(item: PreviewItem): readonly Reason[] {
  if (item.failure !== null) return []
  const reasons: Reason[] = []
  if (item.alreadyHere) reasons.push({ words: 'bringIn.look.alreadyHere', asksForLook: true })
  if (item.passages > 0 && !item.speakers.some((speaker) => speaker.role === 'narrator')) {
    reasons.push({ words: 'bringIn.look.noNarrator', asksForLook: true })
  }
  for (const notice of item.notices) {
    reasons.push(Object.hasOwn(notices, notice) ? notices[notice as ImportNotice] : unknownNotice)
  }
  if (item.passages === 0) reasons.push({ words: 'bringIn.look.soundOnly', asksForLook: false })
  if (item.narratorName.trim() === '') reasons.push({ words: 'bringIn.look.noName', asksForLook: false })
  if (item.language === 'und') reasons.push({ words: 'bringIn.look.noLanguage', asksForLook: false })
  return [...reasons.filter((reason) => reason.asksForLook), ...reasons.filter((reason) => !reason.asksForLook)]
}

export const needsLook = (item: PreviewItem): boolean => reasonsToLook(item).some((reason) => reason.asksForLook)
