// Starts reaching the archive before anything else is set up, so that its answer is there when the door is drawn.
import { reachArchive } from './connect.ts'

export const reaching = reachArchive()
