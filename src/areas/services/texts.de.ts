// German words for services.
import type { RefusalTexts } from '#kit/http/contract.ts'
import type { Category, ServiceStatus, services } from './contract.ts'

export const texts = {
  refusals: {
    noMeasure:
      'Die genannte Maßnahme gibt es nicht, oder sie ist für Sie nicht freigegeben. Es wurde nichts gespeichert. Bitte wählen Sie eine Maßnahme aus der Liste.',
    closed: 'Das Angebot ist geschlossen. Seine Angaben bleiben, wie sie waren; ein neues Angebot legen Sie neu an.',
    alreadyOpen: 'Das Angebot ist schon eröffnet oder wieder geschlossen. Es wurde nichts verändert.',
    stillToCome:
      'Eröffnet wird ein Angebot an dem Tag, an dem die ersten Menschen kommen können, oder danach. Dieser Tag liegt noch vor uns.',
    notOpen: 'Nur ein offenes Angebot kann schließen. Es wurde nichts verändert.',
  } satisfies RefusalTexts<typeof services>,
  areaMissing: 'Bitte sagen Sie, wo das Angebot ist: ein Gebiet aus der Liste oder ein Ort in eigenen Worten.',
  closingBeforeOpening: 'Der letzte Tag liegt vor der Eröffnung. Bitte prüfen Sie das Datum.',
  categories: {
    dayCare: 'Tagespflege',
    outpatientCare: 'Ambulante Pflege und Hilfe',
    residentialCare: 'Stationäre Pflege',
    counselling: 'Beratung',
    debtCounselling: 'Schuldnerberatung',
    housing: 'Wohnen und Wohnungslosenhilfe',
    youth: 'Jugendhilfe',
    family: 'Familie und Kinder',
    integration: 'Migration und Integration',
    inclusion: 'Teilhabe und Inklusion',
    meetingPlace: 'Treffpunkt',
    other: 'Sonstiges',
  } satisfies Record<Category, string>,
  statuses: { planned: 'geplant', open: 'geöffnet', closed: 'geschlossen' } satisfies Record<ServiceStatus, string>,
}
