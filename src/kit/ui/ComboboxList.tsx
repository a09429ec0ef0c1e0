// The heavy half of the combobox: react-aria speaks, scrolls and closes the list; here it learns where its lines come from.
import { useEffect, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import type { ComboboxProps, Option } from './Combobox.tsx'
import { FieldFault, FieldLabel, useField } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { cls } from './props.ts'
import { texts } from './texts.de.ts'

const pause = 180

export function ComboboxList(props: ComboboxProps) {
  const { name, value, onChange, disabled, placeholder, hint } = props
  const parts = useField(props)
  const [query, setQuery] = useState(value?.label ?? '')
  const [shown, setShown] = useState(value?.id)
  const { lines, state } = useLines(props, query)
  if (value?.id !== shown) {
    setShown(value?.id)
    setQuery(value?.label ?? '')
  }
  const choose = (key: unknown) => {
    const found = lines.find((line) => line.id === key) ?? null
    if (found === null && key !== null) return
    setShown(found?.id)
    setQuery(found?.label ?? '')
    onChange(found)
  }
  return (
    <ComboBox
      className={cls('kern-form-input ns-field', parts.error && 'kern-form-input--error')}
      items={lines}
      inputValue={query}
      onInputChange={(text) => {
        setQuery(text)
        if (text === '' && value) onChange(null)
      }}
      value={value?.id ?? null}
      onChange={choose}
      defaultFilter={() => true}
      allowsEmptyCollection
      menuTrigger="focus"
      isDisabled={disabled ?? false}
      isInvalid={Boolean(parts.error)}
      isRequired={!props.optional}
      validationBehavior="aria"
    >
      <Label className="kern-label">
        <FieldLabel field={props} />
      </Label>
      {hint ? (
        <Text slot="description" className="kern-hint ns-field__hint">
          {hint}
        </Text>
      ) : null}
      <div className="ns-line ns-line--full">
        <Input
          id={parts.id}
          className={cls('kern-form-input__input', parts.error && 'kern-form-input__input--error')}
          placeholder={placeholder ?? ''}
        />
        <Button className="ns-line__button" aria-label={texts.form.showOptions}>
          <Icon name="chevron-down" />
        </Button>
      </div>
      <FieldFault id={parts.id} error={parts.error} />
      <input type="hidden" name={name} value={value?.id ?? ''} />
      <Popover className="ns-listbox-popover" offset={4}>
        <ListBox<Option>
          className="ns-listbox"
          renderEmptyState={() => <p className="ns-listbox__empty">{emptyWords(state, query)}</p>}
        >
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className="ns-listbox__item">
              <Text slot="label">{option.label}</Text>
              {option.note ? (
                <Text slot="description" className="ns-menu__note">
                  {option.note}
                </Text>
              ) : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

type State = 'ready' | 'searching' | 'failed'

function emptyWords(state: State, query: string) {
  if (state === 'searching') return texts.form.searching
  if (state === 'failed') return texts.form.searchFailed
  return query ? texts.form.noMatch : texts.form.typeToSearch
}

function useLines({ options, load, value }: ComboboxProps, query: string): { lines: Option[]; state: State } {
  const [found, setFound] = useState<readonly Option[]>([])
  const [state, setState] = useState<State>('ready')
  const asked = query === value?.label ? '' : query
  useEffect(() => {
    if (!load) return
    const stop = new AbortController()
    const timer = window.setTimeout(async () => {
      setState('searching')
      try {
        setFound(await load(asked, stop.signal))
        setState('ready')
      } catch {
        if (!stop.signal.aborted) setState('failed')
      }
    }, pause)
    return () => {
      window.clearTimeout(timer)
      stop.abort()
    }
  }, [load, asked])
  if (load) return { lines: [...found], state }
  const word = asked.trim().toLocaleLowerCase('de')
  return { lines: (options ?? []).filter((option) => option.label.toLocaleLowerCase('de').includes(word)), state }
}
