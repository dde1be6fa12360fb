/** Makes what a lexicon, a table or a row is read into once for each, for as long as that lives. */
export function derived<From extends object, Made extends object>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, Made>()
  return from => {
    let made = known.get(from)
    if (made === undefined) {
      made = make(from)
      known.set(from, made)
    }
    return made
  }
}
