// The built app as `npm start` serves it to a browser, started in a process of its own, with a data folder of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { builtFolder } from './built.ts'

export interface StartedHost {
  readonly address: string
  /** Ends it as a person would (SIGTERM) and waits until it has gone. */
  close(): Promise<void>
  /** Ends it at once (SIGKILL). */
  kill(): Promise<void>
}

/** `environment` is added to the process's own; the app's built files must be there. */
export async function startHostFor(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<StartedHost> {
  const host = spawn(process.execPath, [path.join(builtFolder, 'main', 'browser.js')], {
    env: { ...process.env, XDG_DATA_HOME: dataFolder, APPDATA: dataFolder, FIRSTHAND_NO_BROWSER: '1', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = once(host, 'exit')
  let printed = ''
  const address = await new Promise<string>((resolve, reject) => {
    host.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(printed)
      if (found !== null) resolve(found[0])
    })
    void gone.then(() => reject(new Error(`the host ended before it was open: ${printed}`)))
  })
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    host.kill(signal)
    await gone
  }
  return { address, close: () => end('SIGTERM'), kill: () => end('SIGKILL') }
}
