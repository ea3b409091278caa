/** What the page writes on the button of the bureau's own sign-on; null where none is set up. */
export function signOnLabel(): string | null {
  return null
}
