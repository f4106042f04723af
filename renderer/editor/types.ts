// What the story's editor is given and what it gives back: domain shapes only, no ProseMirror but its view.
import type { EditorView } from 'prosemirror-view'
import type { Range } from '../../shared/domain/marks/marks.ts'
import type { Span } from '../../shared/domain/marks/ranges.ts'
import type { Direction, Passage, Transcript } from '../../shared/domain/story.ts'

export const markKinds = ['label', 'redaction', 'tie', 'seal', 'flag'] as const
export type MarkKind = (typeof markKinds)[number]

/** One range with what is needed to draw it. */
export interface MarkedRange extends Range {
  readonly mark: string
  readonly kind: MarkKind
  /** 1 to 8 for a label; 0 for every other kind. */
  readonly colour: number
  /** Shown in a token after the words, never part of them ("not for anyone"); empty for none. */
  readonly note: string
}

/** The words the editor itself shows or reads out. */
export interface EditorLabels {
  /** The name of the whole field, for screen readers. */
  readonly field: string
  /** Who says it, before the words: "Interviewer.". By speaker id. */
  says(speaker: string): string
  /** The time at the margin. */
  time(ms: number): string
  /** The name of the button at the margin. */
  goTo(ms: number): string
}

/** What has changed since the last time this was called. */
export interface EditorChange {
  readonly words: boolean
  readonly ranges: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Where the caret is. */
  readonly here: Caret
}

export interface Caret {
  readonly passage: string
  readonly turn: string
  readonly offset: number
}

export interface PassageTimes {
  readonly recording: string | null
  readonly startMs: number | null
  readonly endMs: number | null
}

export interface FoundSpan {
  readonly passage: string
  readonly start: number
  readonly end: number
  /** The one that is being looked at. */
  readonly isCurrent: boolean
}

export interface EditorOptions {
  readonly place: HTMLElement
  readonly transcript: Transcript
  /** Of what is written where there is no passage yet (BCP 47). */
  readonly language: string
  readonly ranges: readonly MarkedRange[]
  /** Passages that nobody here may change: not their words, not their place. */
  readonly sealed: readonly string[]
  readonly newId: () => string
  /** What a screen reader is told about a passage's marks; empty for nothing. Asked anew when the marks are others, not when their words are. */
  readonly describe: (ranges: readonly MarkedRange[]) => string
  /** More attributes for a passage's paragraph (`data-…`, `aria-…`, `class`). Read anew by `redrawPassages`. */
  readonly attributesOf: (passage: string) => Readonly<Record<string, string>>
  readonly editable: boolean
  readonly labels: EditorLabels
  /** After each change of words, ranges or the caret's passage. */
  readonly onState: (change: EditorChange) => void
  /** When other words are chosen; empty when nothing is. */
  readonly onChosen: (spans: readonly Span[]) => void
  /** A word was double-clicked: offset is where the word begins. */
  readonly onSeek: (passage: string, offset: number) => void
  /** The time at the margin was pressed. */
  readonly onTime: (passage: string) => void
  /** Something would have changed words that are held or sealed; nothing was changed. */
  readonly onRefused?: () => void
}

/** `alone`: there is none before it that it could go into; `twoRecordings`: a passage lies in one recording. */
export type Joining = 'joins' | 'alone' | 'twoRecordings' | 'sealed'

/** Each is false when it could do nothing. Those without a passage work where the caret is. */
export interface EditorCommands {
  splitPassage(): boolean
  /** With the passage before it in the same turn, or in the turn before when the same speaker has it. */
  joinWithBefore(): boolean
  /** What joining with the passage before would come to now. */
  joining(): Joining
  /** What stands after the caret becomes a turn of `speaker`. */
  splitTurn(speaker: string): boolean
  /** `of` is a turn, or a passage: then its turn is divided around it. */
  setSpeaker(of: string, speaker: string): boolean
  setTimes(passage: string, times: PassageTimes): boolean
  /**
   * The passage begins at `ms` in a recording and ends nowhere yet; the one `before` ends there, where it began earlier in
   * the same recording. One step of undo.
   */
  beginAt(passage: string, at: { readonly recording: string; readonly ms: number }, before: string | null): boolean
  nudge(passage: string, edge: 'start' | 'end', deltaMs: number): boolean
  splitAtTime(passage: string, ms: number): boolean
  setLanguage(passages: readonly string[], language: string, direction: Direction): boolean
  /** One step of undo, however many there are. Spans in sealed passages are left alone. */
  replaceText(spans: readonly Pick<Span, 'passage' | 'start' | 'end'>[], text: string): boolean
  insertText(text: string): boolean
  undo(): boolean
  redo(): boolean
  canUndo(): boolean
  canRedo(): boolean
}

export interface EditorHandle {
  readonly view: EditorView
  readonly commands: EditorCommands
  destroy(): void
  focus(): void
  /** All marks of the story, as they are kept. What has been moved by typing since then stays where it has moved to. */
  setRanges(ranges: readonly MarkedRange[]): void
  /** When something changed elsewhere. The caret stays in its passage; undo begins anew if words differ. */
  replaceTranscript(transcript: Transcript, ranges: readonly MarkedRange[]): void
  setSealed(passages: readonly string[]): void
  isSealed(passage: string): boolean
  setEditable(editable: boolean): void
  /** While words are held, passages can be divided, joined and timed, and no letter can be changed. */
  setHeld(held: boolean): void
  transcript(): Transcript
  passage(id: string): Passage | null
  /** By mark, in the order of the story. */
  ranges(): ReadonlyMap<string, readonly MarkedRange[]>
  chosen(): readonly Span[]
  here(): Caret
  /** Puts the caret there, brings it into sight and takes the focus. */
  goTo(passage: string, offset?: number): void
  choose(span: Pick<Span, 'passage' | 'start' | 'end'>): void
  /** From the beginning of one passage to the end of another, both whole. */
  choosePassages(one: string, other: string): void
  setSounding(passage: string | null): void
  setFound(spans: readonly FoundSpan[]): void
  redrawPassages(): void
  /** What a Keeper reads. */
  snapshot(): Snapshot
}

/** Everything that is kept, at one moment. */
export interface Snapshot {
  readonly transcript: Transcript
  readonly ranges: ReadonlyMap<string, readonly MarkedRange[]>
  /** Since the editor was made, in order; it only grows. */
  readonly lineage: readonly LineageEntry[]
}

export type { Lineage as LineageEntry } from '../../shared/domain/writing/writing.ts'
import type { Lineage as LineageEntry } from '../../shared/domain/writing/writing.ts'
