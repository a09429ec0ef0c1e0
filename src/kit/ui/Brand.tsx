// The mark of the product: two pieces of cloth, joined by a seam.
import { texts } from './texts.de.ts'

export function Brand() {
  return (
    <span className="ns-brand">
      <svg className="ns-brand__mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
        <path className="ns-brand__left" d="M3 7a4 4 0 0 1 4-4h7v26H7a4 4 0 0 1-4-4z" />
        <path className="ns-brand__right" d="M18 3h7a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4h-7z" />
        <path className="ns-brand__seam" d="M11.5 8h9M11.5 13.300h9M11.5 18.700h9M11.5 24h9" />
      </svg>
      <span className="ns-brand__name">{texts.product}</span>
    </span>
  )
}
