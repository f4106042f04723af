// What opens an archive, or a backup of one: asked for at the door's side and in the settings, in the same way.
export { OpensNow, useOpensNow, type OpensNowHand } from '../features/door/OpensNow.tsx'
