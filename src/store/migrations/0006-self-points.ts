/** 自评分 that stood in the cell when 复核分 was proposed for it, so that lists can sum without reading contents. */
export const selfPoints: readonly string[] = ['alter table proposed_score add column self_points numeric']
