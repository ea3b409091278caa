import { DomainError } from '../../core/errors/errors.js'
import type { Trx } from '../../store/store.js'
import { findUpload, type UploadId, type UploadRow } from '../../store/upload-store.js'

/** An upload for a filing or of a ledger. @throws DomainError UPLOAD_NOT_FOUND outside the actor's reach */
export async function getUpload(trx: Trx, id: UploadId): Promise<UploadRow> {
  const row = await findUpload(trx, id)
  if (row === undefined || (row.purpose !== 'filing' && row.purpose !== 'ledger'))
    throw new DomainError('UPLOAD_NOT_FOUND')
  return row
}
