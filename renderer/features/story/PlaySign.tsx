// The triangle and the two bars of every recorder.
export function PlaySign({ playing }: { playing: boolean }) {
  return (
    <svg viewBox="0 0 24 24" width="42%" height="42%" aria-hidden="true" fill="currentColor">
      {playing ? <path d="M6 4h4v16H6zM14 4h4v16h-4z" /> : <path d="M8 4.5v15l12-7.5z" />}
    </svg>
  )
}
