/** Drop a file. */
export function DropPage() {
  return <div className="page" />
}
