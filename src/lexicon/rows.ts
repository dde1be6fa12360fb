/** What the schemas of `dict/schemas` use of JSON Schema: an object of strings. */
export interface RowSchema {
  properties: Readonly<Record<string, { type?: string; enum?: string[]; minLength?: number; pattern?: string }>>
  required: readonly string[]
}

/**
 * Tells rows that follow a schema from those that do not, at the cost of a look at each cell; what is wrong with a row is left to ajv,
 * which then is loaded only where something is.
 */
export function rowChecker({ properties, required }: RowSchema): (fields: Readonly<Record<string, unknown>>) => boolean {
  const columns = new Map(
    Object.entries(properties).map(([name, { enum: values, minLength = 0, pattern }]) => {
      const shape = pattern === undefined ? undefined : new RegExp(pattern, 'u')
      const isCell = (cell: unknown): boolean => {
        if (values !== undefined) return values.includes(cell as string)
        return typeof cell === 'string' && cell.length >= minLength && (shape === undefined || shape.test(cell))
      }
      return [name, isCell]
    }),
  )
  return fields => {
    for (const name of required) if (fields[name] === undefined) return false
    for (const name in fields) {
      const isCell = columns.get(name)
      if (isCell === undefined || (fields[name] !== undefined && !isCell(fields[name]))) return false
    }
    return true
  }
}
