/** @jsxImportSource preact */
import { render } from 'preact'
import './styles/chat.css'
import './styles/page.css'
import { CustomerPage } from './customer-page.tsx'

const root = document.getElementById('chat')
if (root) render(<CustomerPage />, root)
