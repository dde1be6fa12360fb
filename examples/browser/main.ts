/**
 * The tagger in a page: fetches the dictionary, which the bundler puts beside the script, then cuts and annotates what stands in the text area.
 */
import { openTagger } from 'zhengce'

const tagger = await openTagger()
const area = document.querySelector<HTMLTextAreaElement>('#text')!
const words = document.querySelector('#words')!
const entities = document.querySelector('#entities')!

function show(): void {
  words.textContent = tagger
    .segment(area.value)
    .map(token => token.text)
    .join(' ')
  entities.replaceChildren(
    ...tagger.annotate(area.value).entities.map(entity => {
      const item = document.createElement('li')
      item.textContent = `${entity.text} ${entity.type} ${entity.type === 'money' ? entity.high : 'name' in entity ? entity.name : ''}`
      return item
    }),
  )
}

area.addEventListener('input', show)
show()
document.body.dataset.ready = 'true'
