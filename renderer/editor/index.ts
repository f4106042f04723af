// The story's editor, as the window composes it.
export { createEditor } from './create-editor.ts'
export { makeKeeper, type Keeper, type KeeperOptions, type KeepingState } from './keeper.ts'
export type {
  Caret,
  EditorChange,
  EditorCommands,
  EditorHandle,
  EditorLabels,
  EditorOptions,
  FoundSpan,
  Joining,
  MarkedRange,
  MarkKind,
  PassageTimes,
  Snapshot,
} from './types.ts'
