// Supplied collection: tasks of social planning in Bavaria with who bears them. Part two: income, work, children and young people.
import { bavaria, entry, federal, local, type SuppliedTask, suppliedCare, unsourced } from './supplied-care.de.ts'

const jobcenter = 'Jobcenter (gemeinsame Einrichtung oder zugelassener kommunaler Träger)'
const carriers = 'Träger der freien und der öffentlichen Jugendhilfe'
const state = [
  'Art. 15 AGSG im Wortlaut (Kreisjugendring Landshut, Fassung vom 23. April 2021)',
  'https://kojalala.de/kommunale-jugendarbeit-im-landkreis-landshut/gesetzliche-grundlagen-40764/agsg?rCH=2',
] as const
const agsg81 = [
  'Art. 81 Abs. 1 AGSG im Wortlaut (sgbdigital.de, Fassung vom 31. Juli 2018)',
  'https://www.sgbdigital.de/content/link/sgb_12_c_210',
] as const
const landesjugendamt = [
  'Bayerisches Landesjugendamt: Träger der Jugendhilfe',
  'https://blja.bayern.de/steuerung/traeger-jugendhilfe/index.php',
] as const
const youth = (grants: string, pays: string) => [
  entry('plans', 'local', local, '§ 79 Abs. 1 und § 80 SGB VIII, Art. 15 AGSG', state, { areaKey: bavaria }),
  entry('grants', 'local', local, grants, state, { areaKey: bavaria }),
  entry('pays', 'local', local, pays, federal('sgb_8', '36a'), { areaKey: bavaria }),
  entry('provides', 'free', carriers, '§ 3 Abs. 2 SGB VIII', federal('sgb_8', '3'), { jointly: true }),
]

