/** Space between what floats and what it belongs to, and the window's edge, in pixels. */
const gap = 6

/** Puts a floating element below what it belongs to, or above where there is more room, within the window. */
export function placeNear(
  floating: HTMLElement,
  place: Element | { readonly x: number; readonly y: number },
): void {
  const anchor =
    place instanceof Element ? place.getBoundingClientRect() : new DOMRect(place.x, place.y, 0, 0)
  const { width, height } = floating.getBoundingClientRect()
  const below = anchor.bottom + gap
  const fitsBelow = below + height <= innerHeight - gap
  const top = fitsBelow ? below : Math.max(gap, anchor.top - gap - height)
  const left = Math.max(gap, Math.min(anchor.left, innerWidth - width - gap))
  floating.style.setProperty('top', `${top}px`)
  floating.style.setProperty('left', `${left}px`)
}

/** What a floating element is to stand in: the dialog around its owner, outside of which nothing can be reached, else the page. */
export function layerOf(owner: Element | null): Element {
  return owner?.closest('dialog') ?? document.querySelector('main') ?? document.body
}
