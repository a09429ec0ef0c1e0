// German words of the comparison: what differs, what is chance, who is alike, and what an interval does not say.
import type { AlikeAreas, Comparison, CourseRun, Lies, NoInterval, TraitUsed } from '../contract/comparison.ts'
import { count, day } from './deliveries.de.ts'

const decimal = (value: number, decimals: number) =>
  value.toLocaleString('de-DE', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
const percent = (share: number) => `${share > 0 ? '+' : share < 0 ? '−' : ''}${decimal(Math.abs(share) * 100, 1)} %`
const list = (names: readonly string[]) =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} und ${names.at(-1)}`
const areas = (n: number) => (n === 1 ? '1 Gebiet' : `${count(n)} Gebiete`)
type Benchmark = NonNullable<Comparison['benchmark']>

export const comparisonTexts = {
  title: 'Vergleich',
  lead: 'Ihr Gebiet neben seinen Nachbarn, auch über die Grenze hinweg. Was Zufall sein kann, steht dabei. Die Auswahl steht in der Adresse und lässt sich weitergeben.',
  toWhole: 'Mit weiteren Gebieten vergleichen',
  toCompare: 'Mit anderen Gebieten vergleichen',
  toCompareShort: 'Vergleich',
  toExplorer: 'In Karte und Verlauf ansehen',
  refusals: {
    noSuchArea: (d: Record<string, string>) =>
      `Das Gebiet ${d.area} gab es zu dieser Zeit nicht, oder es ist hier nicht bekannt. Bitte wählen Sie ein Gebiet aus der Liste.`,
    notPublicTrait: (d: Record<string, string>) =>
      `„${d.title}“ ist keine amtliche Kennzahl. Ähnliche Gebiete werden nur nach veröffentlichten Zahlen gesucht, damit alle dasselbe Ergebnis sehen. Bitte wählen Sie ein anderes Merkmal.`,
  },
  area: 'Eigenes Gebiet',
  chooseArea: 'Gebiet suchen',
  chooseFirst: 'Wählen Sie zuerst Ihr Gebiet',
  chooseFirstHint: 'Danach sehen Sie es neben den angrenzenden Gebieten und neben ähnlichen.',
  with: 'Verglichen mit',
  sets: {
    region: (level: 'county' | 'municipality') =>
      level === 'county'
        ? 'Regierungsbezirk und Nachbarn jenseits der Grenze'
        : 'Landkreis und Nachbarn jenseits der Grenze',
    around: 'nur angrenzende Gebiete',
    alike: 'fünf ähnliche Gebiete',
    all: 'alle eingelesenen Gebiete',
  },
  across: 'Nachbarn jenseits der Grenze',
  acrossOptions: { with: 'dabei', without: 'weglassen' },
  against: 'Vergleichswert',
  againstOptions: { parent: 'übergeordnetes Gebiet', set: 'alle gezeigten zusammen' },
  lies: {
    below998: 'weit darunter',
    below95: 'darunter',
    within: 'im Rahmen',
    above95: 'darüber',
    above998: 'weit darüber',
  } satisfies Record<Lies, string>,
  benchmark: (b: Benchmark) =>
    b.kind === 'official'
      ? `${b.name} (amtlich)`
      : b.kind === 'summed'
        ? `${b.name}, aus ${b.areas === 1 ? '1 Gebiet' : `${count(b.areas)} Gebieten`} zusammengerechnet${b.missing > 0 ? `; ${areas(b.missing)} ohne Zahl` : ''}`
        : `alle gezeigten Gebiete zusammen (${count(b.areas)}${b.missing > 0 ? `; ${count(b.missing)} ohne Zahl` : ''})`,
  verdict: {
    value: (name: string, value: string, period: string, low: string, high: string) =>
      `${name}: ${value} (${period}). Mit dieser Zahl von Fällen sind Werte zwischen ${low} und ${high} vereinbar.`,
    bare: (name: string, value: string, period: string) => `${name}: ${value} (${period}).`,
    noNumber: (name: string, state: string, period: string) =>
      `Für ${name} gibt es für ${period} keine Zahl: ${state}. Deshalb lässt sich das Gebiet nicht einordnen; die anderen stehen unten.`,
    title: {
      within: 'Im Rahmen dessen, was zufällig schwankt',
      usual: 'Mehr als Zufall, aber so weit auseinander liegen diese Gebiete allgemein',
      low: 'Niedriger, als Zufall und die üblichen Unterschiede erklären',
      high: 'Höher, als Zufall und die üblichen Unterschiede erklären',
      open: 'Ohne Einordnung',
    },
    within: (benchmark: string, small: boolean) =>
      `Der Abstand zum Vergleichswert (${benchmark}) liegt im Rahmen dessen, was bei ${small ? 'so kleinen Zahlen' : 'diesen Zahlen'} zufällig schwankt.`,
    usual: (benchmark: string) =>
      `Der Abstand zum Vergleichswert (${benchmark}) ist größer, als der Zufall erklärt. Er ist aber nicht ungewöhnlich: So weit liegen die verglichenen Gebiete allgemein auseinander, etwa wegen Altersaufbau, Angebot oder Erfassung.`,
    apart: (benchmark: string, side: 'below' | 'above') =>
      `Der Abstand zum Vergleichswert (${benchmark}) ist größer als der Zufall und größer als die üblichen Unterschiede zwischen diesen Gebieten: Der Wert liegt ${side === 'below' ? 'darunter' : 'darüber'}. Warum, sagt die Zahl nicht; es lohnt sich nachzusehen.`,
    ranked: (rank: number, of: number) =>
      `Von oben gezählt Platz ${rank} von ${of}; die Spanne überschneidet sich mit keiner anderen.`,
    notRanked: (overlaps: number, of: number) =>
      `Eine Rangfolge wird nicht gezeigt: Die Spanne überschneidet sich mit ${overlaps === 1 ? 'der eines anderen Gebiets' : `denen von ${count(overlaps)} der ${count(of - 1)} anderen Gebiete`}, ihr Platz wäre Zufall.`,
    alone: 'Es gibt kein anderes Gebiet mit einer Zahl, mit dem sich vergleichen ließe.',
  },
  noInterval: {
    asked:
      'Absolute Werte hängen von der Größe des Gebiets ab; sie lassen sich nebeneinanderstellen, aber nicht bewerten. Dafür zeigen Sie sie bitte je 1.000 Einwohnerinnen und Einwohner.',
    isPopulation: 'Die Einwohnerzahl wird nicht auf sich selbst bezogen. Sie steht hier nur nebeneinander.',
    notAdditive:
      'Diese Kennzahl ist ein Anteil oder ein Durchschnitt, dessen Nenner hier nicht vorliegt. Wie weit sie zufällig schwankt, lässt sich deshalb nicht sagen.',
    noPopulation:
      'Zu dieser Zeit ist keine Einwohnerzahl eingelesen. Deshalb stehen hier absolute Werte; ob Unterschiede Zufall sind, lässt sich nicht sagen.',
    notWhole:
      'Die Werte sind keine ganzen Zahlen und damit keine gezählten Fälle. Eine zufällige Schwankung lässt sich dafür nicht angeben.',
  } satisfies Record<NoInterval, string>,
  otherTime: 'Zeit mit Einwohnerzahl wählen',
  borders: {
    across: (names: readonly string[]) =>
      `Von jenseits der Grenze ${names.length === 1 ? 'ist' : 'sind'} dabei: ${list(names)}.`,
    unknown: 'Welche Gebiete angrenzen, ist hier nicht bekannt: Es sind keine Grenzen eingerichtet.',
    undrawn: 'Welche Gebiete angrenzen, ist nicht bekannt: Für das eigene Gebiet ist keine Grenze gezeichnet.',
    edge: 'Ein Teil der Grenze ist der Rand der eingerichteten Karte. Welche Gebiete dahinter liegen, ist hier nicht bekannt; sie fehlen im Vergleich.',
    unlisted: (names: readonly string[]) =>
      `Auch ${list(names)} ${names.length === 1 ? 'grenzt' : 'grenzen'} an, ${names.length === 1 ? 'ist' : 'sind'} aber in keinem eingelesenen Gemeindeverzeichnis.`,
  },
  plot: {
    title: 'Werte mit ihrer Spanne',
    bare: 'Werte nebeneinander',
    note: 'Der Strich zeigt, welche Werte mit der Zahl der Fälle vereinbar sind (95 %). Die Gebiete stehen nach Namen, nicht nach Rang.',
    picture: (n: number, own: string, value: string) =>
      `${areas(n)} mit Wert und Spanne; hervorgehoben ${own}: ${value}. Die Tabelle darunter sagt dasselbe.`,
  },
  funnel: {
    title: 'Einordnung nach Größe (Trichterdiagramm)',
    note: 'Je kleiner ein Gebiet, desto weiter streut sein Wert schon durch Zufall: Die durchgezogenen Linien umschließen 95 %, die gestrichelten 99,8 % davon.',
    wide: (phi: string, n: number) =>
      `Die ${areas(n)} liegen weiter auseinander, als der Zufall erklärt (Streuung ${phi}-mal so groß). Die äußere, gepunktete Grenze rechnet das ein.`,
    notWide: (n: number) => `Die ${areas(n)} liegen insgesamt nicht weiter auseinander, als der Zufall erklärt.`,
    few: 'Für eine Aussage, wie weit die Gebiete allgemein auseinanderliegen, sind es zu wenige (unter zehn).',
    people: 'Einwohnerinnen und Einwohner',
    picture: (n: number, within: number, own: string, lies: string) =>
      `${areas(n)} nach Einwohnerzahl und Wert, ${count(within)} davon zwischen den äußeren Grenzen; ${own}: ${lies}. Die Tabelle darunter sagt dasselbe.`,
    save: 'Bild speichern (SVG)',
    legend: {
      own: 'eigenes Gebiet',
      borders: 'angrenzend',
      other: 'andere',
      benchmark: 'Vergleichswert',
      near: '95 % und 99,8 % Zufall',
      wide: 'übliche Unterschiede (99,8 %)',
    },
  },
  table: {
    title: 'Tabelle',
    area: 'Gebiet',
    value: 'Wert',
    range: 'Spanne (95 %)',
    count: 'Fälle',
    people: 'Einwohner',
    lies: 'gegen Zufall',
    wide: 'gegen übliche Unterschiede',
    toOwn: (name: string) => `gegenüber ${name}`,
    toOwnWords: { higher: 'höher', lower: 'niedriger', open: 'nicht unterscheidbar' },
    state: 'Bedeutung',
    own: 'eigenes Gebiet',
    borders: 'grenzt an',
    across: 'grenzt an, jenseits der Grenze',
    csv: 'Als CSV speichern',
  },
  take: 'In einen Bedarf übernehmen',
  alike: {
    title: 'Ähnliche Gebiete (statistische Nachbarn)',
    lead: (name: string) =>
      `Welche Gebiete ${name} nach öffentlichen Zahlen am ähnlichsten sind. Je kleiner der Abstand, desto ähnlicher. Die Gewichte bestimmen Sie.`,
    none: 'Mit diesen Merkmalen lässt sich kein ähnliches Gebiet bestimmen.',
    noneOwn: (missing: readonly string[]) =>
      `Für das eigene Gebiet fehlt: ${list(missing)}. Setzen Sie das Gewicht dort auf 0.`,
    noTraits: 'Es sind noch keine amtlichen Kennzahlen eingelesen, nach denen sich Gebiete vergleichen lassen.',
    distance: (name: string, d: number) => `${name}: Abstand ${decimal(d, 2)}`,
    unfold: 'Klappen Sie ein Gebiet auf, um zu sehen, woraus sich sein Abstand ergibt.',
    formula: 'Formel und Gewichte',
    formulaText:
      'Abstand = √( Summe aus Gewicht · (Wert dieses Gebiets − Wert des eigenen)² ÷ Standardabweichung² , geteilt durch die Summe der Gewichte ). Mittelwert und Standardabweichung stammen aus allen Gebieten der Ebene, die eine Zahl haben.',
    leftOut: (names: readonly string[]) =>
      `${list(names)} ${names.length === 1 ? 'zählt' : 'zählen'} hier nicht mit, weil es um dieselbe Statistik geht: Wer Vergleichsgebiete nach dem Ergebnis aussucht, findet keinen Unterschied.`,
    without: (n: number, missing: readonly string[]) =>
      `${areas(n)} ${n === 1 ? 'ist' : 'sind'} nicht dabei, weil eine Zahl fehlt (${list(missing)}).`,
    how: {
      rate: 'je 1.000 Einwohnerinnen und Einwohner',
      value: 'Wert selbst',
      size: 'Zehnerlogarithmus',
    } satisfies Record<TraitUsed['how'], string>,
    unusable: {
      noValues: 'keine Werte auf dieser Ebene',
      gaps: 'zählt nicht mit: hat für zu wenige Gebiete eine Zahl',
      allEqual: 'überall gleich, unterscheidet nichts',
    } satisfies Record<NonNullable<TraitUsed['unusable']>, string>,
    weightOf: (title: string) => `Gewicht: ${title}`,
    weights: ['0 (zählt nicht)', '1', '2', '3'],
    scaleOf: (mean: number, deviation: number, decimals: number) =>
      `${decimal(mean, decimals)} ± ${decimal(deviation, decimals)}`,
    reset: 'Gewichte zurücksetzen',
    part: (title: string, own: string, other: string, share: number) =>
      `${title}: ${other} (eigenes Gebiet ${own}), ${decimal(share * 100, 0)} % des Abstands`,
    people: (log: number) => count(Math.round(10 ** log)),
    number: decimal,
    compare: 'Mit den fünf ähnlichsten vergleichen',
  },
  course: {
    title: 'Verlauf des eigenen Gebiets',
    run: (from: string, last: string, basis: string) => `${from} bis ${last}${basis ? `: ${basis}` : ''}`,
    one: (at: string, basis: string) => `${at}${basis ? `: ${basis}` : ''}`,
    of: {
      people: 'je Einwohnerin und Einwohner',
      counts: 'nach der Zahl der Fälle, ohne Rücksicht auf die Einwohnerzahl',
    } satisfies Record<CourseRun['of'], string>,
    up: (y: string, low: string, high: string) => `steigt um ${y} im Jahr (zwischen ${low} und ${high})`,
    down: (y: string, low: string, high: string) => `sinkt: ${y} im Jahr (zwischen ${low} und ${high})`,
    none: (low: string, high: string) => `keine Richtung erkennbar (zwischen ${low} und ${high} im Jahr)`,
    percent,
    few: (n: number) =>
      `${n === 1 ? '1 Wert' : `${count(n)} Werte`} auf dieser Grundlage: zu wenige für eine Richtung (mindestens vier)`,
    notWhole: 'keine gezählten Fälle; eine Richtung mit Spanne lässt sich nicht rechnen',
    nothing: 'keine Fälle; es gibt nichts zu rechnen',
    hints: 'Hinweise auf wirkliche Sprünge',
    hint: (period: string, n: number, low: number, high: number, side: 'above' | 'below') =>
      `${period}: ${count(n)} ${side === 'above' ? 'liegt über' : 'liegt unter'} dem, was die Jahre davor erwarten lassen (${count(Math.max(0, Math.floor(low)))} bis ${count(Math.ceil(high))}). Bitte nachsehen, ob sich die Lage oder die Erfassung geändert hat.`,
    noHints: (looked: number) =>
      `Kein Hinweis: ${looked === 1 ? '1 Wert' : `${count(looked)} Werte`} geprüft, ${looked === 1 ? 'er liegt' : 'alle liegen'} im Rahmen der Jahre davor.`,
    notLooked: 'Auf Sprünge wird erst geprüft, wenn fünf frühere Werte auf derselben Grundlage da sind.',
    noAcross: 'Über eine Unterbrechung hinweg wird nichts gerechnet.',
    states: (n: number) =>
      `${n === 1 ? '1 Angabe' : `${count(n)} Angaben`} ohne Zahl ${n === 1 ? 'bleibt' : 'bleiben'} außen vor.`,
    empty: 'Für das eigene Gebiet gibt es keine Reihe mit Zahlen.',
  },
  caution: {
    title: 'Was dieser Vergleich nicht sagt',
    text: [
      'Außerhalb einer Grenze heißt „nachsehen“, nicht „schlecht“. Altersaufbau, Angebot und Erfassung sind nicht herausgerechnet.',
      'Die Spanne gilt für gezählte, voneinander unabhängige Fälle. Bei geplanten Größen (Plätze, Stellen) gibt es keinen Zufall, und wo Menschen in Gruppen kommen (etwa in einem Heim), schwankt mehr, als die Spanne zeigt.',
      'Zeichen wie „.“ oder „…“ werden nie zu einer Zahl; nur „–“ zählt als null.',
    ],
    method:
      'Verfahren: exakte Poisson-Spannen (Garwood 1936), Trichterdiagramm (Spiegelhalter 2005), Sprünge (Farrington u. a. 1996).',
  },
  file: {
    name: 'Vergleich',
    own: 'eigenes Gebiet',
    borders: 'grenzt an',
    across: 'grenzt an, jenseits der Grenze',
    columns: [
      'Schlüssel',
      'Gebiet',
      'Verhältnis',
      'von',
      'bis',
      'Wert',
      'Zeichen',
      'Bedeutung',
      'Einheit',
      'Spanne ab (95 %)',
      'Spanne bis (95 %)',
      'Fälle',
      'Einwohner',
      'Vergleichswert',
      'Vergleichswert von',
      'gegen Zufall',
      'gegen übliche Unterschiede',
      'Grundlage',
      'Quelle',
      'Lizenz',
      'Rückfragen',
    ],
  },
  day,
  list,
  without: (one: AlikeAreas['without']) => [...new Set(one.flatMap((area) => area.missing))],
} as const
