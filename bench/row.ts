// A line of the printed table.
export type Row = { job: string; ours: string; peer: string; ratio: string; size: string }
