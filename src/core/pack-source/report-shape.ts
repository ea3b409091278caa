import { basis, scope, stage } from './pack-shapes.js'
import {
  flag,
  integer,
  listOf,
  oneOf,
  optional,
  required,
  type Shape,
  shapeOf,
  text,
  withDefault,
} from './shape.js'

const words = withDefault(listOf(text), [])
const yes = withDefault(flag, false)

const fullSentence = shapeOf({
  say: required(text),
  when: optional(text),
  each: optional(text),
  numbered: yes,
  together: optional(text),
  before: withDefault(text, ''),
  after: withDefault(text, ''),
  follows: yes,
})

type SentenceShape = typeof fullSentence extends Shape<infer T> ? T : never

/** A sentence alone, or with its conditions. */
const sentence: Shape<SentenceShape> = {
  parse(node, problems) {
    if (node.kind === 'mapping') return fullSentence.parse(node, problems)
    const say = text.parse(node, problems)
    return say === undefined ? undefined : { ...always, say }
  },
}

const always = {
  when: undefined,
  each: undefined,
  numbered: false,
  together: undefined,
  before: '',
  after: '',
  follows: false,
} as const

const section = shapeOf({
  id: required(text),
  title: required(text),
  labels: words,
  required: yes,
  level: withDefault(integer, 1),
  when: optional(text),
  form: optional(text),
  attachment: yes,
  aspects: words,
  keep: withDefault(listOf(oneOf(['own', 'lastYear'])), []),
  sentences: withDefault(listOf(sentence), []),
})

const quantity = shapeOf({
  id: required(text),
  name: required(text),
  from: words,
  fact: optional(
    shapeOf({
      quantity: required(text),
      stage,
      scope,
      year: withDefault(oneOf(['current', 'prior']), 'current'),
    }),
  ),
})

/** report.yaml */
export const reportShape = shapeOf({
  replaces: yes,
  title: required(text),
  heading: optional(text),
  forms: withDefault(listOf(shapeOf({ id: required(text), name: required(text) })), []),
  quantities: withDefault(listOf(quantity), []),
  lists: withDefault(
    listOf(
      shapeOf({
        id: required(text),
        name: required(text),
        of: required(text),
        when: optional(text),
        aspects: words,
      }),
    ),
    [],
  ),
  sections: required(listOf(section)),
  closing: words,
  basis,
})
