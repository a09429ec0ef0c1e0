// /ueberpruefungen/:id: what an agreement has brought about, and what both chairs have concluded from that.
import { Button } from '#kit/ui/Button.tsx'
import { Stack } from '#kit/ui/Layout.tsx'
import { ObjectPage, SideBox } from '#kit/ui/ObjectPage.tsx'
import { PageHead } from '#kit/ui/PageHead.tsx'
import { Prose, Section } from '#kit/ui/Section.tsx'
import { client } from '#kit/web/client.ts'
import { Loading } from '#kit/web/Loading.tsx'
import { ObjectLink } from '#kit/web/paths.tsx'
import { useLoad } from '#kit/web/use.ts'
import { cooperation } from '../contract.ts'
import { reviewTexts } from '../texts/reviews.de.ts'
import { ReleaseBox } from '../widgets/ReleaseBox.tsx'
import { WhomToAsk } from '../widgets/WhomToAsk.tsx'
import { MeasuredTables } from './MeasuredTables.tsx'

const remote = client(cooperation)
const t = reviewTexts.page

export function AgreementReviewPage({ id }: { id: string }) {
  const load = useLoad(remote.agreementReview, { id })
  return (
    <Loading load={load}>
      {(review) => (
        <ObjectPage
          head={
            <PageHead
              title={review.head.title}
              kind={t.kind}
              lead={t.span(review.from, review.until)}
              state={
                review.released
                  ? { label: reviewTexts.box.released, tone: 'success' }
                  : { label: reviewTexts.box.waits, tone: 'info' }
              }
              invented={review.head.invented}
              actions={
                <>
                  <Button icon="print" onClick={() => window.print()}>
                    {t.print}
                  </Button>
                  <Button to={`/vereinbarungen/${review.agreement.id}`}>{t.back}</Button>
                </>
              }
            />
          }
          aside={
            <>
              <ReleaseBox object={id} />
              <SideBox title={t.of(review.agreementEdition)}>
                <ObjectLink kind="agreement" id={review.agreement.id}>
                  {review.agreement.title}
                </ObjectLink>
              </SideBox>
            </>
          }
        >
          <Stack gap="l">
            <Section title={t.conclusion}>
              <Prose>
                <p>
                  <strong>{reviewTexts.conclusions[review.conclusion]}</strong>
                </p>
                <p>{review.words}</p>
                {review.nextOn ? <p>{reviewTexts.box.next(review.nextOn)}</p> : null}
              </Prose>
            </Section>
            <MeasuredTables measured={review} />
            <WhomToAsk of={review.head.body?.id} />
          </Stack>
        </ObjectPage>
      )}
    </Loading>
  )
}