export const suppliedTasks: readonly SuppliedTask[] = [
  ...suppliedCare,
  {
    title: 'Hilfe zum Lebensunterhalt',
    law: 'SGB XII',
    clause: '§§ 27 bis 40',
    strength: 'must',
    situations: ['income'],
    summary:
      'Für Menschen, die nicht erwerbsfähig sind, aber noch nicht dauerhaft voll erwerbsgemindert oder im Rentenalter.',
    entries: [
      entry('plans', 'local', local, '§ 3 Abs. 2 SGB XII', federal('sgb_12', '3'), { areaKey: bavaria }),
      entry('grants', 'local', local, '§ 97 Abs. 1 SGB XII', federal('sgb_12', '97'), {
        areaKey: bavaria,
        note: 'Der Bezirk bewilligt sie mit, wenn er zugleich Eingliederungshilfe oder Hilfe zur Pflege leistet (Art. 82 AGSG).',
      }),
      entry('pays', 'local', local, '§ 3 SGB XII', unsourced, { areaKey: bavaria }),
      entry('provides', 'local', local, '§ 3 Abs. 2 SGB XII', federal('sgb_12', '3'), { areaKey: bavaria }),
    ],
  },
  {
    title: 'Grundsicherung im Alter und bei Erwerbsminderung',
    law: 'SGB XII',
    clause: '§§ 41 bis 46b',
    strength: 'must',
    situations: ['income', 'age', 'disability'],
    summary: 'Für Menschen, die die Altersgrenze erreicht haben oder dauerhaft voll erwerbsgemindert sind.',
    entries: [
      entry('plans', 'local', local, 'Art. 81 AGSG', agsg81, { areaKey: bavaria }),
      entry('grants', 'local', local, '§ 46b SGB XII, Art. 81 AGSG', agsg81, {
        areaKey: bavaria,
        note: 'Vorbehaltlich Art. 82 AGSG: zusammen mit Leistungen des Bezirks bewilligt der Bezirk.',
      }),
      entry(
        'pays',
        'federal',
        'Bund (erstattet den Ländern 100 Prozent)',
        '§ 46a Abs. 1 SGB XII',
        federal('sgb_12', '46a'),
      ),
      entry('provides', 'local', local, 'Art. 81 AGSG', agsg81, { areaKey: bavaria }),
    ],
  },
  {
    title: 'Grundsicherung für Arbeitsuchende: Lebensunterhalt und Eingliederung in Arbeit',
    law: 'SGB II',
    clause: '§§ 14 bis 16k und 19 bis 21',
    strength: 'must',
    situations: ['income', 'work'],
    summary:
      'Geld zum Leben, Beratung und Leistungen zur Eingliederung für erwerbsfähige Menschen und ihre Bedarfsgemeinschaft.',
    entries: [
      entry('plans', 'federal', 'Bundesagentur für Arbeit', '§ 6 Abs. 1 Nr. 1 SGB II', federal('sgb_2', '6')),
      entry('grants', 'local', jobcenter, '§§ 6a und 44b SGB II', federal('sgb_2', '44b')),
      entry('pays', 'federal', 'Bund', '§ 46 Abs. 1 SGB II', federal('sgb_2', '46')),
      entry('provides', 'local', `${jobcenter}, Träger von Maßnahmen`, '§ 17 SGB II', federal('sgb_2', '17')),
    ],
  },
  {
    title: 'Unterkunft und Heizung für Arbeitsuchende',
    law: 'SGB II',
    clause: '§ 22',
    strength: 'must',
    situations: ['income', 'housing'],
    summary: 'Angemessene Kosten der Wohnung und der Heizung.',
    entries: [
      entry('plans', 'local', local, '§ 6 Abs. 1 Nr. 2 SGB II', federal('sgb_2', '6')),
      entry('grants', 'local', jobcenter, '§ 44b SGB II', federal('sgb_2', '44b')),
      entry('pays', 'local', local, '§ 6 Abs. 1 Nr. 2 SGB II', federal('sgb_2', '6'), { jointly: true }),
      entry('pays', 'federal', 'Bund (beteiligt sich)', '§ 46 Abs. 5 SGB II', federal('sgb_2', '46'), {
        jointly: true,
      }),
      entry('provides', 'local', jobcenter, '§ 44b SGB II', federal('sgb_2', '44b')),
    ],
  },
  {
    title: 'Schuldnerberatung, Suchtberatung, psychosoziale Betreuung und Kinderbetreuung auf dem Weg in Arbeit',
    law: 'SGB II',
    clause: '§ 16a',
    strength: 'may',
    situations: ['work', 'debt', 'health', 'family'],
    summary: 'Kommunale Eingliederungsleistungen, die für die Aufnahme einer Arbeit nötig sind.',
    entries: [
      entry('plans', 'local', local, '§ 6 Abs. 1 Nr. 2 SGB II', federal('sgb_2', '6')),
      entry('grants', 'local', jobcenter, '§ 44b SGB II', federal('sgb_2', '44b')),
      entry('pays', 'local', local, '§ 6 Abs. 1 Nr. 2 SGB II', federal('sgb_2', '6')),
      entry(
        'provides',
        'free',
        'Beratungsstellen der freien Wohlfahrtspflege',
        '§ 17 Abs. 1 SGB II',
        federal('sgb_2', '17'),
        {
          jointly: true,
        },
      ),
    ],
  },
  {
    title: 'Hilfe zur Erziehung',
    law: 'SGB VIII',
    clause: '§§ 27 bis 35',
    strength: 'must',
    situations: ['family', 'youth'],
    summary: 'Von der Erziehungsberatung bis zur Heimerziehung, auf der Grundlage eines Hilfeplans.',
    entries: youth('§ 85 Abs. 1 SGB VIII, Art. 15 AGSG', '§ 36a Abs. 1 SGB VIII'),
  },
  {
    title: 'Eingliederungshilfe für junge Menschen mit seelischer Behinderung',
    law: 'SGB VIII',
    clause: '§ 35a',
    strength: 'must',
    situations: ['youth', 'disability'],
    summary: 'Teilhabe für Kinder und Jugendliche, deren seelische Gesundheit länger als sechs Monate abweicht.',
    entries: youth('§ 85 Abs. 1 SGB VIII, Art. 15 AGSG', '§ 36a Abs. 1 SGB VIII'),
  },
  {
    title: 'Jugendsozialarbeit',
    law: 'SGB VIII',
    clause: '§ 13',
    strength: 'should',
    situations: ['youth', 'work'],
    summary:
      'Sozialpädagogische Hilfen für junge Menschen auf dem Weg durch Schule, Ausbildung und in die Arbeit; abzustimmen mit Schule, Bundesagentur und Jobcenter.',
    entries: [
      entry('plans', 'local', local, '§ 80 SGB VIII, Art. 15 AGSG', state, { areaKey: bavaria }),
      entry('grants', 'local', local, '§ 85 Abs. 1 SGB VIII', federal('sgb_8', '85'), { areaKey: bavaria }),
      entry('pays', 'local', local, '§ 74 SGB VIII', federal('sgb_8', '74'), { areaKey: bavaria }),
      entry('provides', 'free', carriers, '§ 3 Abs. 2 SGB VIII', federal('sgb_8', '3'), { jointly: true }),
    ],
  },
  {
    title: 'Kinder in Tageseinrichtungen und Tagespflege',
    law: 'SGB VIII',
    clause: '§§ 22 bis 24',
    strength: 'must',
    situations: ['family'],
    summary: 'Förderung von Kindern; ab dem ersten Geburtstag mit Rechtsanspruch.',
    entries: [
      entry('plans', 'local', local, '§ 80 SGB VIII, Art. 15 AGSG', state, { areaKey: bavaria }),
      entry('grants', 'local', local, '§ 85 Abs. 1 SGB VIII', federal('sgb_8', '85'), { areaKey: bavaria }),
      entry('pays', 'municipal', 'Gemeinden und Freistaat Bayern', 'BayKiBiG', unsourced, { areaKey: bavaria }),
      entry('provides', 'municipal', 'Kreisangehörige Gemeinden und freie Träger', 'AGSG', landesjugendamt, {
        areaKey: bavaria,
        jointly: true,
      }),
    ],
  },
]
