import type { PageNode } from './document.ts'

/** What is done at each node. */
export interface Visitor {
  /** Whether to go into the node's children. The node may be taken out of the page here if not. */
  readonly enter: (node: PageNode) => boolean
  /** After the node's children, also where they were not gone into. */
  readonly leave?: (node: PageNode) => void
}

/** Visits a node and all within it in reading order, without recursion: deep nesting cannot overflow the stack. */
export function walk(root: PageNode, { enter, leave }: Visitor): void {
  let node: PageNode | null = root
  while (node !== null) {
    // Asked before the node is entered, since it may go.
    const next: PageNode | null = node === root ? null : node.nextSibling
    const parent: PageNode | null = node.parentNode
    const child: PageNode | null = enter(node) ? node.firstChild : null
    if (child !== null) {
      node = child
      continue
    }
    leave?.(node)
    node = node === root ? null : (next ?? climb(parent, root, leave))
  }
}

/** The node after the last child of `parent`; null at the end of the root. */
function climb(parent: PageNode | null, root: PageNode, leave: Visitor['leave']): PageNode | null {
  let node = parent
  while (node !== null) {
    leave?.(node)
    if (node === root) return null
    if (node.nextSibling !== null) return node.nextSibling
    node = node.parentNode
  }
  return null
}
