/** The paper form. */
export function FillingPage() {
  return <div className="page" />
}
