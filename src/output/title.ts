import type { Article, Span } from '../types.js'

const BLANK = /\s/

/** Where an article's title stands in the text, over line breaks and blanks inside it; undefined where the article does not start with it. */
export function titleSpan(text: string, article: Article): Span | undefined {
  const wanted = article.title?.replace(/\s+/g, '')
  if (!wanted) return undefined
  let at = article.start
  let matched = 0
  for (; at < article.end && matched < wanted.length; at++) {
    const unit = text[at]!
    if (unit === wanted[matched]) matched++
    else if (!BLANK.test(unit)) return undefined
  }
  return matched === wanted.length ? { start: article.start, end: at } : undefined
}
