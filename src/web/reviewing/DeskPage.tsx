/** The reviewer's desk. */
export function DeskPage() {
  return <div className="page" />
}
