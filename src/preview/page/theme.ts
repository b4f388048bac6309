import { fill, h, icon } from './dom.ts'

/** Where the choice is remembered. */
const themeKey = 'crier-preview-theme'

/** A button between dark and light; the system's own wish counts until one is chosen. */
export function createThemeButton(): HTMLElement {
  const root = document.documentElement
  const isDark = (): boolean =>
    root.dataset.theme === undefined
      ? matchMedia('(prefers-color-scheme: dark)').matches
      : root.dataset.theme === 'dark'
  const button = h('button', { type: 'button', class: 'quiet' })
  const show = (): void => {
    button.setAttribute('aria-label', isDark() ? 'Light theme' : 'Dark theme')
    fill(button, icon(isDark() ? 'sun' : 'moon'))
  }
  button.addEventListener('click', () => {
    const theme = isDark() ? 'light' : 'dark'
    root.dataset.theme = theme
    localStorage.setItem(themeKey, theme)
    show()
  })
  const chosen = localStorage.getItem(themeKey)
  if (chosen !== null) root.dataset.theme = chosen
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', show)
  show()
  return button
}
