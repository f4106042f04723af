// Lets plain Node load what draws: a style sheet is a module without names there.
import { registerHooks } from 'node:module'

registerHooks({
  load: (url, context, next) =>
    url.endsWith('.module.css')
      ? { format: 'module', source: 'export default {}', shortCircuit: true }
      : next(url, context),
})
