import { type InputHTMLAttributes, useId } from 'react'

/** A labelled line to type into, with a hint or what is wrong under it. */
export function Field({
  label,
  says,
  wrong,
  onText,
  ...input
}: Readonly<{
  label: string
  says?: string | undefined
  wrong?: string | undefined
  onText: (text: string) => void
}> &
  InputHTMLAttributes<HTMLInputElement>) {
  const id = useId()
  const under = wrong ?? says
  return (
    <label className="field" htmlFor={id}>
      <span>{label}</span>
      <input
        {...input}
        id={id}
        aria-invalid={wrong !== undefined}
        aria-describedby={under === undefined ? undefined : `${id}-says`}
        onChange={({ target }) => onText(target.value)}
      />
      {under === undefined ? null : (
        <small id={`${id}-says`} className={wrong === undefined ? '' : 'wrong'}>
          {under}
        </small>
      )}
    </label>
  )
}
