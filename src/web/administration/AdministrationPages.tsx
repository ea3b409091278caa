/** Pages of the administrators. */
export function AdministrationPages() {
  return <div className="page" />
}
