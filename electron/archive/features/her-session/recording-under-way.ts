// Whether she is being recorded: only meanwhile may the window have the microphone.

/** Resolves when whoever is told has heard it. */
export type TellOfRecording = (underWay: boolean) => Promise<void>

/** NOTE: it is the answer begun last that counts: one that a page left behind must not keep the microphone open. */
export class RecordingUnderWay {
  #answer: string | null = null
  #tell: TellOfRecording = () => Promise.resolve()

  watch(tell: TellOfRecording): void {
    this.#tell = tell
  }

  /** Resolves when it has been heard. */
  async begin(answer: string): Promise<void> {
    this.#answer = answer
    await this.#tell(true)
  }

  end(answer: string): void {
    if (this.#answer !== answer) return
    this.#answer = null
    void this.#tell(false)
  }
}
