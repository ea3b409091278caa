import { useState } from 'react'
import { Button } from '../shell/Button.js'
import { StartDialog } from './StartDialog.js'
import { words } from './words.zh.js'

/** 开始一份自评, for those who fill in: also without a notice. */
export function StartButton({ today, primary = false }: Readonly<{ today: string; primary?: boolean }>) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button filled={primary} onClick={() => setOpen(true)}>
        {words.start}
      </Button>
      {isOpen ? <StartDialog today={today} close={() => setOpen(false)} /> : null}
    </>
  )
}
