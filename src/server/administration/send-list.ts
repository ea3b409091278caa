import type { FastifyReply } from 'fastify'
import { type WrittenList, writeList } from '../../documents/excel/write-list.js'

const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Sends a list as an .xlsx named after its title. */
export function sendList(reply: FastifyReply, list: WrittenList): undefined {
  sendFile(reply, { name: `${list.title}.xlsx`, type: sheetType, bytes: writeList(list) })
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
