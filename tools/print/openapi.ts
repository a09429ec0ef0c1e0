// The OpenAPI document as the server would answer it. Nothing is asked of a database: the pool connects only when it is used.
import { openHouse } from '../../src/apps/house.ts'

export async function printedOpenapi(): Promise<string> {
  const { app, close } = await openHouse({
    app: 'postgres://nobody@127.0.0.1:1/nothing',
    demo: false,
    logLevel: 'silent',
  })
  const text = `${JSON.stringify(app.swagger(), null, 1)}\n`
  await close()
  return text
}
