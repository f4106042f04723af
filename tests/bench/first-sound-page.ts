// What runs in the page: a player whose sound is listened to by the machine, sample by sample, to tell when a seek is heard.

/** Turns a page into a player of `address`; gives what seeks. Runs in the page alone. */
export async function openPlayer(address: string): Promise<void> {
  const listener = `registerProcessor('listener', class extends AudioWorkletProcessor {
    constructor() { super(); this.wanted = -1; this.port.onmessage = ({ data }) => { this.wanted = data } }
    process([[channel]]) {
      if (channel === undefined || this.wanted < 0) return true
      let sum = 0
      for (const sample of channel) sum += sample
      if (Math.abs((sum / channel.length) * 32768 - this.wanted) > 40) return true
      this.port.postMessage(this.wanted)
      this.wanted = -1
      return true
    }
  })`
  const context = new AudioContext()
  await context.audioWorklet.addModule(URL.createObjectURL(new Blob([listener], { type: 'text/javascript' })))
  const sound = new Audio(address)
  sound.preload = 'auto'
  const heard = new AudioWorkletNode(context, 'listener')
  context.createMediaElementSource(sound).connect(heard).connect(context.destination)
  await context.resume()
  await sound.play()
  const given = globalThis as unknown as { firstSound: (seconds: number, level: number) => Promise<number> }
  given.firstSound = (seconds, level) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`nothing was heard at ${seconds} s`)), 20_000)
      const begun = performance.now()
      heard.port.onmessage = () => {
        clearTimeout(late)
        resolve(performance.now() - begun)
      }
      heard.port.postMessage(level)
      sound.currentTime = seconds
    })
}
