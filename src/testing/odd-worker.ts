import { DomainError } from '../core/errors/errors.js'
import { answerOrders } from '../threads/answer-orders.js'

/** What the thread of `order-thread.test.ts` can be asked to do. */
export type OddOrder = 'count' | 'refuse' | 'fail' | 'end' | 'throw'

let count = 0

answerOrders((order: OddOrder): number => {
  if (order === 'refuse') throw new DomainError('NOT_FOUND', { what: '农村饮水' })
  if (order === 'fail') throw new Error('the pump stands still')
  if (order === 'end') process.exit()
  if (order === 'throw')
    setImmediate(() => {
      throw new Error('the pipe burst')
    })
  return ++count
})
