import { type Child, fill, h, icon } from './dom.ts'

/** Steps one after the other, each with what came of it. */
export interface Steps {
  readonly element: HTMLElement
  readonly begin: (name: string) => void
  readonly done: (name: string, what: Child) => void
  /** The step under way failed. */
  readonly fail: (why: string) => void
}

/** Shows steps; none has begun. */
export function createSteps(names: readonly string[]): Steps {
  const rows = new Map(names.map((name) => [name, h('li', { class: 'step' }, ...rowOf(name, undefined))]))
  const set = (name: string, state: string, what: Child): void => {
    const row = rows.get(name)
    if (row === undefined) return
    row.className = `step ${state}`
    fill(row, ...rowOf(name, what))
  }
  return {
    element: h(
      'ol',
      { class: 'steps', 'aria-label': 'What happens', 'aria-live': 'polite' },
      ...rows.values(),
    ),
    begin: (name) => set(name, 'going', '…'),
    done: (name, what) => set(name, 'done', what),
    fail: (why) => {
      const going = [...rows].find(([, row]) => row.classList.contains('going'))?.[0] ?? names[0] ?? ''
      set(going, 'failed', why)
    },
  }
}

function rowOf(name: string, what: Child): readonly Child[] {
  return [
    h('span', { class: 'step-mark' }, icon('check')),
    h('b', {}, name),
    h('span', { class: 'step-what' }, what),
  ]
}
