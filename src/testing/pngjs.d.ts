/** What is used of pngjs, which has no types of its own. */
declare module 'pngjs' {
  export class PNG {
    constructor(options: { width: number; height: number })
    width: number
    height: number
    /** RGBA. */
    data: Buffer
    static sync: {
      read(bytes: Buffer): PNG
      write(png: PNG, options?: { colorType?: 0 | 2 | 4 | 6; deflateLevel?: number }): Buffer
    }
  }
}
