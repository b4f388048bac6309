import { isJsonObject, type Json, type JsonObject } from '../json.ts'

/** Every component of a tree in the order in which Discord numbers them: a parent before its children. */
export function walkComponents(components: Json | undefined): readonly JsonObject[] {
  if (!Array.isArray(components)) return []
  return components.flatMap((component: Json) => {
    if (!isJsonObject(component)) return []
    const children = [component.accessory, component.component].filter(isJsonObject)
    return [component, ...walkComponents(component.components), ...walkComponents(children)]
  })
}

/** Gives each component of a tree the number that it lacks, counting up from 1 as Discord does. */
export function numberComponents(components: Json | undefined): readonly JsonObject[] {
  const taken = new Set(walkComponents(components).flatMap(({ id }) => (typeof id === 'number' ? [id] : [])))
  let last = 0
  const nextFree = () => {
    do last += 1
    while (taken.has(last))
    return last
  }
  const number = (component: Json): Json => {
    if (!isJsonObject(component)) return component
    const { id, components: children, accessory, component: only } = component
    return {
      ...component,
      id: typeof id === 'number' && id > 0 ? id : nextFree(),
      ...(Array.isArray(children) && { components: children.map(number) }),
      ...(accessory !== undefined && { accessory: number(accessory) }),
      ...(only !== undefined && { component: number(only) }),
    }
  }
  return Array.isArray(components) ? components.map(number).filter(isJsonObject) : []
}
