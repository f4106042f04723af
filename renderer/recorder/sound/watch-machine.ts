// Which microphone the machine would take by itself, and whether the one that records is still the one that it was: both may
// become another while it records.

interface Device {
  readonly deviceId: string
  readonly groupId: string
  readonly label: string
}

export interface WatchedMachine {
  readonly track: Pick<MediaStreamTrack, 'label' | 'getSettings' | 'addEventListener' | 'removeEventListener'>
  readonly devices: Pick<MediaDevices, 'enumerateDevices' | 'addEventListener' | 'removeEventListener'>
}

export interface MachineNews {
  /** The machine would take another one than when it began, or the same again. */
  readonly onOther: (isOther: boolean) => void
  /** Sound comes from another microphone than until now, by this name. */
  readonly onChanged: (name: string) => void
}

/** How browsers call the machine's own in their list, whichever it is. */
const machinesOwn = 'default'

/** Told apart by what it is, since the machine's own has the same id whichever it is. Empty where nothing is known of it. */
function ownOf(devices: readonly MediaDeviceInfo[]): string {
  const own = devices.find(({ kind, deviceId }) => kind === 'audioinput' && deviceId === machinesOwn)
  return own === undefined ? '' : nameOf(own)
}

const nameOf = ({ deviceId, groupId, label }: Device): string => JSON.stringify([deviceId, groupId, label])

/** Ends with what it gives. */
export function watchMachine({ track, devices }: WatchedMachine, { onOther, onChanged }: MachineNews): () => void {
  const ofTrack = (): string => {
    const { deviceId = '', groupId = '' } = track.getSettings()
    return nameOf({ deviceId, groupId, label: track.label })
  }
  let isOver = false
  let recorded = ofTrack()
  let first: string | null = null
  let isOther = false
  const look = async (): Promise<void> => {
    const own = ownOf(await devices.enumerateDevices().catch(() => []))
    if (isOver) return
    const now = ofTrack()
    if (now !== recorded) {
      recorded = now
      onChanged(track.label)
    }
    // NOTE: one of which nothing is known, before or after, is not said to be another.
    if (own === '') return
    first ??= own
    if ((own !== first) === isOther) return
    isOther = own !== first
    onOther(isOther)
  }
  const asked = (): void => void look()
  asked()
  devices.addEventListener('devicechange', asked)
  track.addEventListener('configurationchange', asked)
  return () => {
    isOver = true
    devices.removeEventListener('devicechange', asked)
    track.removeEventListener('configurationchange', asked)
  }
}
