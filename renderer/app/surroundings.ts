// Where the focus is, as far as keys are concerned.
import type { Surroundings } from './command-registry.ts'

/** Fields and open lists, which Escape empties or closes. Text that is written in the page itself is not among them. */
const usesEscape =
  'input:not([type="radio"]):not([type="checkbox"]):not([type="button"]):not([type="range"]), textarea, select, [role="listbox"], [role="menu"]'

export function surroundings(target: EventTarget | null = document.activeElement): Surroundings {
  return {
    underDialog: document.querySelector('[role="dialog"], [role="alertdialog"]') !== null,
    escapeIsTaken: target instanceof Element && target.closest(usesEscape) !== null,
  }
}

/**
 * Escape while the caret is in text that is written in the page itself. NOTE: ProseMirror prevents the default of every
 * Escape without having a use for it, so there that says nothing about whether somebody took it.
 */
export const isEscapeInText = ({ key, target }: Pick<KeyboardEvent, 'key' | 'target'>): boolean =>
  key === 'Escape' && target instanceof Element && target.closest('[contenteditable="true"]') !== null
