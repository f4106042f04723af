// The editor of an open story, and the keeper that keeps what is written in it.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  createEditor,
  makeKeeper,
  type Caret,
  type EditorHandle,
  type Keeper,
  type KeepingState,
  type MarkedRange,
} from '../../../../editor/index.ts'
import type { FailureCode } from '../../../../../shared/contract/failure.ts'
import type { Span } from '../../../../../shared/domain/marks/ranges.ts'
import type { Passage } from '../../../../../shared/domain/story.ts'
import type { KeptState } from '../../../../features/writing/KeptLine.tsx'
import { useWords } from '../../../../words/say.tsx'
import { codeOf, useArchive } from '../../../archive.tsx'
import { beforeLeaving } from '../../../before-leaving.ts'
import { useUnkept } from '../../../unkept.ts'
import type { ReadStory } from '../read-story.ts'
import { newPassageId } from './new-passage-id.ts'
import { describeMarks, markedRanges, marksAsTheyLie } from './marked-ranges.ts'

/** Failures that the same words would meet again: trying by itself would go round for ever. */
const lasting: ReadonlySet<string> = new Set<FailureCode>([
  'herVersion',
  'changedMeanwhile',
  'sealed',
  'badInput',
  'notFound',
])

/** What stands above and below the words, in CSS pixels: the caret is not brought under it. */
const clear = { top: 110, right: 0, bottom: 110, left: 0 }

/** How long nothing may change before cards and lists beside the words follow them. */
const followMs = 250

interface StoryEditorOptions {
  readonly read: ReadStory
  readonly again: () => void
  /** She has gone through it: her words are hers, and only how they are cut and timed may change here. */
  readonly herVersion: boolean
  /** Her headings, by passage. */
  readonly headings: ReadonlyMap<string, string>
  readonly says: (speaker: string) => string
  readonly onSeek: (passage: Passage, offset: number) => void
}

export interface StoryEditor {
  /** Where the words are drawn. */
  readonly place: (element: HTMLDivElement | null) => void
  readonly editor: EditorHandle | null
  /** The story with words and marks as they are in the window now. */
  readonly live: ReadStory
  readonly kept: KeptState
  readonly keptFirst: () => Promise<void>
  readonly tryAgain: () => void
  /** Lets go of what cannot be kept, and shows the story as it is kept; null while keeping is tried again. */
  readonly letGo: (() => void) | null
  /** How often something was refused because the words are held. */
  readonly refusals: number
  readonly chosen: readonly Span[]
  /** The drawn place of what is chosen, as it is drawn now. */
  readonly near: () => globalThis.Range | null
  readonly here: Caret | null
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Keeps what is written, does `work` on the archive, and lets nothing be written meanwhile. */
  readonly onArchive: <T>(work: () => Promise<T>) => Promise<T>
}

const nothing: readonly Span[] = []

