/** The account. */
export function AccountPage() {
  return <div className="page" />
}
