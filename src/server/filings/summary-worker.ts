import { answerOrders } from '../../threads/answer-orders.js'
import { createSummariser } from './create-summariser.js'

answerOrders(createSummariser())
