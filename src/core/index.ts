export * from './document/document.js'
export * from './exact/decimal.js'
export * from './exact/interval.js'
export * from './exact/rational.js'
