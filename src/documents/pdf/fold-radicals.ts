/** Radicals that Unicode does not decompose, each followed by the ideograph it stands for. */
const supplementPairs = [
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍尐⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爬',
  '⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艺⻀艻⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝',
  '⻊𧾷⻋车⻌辶⻍辷⻎辸⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯',
  '⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
].join('')

/** Characters that share a glyph with a commoner one in widespread fonts, so that a PDF names the wrong one. */
const sharedGlyphPairs = '⼾户㬵胶\u2329〈\u232a〉〜～∕／ʻ‘'

const looksLike = readPairs(supplementPairs + sharedGlyphPairs)
const foldable = /[\u2e80-\u2fd5㬵\u2329\u232a〜∕ʻ\uf900-\ufaff\ufe30-\ufe4f\u{2f800}-\u{2fa1f}]/gu
const halfWidth = /[!-~]/g
const fullWidthOffset = 0xfee0

/**
 * Replaces radicals, compatibility forms and joined dashes by the characters they look like; ㎡ and the like stay.
 */
export function foldRadicals(text: string): string {
  return text.replace(foldable, foldCharacter).replace('⸺', '——').replace('⸻', '———')
}

function foldCharacter(character: string): string {
  const ideograph = looksLike.get(character)
  if (ideograph !== undefined) return ideograph
  return character.normalize('NFKC').replace(halfWidth, widen)
}

function widen(character: string): string {
  return String.fromCharCode(character.charCodeAt(0) + fullWidthOffset)
}

function readPairs(pairs: string): ReadonlyMap<string, string> {
  const characters = [...pairs]
  const entries = characters.flatMap((radical, at): [string, string][] => {
    const ideograph = characters[at + 1]
    return at % 2 === 0 && ideograph !== undefined ? [[radical, ideograph]] : []
  })
  return new Map(entries)
}
