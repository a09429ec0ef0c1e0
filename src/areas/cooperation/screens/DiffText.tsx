// Two texts as one: what was added is underlined, what was removed struck through; a reading voice hears both words.
import { Fragment } from 'react'
import { wordsOf } from '../rules/compare.ts'
import { agreementTexts } from '../texts/agreements.de.ts'

const t = agreementTexts.compare

export function DiffText({ before, after }: { before: string; after: string }) {
  const keyed = wordsOf(before, after).map((piece, place) => ({ ...piece, place }))
  return (
    <span className="ns-diff">
      {keyed.map(({ text, change, place }) =>
        change === 'same' ? (
          <Fragment key={place}>{text}</Fragment>
        ) : change === 'added' ? (
          <ins key={place}>
            <span className="ns-spoken">{` ${t.inserted} `}</span>
            {text}
          </ins>
        ) : (
          <del key={place}>
            <span className="ns-spoken">{` ${t.deleted} `}</span>
            {text}
          </del>
        ),
      )}
    </span>
  )
}
