/** My tasks. */
export function TasksPage() {
  return <div className="page" />
}
