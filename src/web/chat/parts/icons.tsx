/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'

function Icon({ children, size = 20 }: { children: ComponentChildren; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  )
}

/** The bank's mark: a level beam over its post, 衡. */
export const Mark = ({ size = 32 }: { size?: number }) => (
  <svg class="mark" width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect class="mark-ground" width="32" height="32" rx="9" />
    <path class="mark-line" d="M7 11.5h18M16 7.5V25M11.5 25h9" />
    <path class="mark-line" d="M7 11.5l-2.6 6.2a2.9 2.9 0 0 0 5.2 0zM25 11.5l-2.6 6.2a2.9 2.9 0 0 0 5.2 0z" />
  </svg>
)

export const PersonIcon = ({ size }: { size?: number }) => (
  <Icon size={size}>
    <circle cx="12" cy="8" r="3.6" />
    <path d="M4.8 20c.6-4 3.5-6 7.2-6s6.6 2 7.2 6" />
  </Icon>
)

export const SparkIcon = ({ size }: { size?: number }) => (
  <Icon size={size}>
    <path d="M11 4l1.7 5.3L18 11l-5.3 1.7L11 18l-1.7-5.3L4 11l5.3-1.7zM18.5 15.5l.8 2.2 2.2.8-2.2.8-.8 2.2-.8-2.2-2.2-.8 2.2-.8z" />
  </Icon>
)

export const SendIcon = () => (
  <Icon>
    <path d="M12 19V5.5M6 11l6-6 6 6" />
  </Icon>
)

export const CloseIcon = () => (
  <Icon>
    <path d="M6 6l12 12M18 6L6 18" />
  </Icon>
)

export const MoreIcon = () => (
  <Icon>
    <path class="dotted" d="M5 12h.01M12 12h.01M19 12h.01" />
  </Icon>
)

export const ShieldIcon = ({ size }: { size?: number }) => (
  <Icon size={size}>
    <path d="M12 3.5l7 2.6v5.2c0 4.3-2.9 7.5-7 9.2-4.1-1.7-7-4.9-7-9.2V6.1z" />
    <path d="M8.8 12l2.3 2.3 4.2-4.5" />
  </Icon>
)

export const PaperIcon = ({ size }: { size?: number }) => (
  <Icon size={size}>
    <path d="M6.5 3.5h7.8l3.2 3.2v13.8h-11zM9.5 10.5h5M9.5 13.8h5M9.5 17h3" />
  </Icon>
)

export const HandsIcon = ({ size }: { size?: number }) => (
  <Icon size={size}>
    <path d="M4 13.5l4-4 3 2.5 3.2-2.8c.8-.6 1.9-.5 2.5.3L20 13M4 13.5l5.6 5.2c1.2 1.1 2.6 1.1 3.8.1L20 13M4 8.5v6M20 8v6" />
  </Icon>
)

export const ListIcon = () => (
  <Icon>
    <path d="M5 7h14M5 12h14M5 17h8" />
  </Icon>
)

export const DownIcon = ({ size }: { size?: number }) => (
  <Icon size={size}>
    <path d="M6 9.5l6 6 6-6" />
  </Icon>
)

export const StarIcon = ({ size = 30 }: { size?: number }) => (
  <Icon size={size}>
    <path d="M12 4l2.5 5.2 5.7.8-4.1 4 1 5.7-5.1-2.7-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />
  </Icon>
)
