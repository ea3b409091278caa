/** The receipt. */
export function ReceiptPage() {
  return <div className="page" />
}
