import type { FileView, PictureView } from '../site/wire.ts'
import { h, icon } from './dom.ts'

const kibibyte = 1024

/** Pictures beside each other. Those elsewhere are linked, not loaded: the page asks nobody but the preview. */
export function gallery(pictures: readonly PictureView[]): HTMLElement {
  return h('div', { class: `gallery count-${Math.min(pictures.length, 4)}` }, ...pictures.map(picture))
}

/** One picture. */
export function picture({ url, description, spoiler }: PictureView): HTMLElement {
  if (!url.startsWith('/')) return pictureElsewhere(url, description)
  const image = h('img', { src: url, alt: description ?? '', class: 'picture', loading: 'lazy' })
  const link = h('a', { href: url, target: '_blank', rel: 'noopener', class: 'picture-link' }, image)
  if (description === undefined) link.setAttribute('aria-label', 'Picture without description')
  if (!spoiler) return link
  const cover = h(
    'button',
    {
      type: 'button',
      class: 'picture-cover',
      onclick: () => cover.replaceWith(link),
    },
    'Spoiler: show the picture',
  )
  return cover
}

function pictureElsewhere(url: string, description = 'Picture'): HTMLElement {
  const host = URL.parse(url)?.hostname ?? ''
  return h(
    'a',
    { href: url, target: '_blank', rel: 'noopener noreferrer', class: 'picture-elsewhere' },
    icon('link'),
    h('span', {}, `${description} (on ${host})`),
  )
}

/** A file to save; a picture among files is shown. */
export function file(view: FileView): HTMLElement {
  const { url, name, size, type, description } = view
  if (/^image\/(png|jpeg|gif|webp)$/.test(type))
    return picture({ url, description: description ?? name, spoiler: name.startsWith('SPOILER_') })
  return h(
    'div',
    { class: 'file' },
    icon('file'),
    h('a', { href: url, download: name, dir: 'auto' }, name),
    h('span', { class: 'file-size' }, sizeText(size)),
  )
}

function sizeText(bytes: number): string {
  if (bytes < kibibyte) return `${bytes} bytes`
  if (bytes < kibibyte * kibibyte) return `${(bytes / kibibyte).toFixed(1)} KB`
  return `${(bytes / kibibyte / kibibyte).toFixed(1)} MB`
}
