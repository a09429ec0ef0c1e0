// Three hands that do the same things: one with a mouse, one that has only the keyboard, one that holds a phone.
import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

export type Hand = {
  name: string
  /** Of the screen. */
  width: number
  /** A button or a link. */
  press(target: Locator): Promise<void>
  /** Takes the tick out of a box. */
  untick(target: Locator): Promise<void>
  /** Replaces what stands in a field. */
  write(target: Locator, text: string): Promise<void>
  pick(target: Locator, label: string | RegExp): Promise<void>
  file(target: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>
}

const pointing = (name: string, width: number): Hand => ({
  name,
  width,
  press: (target) => target.click(),
  untick: (target) => target.uncheck(),
  write: (target, text) => target.fill(text),
  async pick(target, label) {
    await target.selectOption({ label: await labelOf(target, label) })
  },
  file: (target, file) => target.setInputFiles(file),
})

const labelsOf = (target: Locator) =>
  target.evaluate((one) =>
    [...(one as unknown as { options: Iterable<{ label: string }> }).options].map((option) => option.label),
  )

async function labelOf(target: Locator, label: string | RegExp): Promise<string> {
  await target.locator('option').nth(1).waitFor({ state: 'attached' })
  const labels = await labelsOf(target)
  const found = labels.find((one) => (typeof label === 'string' ? one === label : label.test(one)))
  assert.ok(found !== undefined, `${label} is not among ${labels.join(' | ')}`)
  return found
}

/** Goes on with the Tab key until the target has the focus; a page that cannot be walked that way is a fault. */
async function walkTo(target: Locator): Promise<Page> {
  await target.waitFor({ state: 'attached' })
  const page = target.page()
  for (let at = 0; at < 200; at += 1) {
    const there = await target.evaluate(
      (one) => one === (one as unknown as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
    )
    if (there) return page
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${target}`)
}

const handedOver = () => undefined

const typing: Hand = {
  name: 'nur mit der Tastatur',
  width: 1440,
  async press(target) {
    const page = await walkTo(target)
    await page.keyboard.press('Enter')
  },
  async untick(target) {
    const page = await walkTo(target)
    await page.keyboard.press('Space')
  },
  async write(target, text) {
    const page = await walkTo(target)
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(text)
  },
  async pick(target, label) {
    const wanted = await labelOf(target, label)
    const page = await walkTo(target)
    await page.keyboard.press('Home')
    for (const _ of await labelsOf(target)) {
      const now = await target.evaluate(
        (one) => (one as unknown as { selectedOptions: { label: string }[] }).selectedOptions[0]?.label,
      )
      if (now === wanted) return
      await page.keyboard.press('ArrowDown')
    }
    throw new Error(`the arrow keys do not reach ${wanted}`)
  },
  async file(target, file) {
    // A page that nobody listened to before may open its window before the browser was told to hand it over.
    target.page().on('filechooser', handedOver)
    const page = await walkTo(target)
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')])
    await chooser.setFiles(file)
  },
}

export const hands: readonly Hand[] = [pointing('mit der Maus', 1440), typing, pointing('am Telefon', 360)]
