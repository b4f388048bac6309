import type { FolderChange } from '../sources/folder.ts'

/** Neighbouring files that are read may be kept together; whatever else happens is by itself, in its place. */
export function inGroups(changes: readonly FolderChange[]): readonly (readonly FolderChange[])[] {
  const groups: FolderChange[][] = []
  for (const change of changes) {
    const group = groups.at(-1) ?? []
    const last = group.at(-1)
    if (change.kind === 'read' && last?.kind === 'read' && !isIn(group, change.path)) group.push(change)
    else groups.push([change])
  }
  return groups
}

function isIn(group: readonly FolderChange[], path: string): boolean {
  return group.some((change) => change.kind === 'read' && change.path === path)
}
