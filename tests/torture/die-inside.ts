// Runs one of the programs here that die at a point of their work, and hears what it says before that.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { compiledOnce } from './compiled-once.ts'

/** `program` is a file of this folder. Gives all that it said: nothing, where it died on its way. */
export async function dieInside(program: string, work: object): Promise<string> {
  const args = [path.join(import.meta.dirname, program), JSON.stringify(work)]
  const child = spawn(process.execPath, args, { env: compiledOnce, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  await once(child, 'exit')
  return said
}
