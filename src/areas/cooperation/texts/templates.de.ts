// German wording of the templates of founding: name, mission, groups and clauses, each a proposal that can be changed.
import type { TemplateId } from '../rules/templates.ts'

type Clause = {
  number: string
  heading: string
  text: string
  strength: 'must' | 'should' | 'usual'
  /** From this clause the meetings of the year follow; its wording then follows the number. */
  meets?: true
}
type Words = {
  label: string
  hint: string
  mission: string
  groups: readonly string[]
  agreement: string
  preamble: string
  clauses: readonly Clause[]
}
const meeting = (number: string): Clause => ({ number, heading: 'Treffen', text: '', strength: 'must', meets: true })

export const templateTexts: Readonly<Record<TemplateId, Words>> = {
  free: {
    label: 'Ohne Vorlage',
    hint: 'Sie legen alles selbst fest.',
    mission: '',
    groups: ['', ''],
    agreement: 'Vereinbarung über die Zusammenarbeit',
    preamble: '',
    clauses: [],
  },
  publicFree: {
    label: 'Arbeitsgemeinschaft öffentlich-frei',
    hint: 'Landkreis oder Stadt und Wohlfahrtsverbände, zwei gleichberechtigte Vorsitzende, mindestens zwei Treffen im Jahr.',
    mission: 'Die Partner bündeln ihre gemeinsamen Anliegen und straffen Arbeitsabläufe.',
    groups: ['Öffentliche Seite', 'Freie Wohlfahrtspflege'],
    agreement: 'Vereinbarung zur gemeinsamen Zusammenarbeit',
    preamble: 'Mit dieser Vereinbarung geben die Partner ihrer Zusammenarbeit eine verbindliche Form.',
    clauses: [
      {
        number: '§ 1',
        heading: 'Gemeinsame Anliegen',
        text: 'Die Partner befassen sich mit gemeinsamen strategischen Themen der Sozialen Arbeit.',
        strength: 'must',
      },
      meeting('§ 2 Abs. 1'),
      {
        number: '§ 2 Abs. 2',
        heading: 'Arbeitskreise',
        text: 'Für operative Themen kann die Arbeitsgemeinschaft zeitlich begrenzte Arbeitskreise bilden.',
        strength: 'usual',
      },
      {
        number: '§ 3',
        heading: 'Vorsitz',
        text: 'Den Vorsitz führen gleichberechtigt eine Vertretung der öffentlichen und eine der freien Seite. Was die Arbeitsgemeinschaft veröffentlicht, geben beide gemeinsam frei.',
        strength: 'must',
      },
    ],
  },
  district: {
    label: 'Bezirksarbeitsgemeinschaft',
    hint: 'Bezirk, Landkreise und kreisfreie Städte, zwei gleichberechtigte Vorsitzende, mindestens zwei Treffen im Jahr.',
    mission:
      'Forum für den gegenseitigen Austausch über die bedarfsgerechte Weiterentwicklung der sozialen Landschaft im Bezirk.',
    groups: ['Bezirk', 'Landkreise und kreisfreie Städte'],
    agreement: 'Vereinbarung über die Bezirksarbeitsgemeinschaft',
    preamble: 'Die Beteiligten wollen enger zusammenarbeiten und ihre Planungen zusammenführen.',
    clauses: [
      {
        number: '§ 1',
        heading: 'Aufgabe',
        text: 'Die Bezirksarbeitsgemeinschaft ist ein Forum für den gegenseitigen Austausch; sie spricht Empfehlungen aus.',
        strength: 'must',
      },
      {
        number: '§ 2',
        heading: 'Vorsitz',
        text: 'Den Vorsitz führen gleichberechtigt eine Vertretung des Bezirks und eine der Landkreise und kreisfreien Städte; diese wird für drei Jahre gewählt.',
        strength: 'must',
      },
      meeting('§ 3 Abs. 1'),
      {
        number: '§ 3 Abs. 2',
        heading: 'Arbeitsgruppen',
        text: 'Zu spezifischen Themen sollen Arbeitsgruppen gebildet werden.',
        strength: 'should',
      },
    ],
  },
  youth: {
    label: 'Arbeitsgemeinschaft nach § 78 SGB VIII',
    hint: 'Jugendamt und Träger der freien Jugendhilfe, Vorsitz der freien Träger auf zwei Jahre, mindestens drei Treffen im Jahr.',
    mission: 'Die geplanten Maßnahmen werden aufeinander abgestimmt und ergänzen sich gegenseitig (§ 78 SGB VIII).',
    groups: ['Träger der freien Jugendhilfe', 'Öffentlicher Träger'],
    agreement: 'Geschäftsordnung der Arbeitsgemeinschaft nach § 78 SGB VIII',
    preamble: '',
    clauses: [
      {
        number: '§ 1',
        heading: 'Aufgabe',
        text: 'Die Arbeitsgemeinschaft wirkt darauf hin, dass die geplanten Maßnahmen aufeinander abgestimmt werden.',
        strength: 'must',
      },
      meeting('§ 2'),
      {
        number: '§ 3',
        heading: 'Tagesordnung',
        text: 'Jeder Träger kann Punkte zur Tagesordnung anmelden.',
        strength: 'must',
      },
      {
        number: '§ 4',
        heading: 'Vorsitz',
        text: 'Der Vorsitz wird aus der Mitte der Träger der freien Jugendhilfe für zwei Jahre gewählt. Die Geschäfte führt das Jugendamt.',
        strength: 'must',
      },
    ],
  },
  small: {
    label: 'Kleine Zusammenarbeit',
    hint: 'Zwei Partner, ein Vorsitz, ein Treffen im Jahr. In zwei Minuten angelegt.',
    mission: 'Die Partner stimmen sich an ihrer gemeinsamen Nahtstelle ab.',
    groups: [],
    agreement: 'Absprache über die Zusammenarbeit',
    preamble: '',
    clauses: [meeting('§ 1')],
  },
}
