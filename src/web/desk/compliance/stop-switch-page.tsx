import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useId, useState } from 'react'
import { write } from '../../api.ts'
import { Dialog } from '../frame/dialog.tsx'
import { ProblemNote } from '../frame/problem-note.tsx'
import { useWrite } from '../frame/use-write.ts'
import { stopSwitchQuery } from '../reads.ts'
import type { StopSwitch } from '../shapes.ts'
import { useWords } from '../words/use-words.ts'

const shortestReason = 3

/** Stops the assistant and drafting for the whole bank, or lets them run again; always with a reason. */
export function StopSwitchPage() {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(stopSwitchQuery)
  return (
    <>
      <h1>{t('compliance.stop')}</h1>
      <ProblemNote error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton active />}
      {data && <Switch state={data} />}
    </>
  )
}

function Switch({ state }: { state: StopSwitch }) {
  const { t, moment } = useWords()
  const [reason, setReason] = useState('')
  const [sure, setSure] = useState(false)
  const id = useId()
  const set = useWrite(
    (next: { stopped: boolean; reason: string }) =>
      write<StopSwitch>('PUT', '/api/compliance/stop-switch', next),
    [stopSwitchQuery.queryKey],
  )
  const deed = t(state.stopped ? 'compliance.switch.resume' : 'compliance.switch.stop')
  const turn = () =>
    set.mutate(
      { stopped: !state.stopped, reason: reason.trim() },
      {
        onSuccess: () => setReason(''),
        onSettled: () => setSure(false),
      },
    )
  return (
    <section className={state.stopped ? 'switch stopped' : 'switch'} aria-label={t('compliance.stop')}>
      <div className="switch-state" role="status">
        <i aria-hidden="true" />
        <b>{t(state.stopped ? 'compliance.switch.stopped' : 'compliance.switch.running')}</b>
      </div>
      <p>{t(state.stopped ? 'compliance.switch.stoppedNote' : 'compliance.switch.runningNote')}</p>
      {state.since && (
        <p className="soft">
          {t('compliance.switch.since', { time: moment(state.since), name: state.by ?? '–' })}
          {state.reason && ` · ${state.reason}`}
        </p>
      )}
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          setSure(true)
        }}
      >
        <label htmlFor={id}>{t('compliance.switch.reason')}</label>
        <textarea
          id={id}
          className="writing short"
          placeholder={t('compliance.switch.reasonHint')}
          minLength={shortestReason}
          maxLength={500}
          required
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <ProblemNote error={set.error} onRetry={turn} onRefetch={set.reset} />
        <div>
          <Button
            type="primary"
            danger={!state.stopped}
            size="large"
            htmlType="submit"
            disabled={reason.trim().length < shortestReason}
          >
            {deed}
          </Button>
        </div>
      </form>
      <Dialog
        open={sure}
        title={t(state.stopped ? 'compliance.switch.sureResume' : 'compliance.switch.sure')}
        onClose={() => setSure(false)}
      >
        <p>{reason}</p>
        <div className="deeds">
          <span className="grow" />
          <Button onClick={() => setSure(false)}>{t('frame.cancel')}</Button>
          <Button type="primary" danger={!state.stopped} loading={set.isPending} onClick={turn}>
            {deed}
          </Button>
        </div>
      </Dialog>
    </section>
  )
}
