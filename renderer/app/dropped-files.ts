// Files and text dropped or pasted anywhere, held until the room that brings them in takes them.

let files: File[] = []
let text: string | null = null

/** Fired on window when something new lies here. */
export const arrivedEvent = 'firsthand:arrived'

export function leaveFiles(arrived: readonly File[]): void {
  files.push(...arrived)
  window.dispatchEvent(new Event(arrivedEvent))
}

export function leavePastedText(arrived: string): void {
  text = arrived
  window.dispatchEvent(new Event(arrivedEvent))
}

/** The files that came since the last time; they are not held any longer. */
export function takeDroppedFiles(): File[] {
  const taken = files
  files = []
  return taken
}

/** The text that was pasted since the last time, null where there is none. */
export function takePastedText(): string | null {
  const taken = text
  text = null
  return taken
}
