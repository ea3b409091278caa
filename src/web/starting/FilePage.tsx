/** A file as read and as recognised. */
export function FilePage() {
  return <div className="page" />
}
