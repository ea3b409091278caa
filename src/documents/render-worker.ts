import { answerOrders } from '../threads/answer-orders.js'
import { writeList } from './excel/write-list.js'
import { renderFiling } from './render-filing.js'
import type { RenderingOrder } from './rendering-thread.js'

/** Writes one file after the other. */
answerOrders((order: RenderingOrder) =>
  order.kind === 'list' ? writeList(order.list) : renderFiling(order.printed, order),
)
