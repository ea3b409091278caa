/** Lines of a text, each cut where Chinese meets letters or digits. */
export type Pieces = readonly (readonly string[])[]

/** Word and LibreOffice leave a little room there, which moves the ends of lines. */
const meetings =
  /(?<=[\p{Script=Han}①-⓿])(?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d])(?=[\p{Script=Han}①-⓿])/u

/** A text as the template sets it. */
export function piecesOf(text: string): Pieces {
  return clean(text)
    .split('\n')
    .map((line) => line.split(meetings))
}

/** What no font draws: tabs are spaces, line ends of all kinds one, other signs that are not seen nothing. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(
      /[\u0000-\u0009\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g,
      '',
    )
    .replace(/\p{Surrogate}/gu, '\ufffd')
}
