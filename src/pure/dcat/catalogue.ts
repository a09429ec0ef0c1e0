// A DCAT-AP.de catalogue (dcat-ap.de, on DCAT-AP of the EU) as JSON-LD: datasets with at least one address each, their licence and its attribution.

export type Dataset = {
  address: string
  identifier: string
  title: string
  description: string
  publisher: string
  landingPage: string
  temporal: { from: string; last: string } | null
  licence: string | null
  attribution: string
  distributions: readonly { address: string; title: string; mediaType: string }[]
}

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}
/** Population and society, in the list of themes that the portals share. */
const theme = { '@id': 'http://publications.europa.eu/resource/authority/data-theme/SOCI' }
const german = (text: string) => ({ '@value': text, '@language': 'de' })
const day = (iso: string) => ({ '@value': iso, '@type': 'xsd:date' })

export function dcatOf(catalogue: {
  address: string
  title: string
  description: string
  publisher: string
  datasets: readonly Dataset[]
}) {
  const agent = (name: string) => ({ '@type': 'foaf:Agent', 'foaf:name': german(name) })
  return {
    '@context': context,
    '@graph': [
      {
        '@id': catalogue.address,
        '@type': 'dcat:Catalog',
        'dct:title': german(catalogue.title),
        'dct:description': german(catalogue.description),
        'dct:publisher': agent(catalogue.publisher),
        'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/DEU' },
        'dcat:dataset': catalogue.datasets.map(({ address }) => ({ '@id': address })),
      },
      ...catalogue.datasets.map((one) => ({
        '@id': one.address,
        '@type': 'dcat:Dataset',
        'dct:identifier': one.identifier,
        'dct:title': german(one.title),
        'dct:description': german(one.description),
        'dct:publisher': agent(one.publisher),
        'dcat:theme': theme,
        'dcat:landingPage': { '@id': one.landingPage },
        ...(one.temporal
          ? {
              'dct:temporal': {
                '@type': 'dct:PeriodOfTime',
                'dcat:startDate': day(one.temporal.from),
                'dcat:endDate': day(one.temporal.last),
              },
            }
          : {}),
        'dcat:distribution': one.distributions.map((way) => ({
          '@id': way.address,
          '@type': 'dcat:Distribution',
          'dct:title': german(way.title),
          'dcat:accessURL': { '@id': way.address },
          'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${way.mediaType}` },
          ...(one.licence ? { 'dct:license': { '@id': one.licence } } : {}),
          'dcatde:licenseAttributionByText': german(one.attribution),
        })),
      })),
    ],
  }
}
