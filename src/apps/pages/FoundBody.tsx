// /gremien/neu: founding (cooperation) and the constituent meeting (meetings), which is planned through the endpoints that one uses by hand.
import { FoundingPage } from '#areas/cooperation/screens/FoundingPage.tsx'
import { meetings } from '#areas/meetings/contract.ts'
import { formatDay } from '#kit/ui/format.ts'
import { clockTime } from '#kit/ui/german-input.ts'
import { client } from '#kit/web/client.ts'
import { useLoad } from '#kit/web/use.ts'
import { texts } from './texts.de.ts'

const remote = client(meetings)

type Props = Pick<Parameters<typeof FoundingPage>[0], 'search' | 'onSearch'>
const first: Parameters<typeof FoundingPage>[0]['meetings'] = {
  async plan(body, { starts, ends, ...meeting }, key) {
    const times = { starts: clockTime(starts), ends: ends.trim() === '' ? null : clockTime(ends) }
    return (await remote.planMeeting({ body, ...meeting, ...times }, { key })).data.object.id
  },
  async addItem(id, title, key) {
    await remote.addItem({ id, title }, { key })
    return id
  },
  async order(id, titles) {
    const { data, revision } = await remote.getMeeting({ id })
    const place = (title: string) => {
      const at = titles.indexOf(title)
      // What came by itself is dealt with before the last item, the date of the next meeting.
      return at === -1 ? titles.length - 1.5 : at
    }
    const items = data.items.toSorted((a, b) => place(a.title) - place(b.title)).map((item) => item.id)
    await remote.orderItems({ id, items }, { revision: revision ?? data.object.revision })
    return id
  },
}

function useMeeting(id: string | null) {
  const load = useLoad(remote.getMeeting, { id: id ?? '' }, { when: id !== null })
  const { data } = load
  return {
    ...load,
    data: data && {
      id: data.object.id,
      title: data.object.title,
      day: data.day,
      when: texts.meetingAt(formatDay(data.day), data.starts, [data.place, data.online].filter(Boolean).join(', ')),
      items: data.items.map((item) => item.title),
    },
  }
}

export const FoundBodyPage = (looking: Props) => <FoundingPage {...looking} meetings={first} useMeeting={useMeeting} />
