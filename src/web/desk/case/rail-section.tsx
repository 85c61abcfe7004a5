import type { ReactNode } from 'react'

type Props = { name: string; title: string; side?: ReactNode; children: ReactNode; quiet?: boolean }

export function RailSection({ name, title, side, children, quiet }: Props) {
  return (
    <section className={quiet ? 'rail-section quiet-section' : 'rail-section'} data-rail={name} tabIndex={-1}>
      <div className="rail-head">
        <h2>{title}</h2>
        <span className="rail-side">{side}</span>
      </div>
      {children}
    </section>
  )
}
