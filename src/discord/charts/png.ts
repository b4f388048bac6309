import { fileURLToPath } from 'node:url'

/** Picture points for each unit of an SVG: sharp on the screens that people have. */
const zoom = 2

/** The weights of the one typeface that charts are set in, so that they look the same on every machine. */
const fonts = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf']

/** Draws an SVG, beside the thread that asks. The drawing program is loaded with the first picture. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const { renderAsync } = await import('@resvg/resvg-js')
  const fontFiles = fonts.map((file) =>
    fileURLToPath(import.meta.resolve(`@expo-google-fonts/inter/${file}`)),
  )
  const drawn = await renderAsync(svg, {
    font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'Inter' },
    fitTo: { mode: 'zoom', value: zoom },
  })
  return drawn.asPng()
}
