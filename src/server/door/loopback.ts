/** Whether an address of a socket is this very machine: 127.0.0.0/8, ::1 or the former mapped into IPv6. */
export function isLoopbackAddress(address: string): boolean {
  return /^(::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address) || address === '::1'
}

/** Whether the name in a web address means this very machine. A foreign name that resolves to it does not. */
export function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name === '[::1]' || isLoopbackAddress(name)
}
