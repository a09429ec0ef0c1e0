// The journal's verbs as German sentences, for history and news. A verb without its sentence falls back to a plain one.
const sentences: Readonly<Record<string, string>> = {
  'installation.setUp': 'Nahtstelle eingerichtet',
  'person.invited': 'eingeladen',
  'duty.waived': 'erlassen',
}
export const sentenceOf = (verb: string, kind: string): string => sentences[verb] ?? `${kind} geändert`
