import type { FastifyReply } from 'fastify'
import type { WrittenList } from '../../documents/excel/write-list.js'
import { renderListInWorker } from '../../documents/rendering-thread.js'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sends a list as an .xlsx named after its title. */
export async function sendList(reply: FastifyReply, list: WrittenList): Promise<undefined> {
  const bytes = await renderListInWorker(list)
  return sendFile(reply, { name: `${list.title}.xlsx`, type: sheetType, bytes })
}

/** Sends bytes as a file to be saved. */
export function sendFile(
  reply: FastifyReply,
  { name, type, bytes }: Readonly<{ name: string; type: string; bytes: Uint8Array }>,
): undefined {
  reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
}
