import { describe, expect, it } from 'vitest'
import { loadPacks } from '../../packs/load-packs.js'
import { areasNamedIn, listFormChoices, nameOfArea, withCompanions } from './form-choices.js'

const packs = loadPacks()

function choices(year: number, ...ownAreas: string[]): string[] {
  return listFormChoices({ packs, year, ownAreas }).map(({ id }) => id)
}

describe('the forms a unit can choose', () => {
  it('are the newest edition of the year, one of each area', () => {
    expect(choices(2024, 'hunan')).toContain('hunan/department-self-evaluation/2024')
    expect(choices(2024, 'hunan')).not.toContain('hunan/department-self-evaluation/2023')
    expect(choices(2023, 'hunan')).toContain('hunan/department-self-evaluation/2023')
  })

  it('begin with the region’s own, then 中央, then the general ones, then other regions', () => {
    const areas = choices(2024, 'hunan')
      .filter((id) => id.includes('/project-self-evaluation/'))
      .map((id) => id.split('/')[0])
    expect(areas).toEqual(['hunan', 'central', 'any', 'yunnan'])
    expect(choices(2024)[0]).toBe('central/department-self-evaluation/2021')
  })

  it('leave out editions that come later', () => {
    expect(choices(2020, 'hunan').filter((id) => id.startsWith('hunan/'))).toEqual([])
    expect(choices(2019)).toEqual([])
  })

  it('bring the region’s base data along with the department’s form, and nothing with others', () => {
    const brought = (id: string) => withCompanions(id, { packs, year: 2024 })
    expect(brought('hunan/department-self-evaluation/2024')).toEqual([
      'hunan/base-data/2023',
      'hunan/department-self-evaluation/2024',
    ])
    expect(brought('central/department-self-evaluation/2021')).toEqual([
      'central/department-self-evaluation/2021',
    ])
    expect(brought('hunan/project-self-evaluation/2024')).toEqual(['hunan/project-self-evaluation/2024'])
  })

  it('are a region’s own by its name', () => {
    expect(areasNamedIn('湖南省云溪县')).toEqual(['hunan'])
    expect(areasNamedIn('云溪县')).toEqual([])
    expect(nameOfArea('hunan')).toBe('湖南')
    expect(nameOfArea('yunxi')).toBe('本地')
  })
})
