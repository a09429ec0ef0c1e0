// Where a need or a measure is: the area and the place in own words, without saying the area twice.
type Placed = { area: { title: string | null } | null; areaName: string | null }

export const placeWords = ({ area, areaName }: Placed): string =>
  [area?.title && areaName?.includes(area.title) ? null : area?.title, areaName].filter(Boolean).join(', ')
