// Whether she is being recorded: only meanwhile may the window have the microphone.

/** Resolves when whoever is told has heard it. */
export type TellOfRecording = (underWay: boolean) => Promise<void>

/** NOTE: it is the answer begun last that counts: one that a page left behind must not keep the microphone open. */
export class RecordingUnderWay {
  #answer: string | null = null
  #recorder = false
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
    if (!this.#recorder) void this.#tell(false)
  }

  /** A take is under way or a recorder's window is there, or neither is. Resolves when it has been heard. */
  async ofRecorder(is: boolean): Promise<void> {
    const was = this.#recorder
    this.#recorder = is
    if (is) await this.#tell(true)
    else if (was && this.#answer === null) void this.#tell(false)
  }
}
