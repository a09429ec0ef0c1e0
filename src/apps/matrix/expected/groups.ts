// Names for several subjects at once.

/** The county's own people. */
export const home = 'admin head planner checker staff counsellor'
/** Those whom the association sends into the body. */
export const sent = 'chair office delegate deputy guest'
/** Whoever wants to act for an organisation without being let. */
export const lapsed = 'ended future'
/** Everybody who acts for an organisation today. */
export const acting = `${home} ${sent} member stranger elsewhere`
/** Organisations beside the county. */
export const outside = 'member stranger elsewhere'

/** Without a session 401, with a mandate that is over or not yet begun 403. */
export const doors = { 401: 'visitor', 403: lapsed } as const
