// What is still missing before the body works: one step at a time, with its button.
import { Button } from '#kit/ui/Button.tsx'
import { Notice } from '#kit/ui/Notice.tsx'
import type { Body } from '../contract.ts'
import { bodyTexts } from '../texts/bodies.de.ts'

const t = bodyTexts.next

export function NextStep({ body, onChair, onMembers }: { body: Body; onChair: () => void; onMembers: () => void }) {
  const step = body.missing[0]
  if (!step) return null
  const agreement = body.agreements[0]
  const actions = {
    members: (
      <Button variant="primary" onClick={onMembers}>
        {t.members}
      </Button>
    ),
    chair: (
      <Button variant="primary" icon="mail" onClick={onChair}>
        {t.chair}
      </Button>
    ),
    agreement: (
      <Button variant="primary" to={`/vereinbarungen/neu?gremium=${body.head.id}`}>
        {t.agreement}
      </Button>
    ),
    signatures: agreement ? (
      <Button variant="primary" to={`/vereinbarungen/${agreement.id}`}>
        {t.signatures}
      </Button>
    ) : null,
  }
  const hints = { members: t.membersHint, chair: t.chairHint, agreement: t.agreementHint, signatures: t.signaturesHint }
  return (
    <Notice tone="info" title={`${t.title}: ${t[step]}`} action={actions[step]}>
      {hints[step]}
    </Notice>
  )
}
