// /netzwerk/karte: what ties organisations to each other, as a picture and as an equal table; the choice stands in the address.
import { useState } from 'react'
import { Field, OrganisationKind, Side } from '#areas/actors/contract.ts'
import { NetworkTabs } from '#areas/actors/widgets/NetworkTabs.tsx'
import { fieldWords, kindWords, sideWords } from '#areas/actors/widgets/words.ts'
import { NetworkLegend, NetworkPicture } from '#kit/charts/NetworkPicture.tsx'
import { PictureFrame } from '#kit/charts/PictureFrame.tsx'
import { Button } from '#kit/ui/Button.tsx'
import { Checkbox } from '#kit/ui/Checkbox.tsx'
import { EmptyState } from '#kit/ui/EmptyState.tsx'
import { FilterBar, Stack } from '#kit/ui/Layout.tsx'
import { ObjectPage } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Select } from '#kit/ui/Select.tsx'
import { TextField } from '#kit/ui/TextField.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { useLoad } from '#kit/web/use.ts'
import type { Network } from '../contract/network.ts'
import { cooperation } from '../contract.ts'
import { networkTexts } from '../texts/network.de.ts'
import { NetworkDetails } from './NetworkDetails.tsx'
import { NetworkFindings } from './NetworkFindings.tsx'
import { NetworkTable } from './NetworkTable.tsx'
import { linesOf, type MapChoice, pointsOf, shownOf } from './network-view.ts'

const remote = client(cooperation)
const t = networkTexts.map
/** Narrower than this the table is easier to read. */
const phone = '(max-width: 700px)'

type Looking = { search: MapChoice; onSearch: (next: Record<string, string>) => void }

export function NetworkMapPage(looking: Looking) {
  const load = useLoad(remote.network, {})
  return (
    <Stack gap="l">
      <PageHead title={t.title} lead={t.lead} />
      <NetworkTabs />
      <Loading load={load}>
        {(network) =>
          network.nodes.every((node) => node.degree === 0) ? (
            <EmptyState title={t.none}>{t.noneHint}</EmptyState>
          ) : (
            <Shown network={network} {...looking} />
          )
        }
      </Loading>
    </Stack>
  )
}

function Shown({ network, search, onSearch }: { network: Network } & Looking) {
  const [read, setRead] = useState('')
  const change = (name: keyof MapChoice) => (value: string | undefined) => {
    const { [name]: _, ...rest } = search
    onSearch(value ? { ...rest, [name]: value } : rest)
  }
  const { nodes, hubs, ties } = shownOf(network, search)
  const drawn = nodes.filter((node) => node.degree > 0)
  const filtered = Boolean(search.art || search.seite || search.gebiet || search.gremium || search.thema)
  const table = <NetworkTable network={network} nodes={nodes} measures={search.masse === 'ja'} selected={search.wahl} />
  return (
    <ObjectPage
      head={<Filters network={network} search={search} change={change} />}
      aside={<NetworkDetails network={network} chosen={search.wahl} onChoose={change('wahl')} />}
    >
      <Stack gap="l">
        <PictureFrame
          title={t.title}
          subtitle={
            filtered
              ? t.filtered(nodes.length, network.nodes.length)
              : t.whole(network.nodes.length, network.hubs.length)
          }
          tableFirst={matchMedia(phone).matches}
          hint={t.hint}
          readout={read}
          table={table}
          picture={
            drawn.length === 0 ? (
              <p>{t.noMatch}</p>
            ) : (
              <NetworkPicture
                label={t.pictureLabel(drawn.length, hubs.length)}
                points={pointsOf(drawn, hubs)}
                lines={linesOf(hubs, ties)}
                selected={search.wahl}
                onSelect={change('wahl')}
                onRead={setRead}
              />
            )
          }
          notes={
            <NetworkLegend
              items={(['public', 'free', 'other', 'hub', 'direct'] as const).map((shape) => ({
                shape,
                label: t.legend[shape],
              }))}
            />
          }
        />
        <Checkbox
          name="masse"
          label={t.measures}
          hint={t.measuresHint}
          checked={search.masse === 'ja'}
          onChange={(on) => change('masse')(on ? 'ja' : undefined)}
        />
        <NetworkFindings network={network} />
      </Stack>
    </ObjectPage>
  )
}

function Filters({
  network,
  search,
  change,
}: {
  network: Network
  search: MapChoice
  change: (name: keyof MapChoice) => (value: string | undefined) => void
}) {
  const kinds = OrganisationKind.options.filter((kind) => network.nodes.some((node) => node.kind === kind))
  return (
    <FilterBar>
      <Select
        name="art"
        label={t.kind}
        emptyLabel={t.all}
        value={search.art ?? ''}
        onChange={change('art')}
        options={kinds.map((value) => ({ value, label: kindWords[value] }))}
      />
      <Select
        name="seite"
        label={t.side}
        emptyLabel={t.all}
        value={search.seite ?? ''}
        onChange={change('seite')}
        options={Side.options.map((value) => ({ value, label: sideWords[value] }))}
      />
      <Select
        name="gremium"
        label={t.body}
        emptyLabel={t.all}
        value={search.gremium ?? ''}
        onChange={change('gremium')}
        options={network.hubs.map((hub) => ({ value: hub.id, label: hub.shortName }))}
      />
      <Select
        name="thema"
        label={t.topic}
        emptyLabel={t.all}
        value={search.thema ?? ''}
        onChange={change('thema')}
        options={Field.options.map((value) => ({ value, label: fieldWords[value] }))}
      />
      <TextField
        name="gebiet"
        label={t.area}
        hint={t.areaHint}
        width="s"
        inputMode="numeric"
        value={search.gebiet ?? ''}
        onChange={change('gebiet')}
      />
      {Object.keys(search).some((key) => key !== 'masse' && key !== 'wahl') ? (
        <Button variant="tertiary" icon="close" to="/netzwerk/karte">
          {t.reset}
        </Button>
      ) : null}
    </FilterBar>
  )
}