export function useStoryEditor({ read, again, herVersion, headings, says, onSeek }: StoryEditorOptions): StoryEditor {
  const say = useWords()
  const archive = useArchive()
  const testimony = read.story.testimony.id
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  const [working, setWorking] = useState<{ editor: EditorHandle; keeper: Keeper } | null>(null)
  const [kept, setKept] = useState<KeepingState>({ kind: 'kept', at: null })
  const [chosen, setChosen] = useState(nothing)
  const [here, setHere] = useState<Caret | null>(null)
  const [lanes, setLanes] = useState({ canUndo: false, canRedo: false })
  const [turn, setTurn] = useState(0)
  const [refusals, setRefusals] = useState(0)
  const lettingGo = useRef(false)
  useUnkept(kept.kind !== 'kept')
  const now = useRef({ read, again, headings, says, onSeek, say })
  now.current = { read, again, headings, says, onSeek, say }

  useEffect(() => {
    if (element === null) return
    let follow: ReturnType<typeof setTimeout> | undefined
    const { story, marks } = now.current.read
    const editor = createEditor({
      place: element,
      transcript: story,
      language: story.testimony.language,
      ranges: markedRanges(marks, now.current.say),
      sealed: marks.seals.map(({ passage }) => passage),
      newId: newPassageId,
      describe: (ranges: readonly MarkedRange[]) => describeMarks(ranges, now.current.read.marks, now.current.say),
      attributesOf: (passage) => attributesOf(passage, now.current),
      editable: true,
      labels: {
        field: now.current.say('writing.field'),
        says: (speaker) => now.current.says(speaker),
        time: (ms) => now.current.say.time(ms),
        goTo: (ms) => now.current.say('story.passage.goTo', { time: now.current.say.time(ms) }),
      },
      onState: (change) => {
        setHere(change.here)
        setLanes((before) =>
          before.canUndo === change.canUndo && before.canRedo === change.canRedo
            ? before
            : { canUndo: change.canUndo, canRedo: change.canRedo },
        )
        if (!change.words && !change.ranges) return
        keeper.changed()
        clearTimeout(follow)
        follow = setTimeout(() => setTurn((n) => n + 1), followMs)
      },
      onChosen: (spans) => setChosen(spans.length === 0 ? nothing : spans),
      onRefused: () => setRefusals((n) => n + 1),
      onSeek: (id, offset) => {
        const passage = editor.passage(id)
        if (passage !== null) now.current.onSeek(passage, offset)
      },
      onTime: (id) => {
        const passage = editor.passage(id)
        if (passage !== null) now.current.onSeek(passage, 0)
      },
    })
    const keeper = makeKeeper({
      base: story.testimony.revision,
      at: null,
      kept: editor.snapshot(),
      read: () => editor.snapshot(),
      keep: async ({ base, ...change }) => {
        const here = (): string => idsOf([...editor.ranges().values()].flat())
        const sent = here()
        const kept = await archive.writing.keep({ testimony, base, change })
        // NOTE: the archive lays a redaction again over words that it would have lost; the window takes that over.
        const ranges = markedRanges(kept.marks, now.current.say)
        if (idsOf(ranges) !== sent) {
          if (here() === sent) {
            editor.setRanges(ranges)
            keeper.marksKept(editor.snapshot().ranges, kept.revision)
          } else setTimeout(() => void keeper.flush().then(now.current.again, () => undefined))
        }
        return kept
      },
      codeOf,
      lasts: (code) => lasting.has(code),
      onState: setKept,
    })
    editor.view.setProps({ scrollMargin: clear, scrollThreshold: clear })
    setWorking({ editor, keeper })
    const leaving = beforeLeaving(() => keeper.flush())
    return () => {
      clearTimeout(follow)
      leaving()
      const last = keeper.flush().catch(() => undefined)
      keeper.stop()
      void last.then(() => editor.destroy())
      setWorking(null)
    }
  }, [element, archive, testimony])

  // What was read anew: marks are laid on the words; other words than those that were kept take their place.
  useEffect(() => {
    if (working === null) return
    const { editor, keeper } = working
    const { story, marks } = read
    const ranges = markedRanges(marks, now.current.say)
    if (keeper.state.kind !== 'kept' && !lettingGo.current) {
      // What was read may be older than what is written here: it is kept first, and then read again.
      void keeper.flush().then(again, () => undefined)
      return
    }
    editor.setSealed(marks.seals.map(({ passage }) => passage))
    const lets = lettingGo.current
    lettingGo.current = false
    if (!lets && sameWords(editor, read)) {
      editor.setRanges(ranges)
      keeper.marksKept(editor.snapshot().ranges, story.testimony.revision)
    } else {
      editor.replaceTranscript(story, ranges)
      keeper.restart(story.testimony.revision, editor.snapshot())
    }
    setTurn((n) => n + 1)
  }, [working, read, again])

  useEffect(() => {
    working?.editor.redrawPassages()
  }, [working, headings, say, read.story.speakers, read.marks.seals, read.soundOpen])

  useEffect(() => {
    working?.editor.setHeld(herVersion)
  }, [working, herVersion])

  const live = useMemo<ReadStory>(() => {
    if (working === null) return read
    const { transcript, ranges } = working.editor.snapshot()
    const passages = transcript.passages.map((passage) => ({ ...passage, wordTimes: [...passage.wordTimes] }))
    const words = { turns: [...transcript.turns], passages }
    return { ...read, story: { ...read.story, ...words }, marks: marksAsTheyLie(read.marks, ranges) }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `turn` says that the words have moved
  }, [working, read, turn])

  const keptFirst = useCallback(async () => working?.keeper.flush(), [working])
  const near = useCallback(() => (working === null ? null : drawnSelection(working.editor)), [working])
  const letGo = useCallback(() => {
    lettingGo.current = true
    again()
  }, [again])
  const onArchive = useCallback(
    async <T>(work: () => Promise<T>): Promise<T> => {
      await working?.keeper.flush()
      working?.editor.setEditable(false)
      try {
        return await work()
      } finally {
        working?.editor.setEditable(true)
      }
    },
    [working],
  )
  return {
    place: setElement,
    editor: working?.editor ?? null,
    live,
    kept: kept.kind === 'failed' ? { kind: 'failed', code: kept.code as FailureCode } : kept,
    keptFirst,
    letGo: kept.kind === 'failed' && lasting.has(kept.code) ? letGo : null,
    refusals,
    tryAgain: () => void working?.keeper.flush().catch(() => undefined),
    chosen,
    near,
    here,
    ...lanes,
    onArchive,
  }
}

const idsOf = (ranges: readonly MarkedRange[]): string =>
  ranges
    .map(({ id }) => id)
    .sort()
    .join()

/** Where what is chosen stands in the page, whether the focus is there or not. */
function drawnSelection({ view }: EditorHandle): globalThis.Range {
  const { from, to } = view.state.selection
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)]
  const range = document.createRange()
  range.setStart(start.node, start.offset)
  range.setEnd(end.node, end.offset)
  return range
}

function attributesOf(
  passage: string,
  { headings, read, say }: { headings: ReadonlyMap<string, string>; read: ReadStory; say: ReturnType<typeof useWords> },
): Record<string, string> {
  const heading = headings.get(passage)
  const isSealed = read.marks.seals.some((seal) => seal.passage === passage)
  const isHeard = read.soundOpen?.includes(passage) === true
  return {
    ...(heading === undefined ? {} : { 'data-heading': heading }),
    ...(isSealed ? { 'data-sealed': say(isHeard ? 'writing.sealed.heard' : 'writing.sealed') } : {}),
  }
}

function sameWords(editor: EditorHandle, { story }: ReadStory): boolean {
  const { turns, passages, speakers } = editor.transcript()
  return JSON.stringify([turns, passages, speakers]) === JSON.stringify([story.turns, story.passages, story.speakers])
}
