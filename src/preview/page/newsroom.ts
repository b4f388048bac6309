import type { KeptNews, OfferView } from '../site/news-desk.ts'
import { post, toBase64 } from './api.ts'
import { showArticle } from './article.ts'
import { fill, h } from './dom.ts'
import { sampleArticle } from './sample-article.ts'
import { channelsIn, type Session } from './session.ts'
import { createSteps, type Steps } from './steps.ts'

/** How long an announcement is waited for, in milliseconds; posts that are gathered for later come later. */
const announceMs = 8000
/** Characters of a title by which its announcement is known: cards cut longer ones. */
const beginningLength = 40

/** The newsroom: articles in, and everything seen that happens to them. */
export function createNewsroom(session: Session): HTMLElement {
  const result = h('div', { class: 'news-result' })
  const take = (name: string, content: Blob): void => void work(session, result, { name, content })
  return h(
    'div',
    { class: 'newsroom' },
    h(
      'p',
      { class: 'about' },
      'Give the bot an article, and watch it being read, understood, kept and announced.',
    ),
    dropField(take),
    pasteForm(take),
    result,
  )
}

/** Takes a file by its name, or a pasted text without one. */
type Take = (name: string, content: Blob) => void

function pasteForm(take: Take): HTMLElement {
  const words = 'An article’s text, HTML, or a feed’s XML'
  const paste = h('textarea', { id: 'paste', rows: 5, placeholder: words, dir: 'auto' })
  const fillIn = (): void => {
    paste.value = sampleArticle
    paste.focus()
  }
  const read = h('button', { type: 'submit', class: 'button primary' }, 'Read it')
  const sample = h('button', { type: 'button', class: 'button secondary', onclick: fillIn }, 'Use a sample')
  const form = h(
    'form',
    {},
    h('label', { for: 'paste' }, 'Paste a text'),
    paste,
    h('div', { class: 'row' }, read, sample),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (paste.value.trim() !== '') take('', new Blob([paste.value]))
  })
  return form
}

function dropField(take: Take): HTMLElement {
  const input = h('input', {
    type: 'file',
    id: 'article-file',
    accept: '.txt,.md,.html,.htm,.xml,.rss,.atom,.json',
    class: 'file-input',
  })
  const field = h(
    'label',
    { for: input.id, class: 'drop' },
    h('b', {}, 'Drop an article file here'),
    'or choose one: .txt, .md, .html, or a feed',
  )
  input.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file !== undefined) take(file.name, file)
    input.value = ''
  })
  // Files may be dropped anywhere on the page; elsewhere the browser would open them.
  document.addEventListener('dragover', (event) => {
    event.preventDefault()
    field.classList.add('over')
  })
  document.addEventListener('dragleave', () => field.classList.remove('over'))
  document.addEventListener('drop', (event) => {
    event.preventDefault()
    field.classList.remove('over')
    const file = event.dataTransfer?.files[0]
    if (file !== undefined) take(file.name, file)
  })
  return h('div', { class: 'drop-place' }, input, field)
}

async function work(
  session: Session,
  result: HTMLElement,
  { name, content }: { readonly name: string; readonly content: Blob },
): Promise<void> {
  const steps = createSteps(['Read', 'Understood', 'Kept', 'Announced'])
  const shown = h('div')
  fill(result, steps.element, shown)
  steps.begin('Read')
  try {
    const offers = await post<readonly OfferView[]>('news', { name, base64: await toBase64(content) })
    tellRead(steps, offers)
    fill(shown, ...offers.map(({ article }, index) => showArticle(article, index === 0)))
    await keepAll(session, steps, offers)
  } catch (error) {
    steps.fail(error instanceof Error ? error.message : String(error))
  }
}

function tellRead(steps: Steps, offers: readonly OfferView[]): void {
  const articles = offers.map(({ article }) => article)
  const [first] = articles
  const took = articles.reduce((sum, { tookMs }) => sum + tookMs, 0)
  const count = (list: 'sentences' | 'quotes'): number =>
    articles.reduce((sum, article) => sum + article[list].length, 0)
  steps.done(
    'Read',
    articles.length === 1 ? first?.publisher || 'no publisher named' : `${articles.length} entries of a feed`,
  )
  steps.done(
    'Understood',
    `${count('sentences')} sentences, ${count('quotes')} quotes, ${Math.round(took)} ms`,
  )
}

async function keepAll(session: Session, steps: Steps, offers: readonly OfferView[]): Promise<void> {
  steps.begin('Kept')
  const announced = waitForPost(
    session,
    offers.map(({ article }) => article.title),
  )
  const news: KeptNews[] = []
  for (const { key } of offers) news.push(await post<KeptNews>('news/keep', { key }))
  const kept = news.map((one) => one.kept)
  steps.done('Kept', words(kept))
  if (!kept.includes('new')) return steps.done('Announced', 'not again: it was known')
  if (news.every(({ channels }) => channels.length === 0))
    return steps.done('Announced', 'nowhere: no channel follows it')
  steps.begin('Announced')
  const channel = await announced
  if (channel === undefined) return steps.done('Announced', 'not yet: it waits to be sent')
  const name = channelsIn(session.scene).find(({ id }) => id === channel)?.name ?? ''
  const open = h(
    'button',
    { type: 'button', class: 'textual', onclick: () => session.open(channel) },
    `in #${name}`,
  )
  steps.done('Announced', open)
}

function words(kept: readonly KeptNews['kept'][]): string {
  const counts = Map.groupBy(kept, (one) => one)
  return [...counts].map(([one, all]) => (kept.length === 1 ? one : `${all.length} ${one}`)).join(', ')
}

/** The channel of the first message of the bot's own that carries one of the titles; undefined if none comes in time. */
function waitForPost(session: Session, titles: readonly string[]): Promise<string | undefined> {
  const found = Promise.withResolvers<string | undefined>()
  const beginnings = titles.map((title) => title.slice(0, beginningLength))
  const stop = session.onEvent((event) => {
    if (event.kind !== 'message' || event.message.asked !== undefined || !event.message.author.bot) return
    const { plain, channelId } = event.message
    if (beginnings.some((beginning) => plain.includes(beginning))) found.resolve(channelId)
  })
  setTimeout(() => found.resolve(undefined), announceMs)
  void found.promise.then(stop)
  return found.promise
}
