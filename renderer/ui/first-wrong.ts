// What is missing or wrong further up is brought into sight, and the keyboard goes there.

/** Focuses the first field within `place` that says that it is wrong, once it is drawn so; does nothing where none does. */
export function showFirstWrong(place: Element | null): void {
  requestAnimationFrame(() => {
    const wrong = place?.querySelector('[data-invalid], [aria-invalid="true"]')
    const field = wrong?.matches('input, textarea, button')
      ? wrong
      : wrong?.querySelector('input:checked, input, textarea, button')
    if (!(field instanceof HTMLElement)) return
    field.focus({ preventScroll: true })
    wrong?.scrollIntoView({ block: 'center' })
  })
}
