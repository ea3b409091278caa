/** Reviewing one filing. */
export function ReviewPage() {
  return <div className="page" />
}
