/** One file as a browser sends it: the body and the header that goes with it. */
export function multipartOf(
  bytes: Uint8Array,
  name: string,
): Readonly<{ payload: Buffer; headers: Record<string, string> }> {
  const boundary = 'a-boundary-that-no-file-holds'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}
