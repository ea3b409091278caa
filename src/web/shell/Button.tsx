import type { ButtonHTMLAttributes, MouseEvent } from 'react'
import './button.css'

/** A button; the one that is the next step is filled. While it is busy it stays in place and takes no press. */
export function Button({
  filled = false,
  small = false,
  busy = false,
  className = '',
  type = 'button',
  onClick,
  ...button
}: Readonly<{ filled?: boolean; small?: boolean; busy?: boolean }> &
  ButtonHTMLAttributes<HTMLButtonElement>) {
  const looks = ['button', filled && 'filled', small && 'small', className]
  return (
    <button
      {...button}
      type={type}
      className={looks.filter(Boolean).join(' ')}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? refuse : onClick}
    />
  )
}

/** A form is not sent either: sending it by Enter presses its button too. */
function refuse(event: MouseEvent): void {
  event.preventDefault()
}
