// German sentences that chores write into the journal.
export const texts = {
  deletedLongAgo: (days: number) =>
    `Löschung ${days} Tage nach dem Entfernen (Speicherbegrenzung, Art. 5 Abs. 1 Buchst. e DSGVO)`,
}
