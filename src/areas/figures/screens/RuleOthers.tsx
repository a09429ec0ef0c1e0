// Chooses the other figures of a rule by typing: one, or several that make a sum.
import { useState } from 'react'
import { Button } from '#kit/ui/Button.tsx'
import { Combobox, type Option } from '#kit/ui/Combobox.tsx'
import { Cluster } from '#kit/ui/Layout.tsx'
import { client } from '#kit/web/client.ts'
import { figures } from '../contract.ts'
import { checkTexts } from '../texts/checks.de.ts'

const remote = client(figures)
const t = checkTexts.rules
type Props = { own: string; label: string; several: boolean; onChange: (ids: readonly string[]) => void }

export function Others({ own, label, several, onChange }: Props) {
  const [chosen, setChosen] = useState<readonly Option[]>([])
  const set = (next: readonly Option[]) => {
    setChosen(next)
    onChange(next.map(({ id }) => id))
  }
  const load = async (search: string, signal: AbortSignal) => {
    const { data } = await remote.indicators({ search }, { signal })
    return data.indicators
      .filter(({ id }) => id !== own && !(several && chosen.some((one) => one.id === id)))
      .slice(0, 20)
      .map(({ id, title, unit }) => ({ id, label: title, note: unit }))
  }
  const pick = (option: Option | null) =>
    set(several ? (option ? [...chosen, option] : chosen) : option ? [option] : [])
  return (
    <>
      {several && chosen.length > 0 ? (
        <ul>
          {chosen.map((one) => (
            <li key={one.id}>
              <Cluster>
                <span>{one.label}</span>
                <Button
                  small
                  variant="tertiary"
                  aria-label={t.leaveOut(one.label)}
                  onClick={() => set(chosen.filter(({ id }) => id !== one.id))}
                >
                  {t.take}
                </Button>
              </Cluster>
            </li>
          ))}
        </ul>
      ) : null}
      <Combobox
        key={chosen.length}
        name="others"
        label={label}
        value={several ? null : (chosen[0] ?? null)}
        onChange={pick}
        load={load}
        placeholder={t.choose}
      />
    </>
  )
}
