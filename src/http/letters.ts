import { readAgreement } from '../features/agreements/store.ts'
import { readContent } from '../features/customers/contents.ts'
import type { Tx } from '../platform/db.ts'
import type { Web } from './server.ts'

export async function readPdf(web: Web, tx: Tx, id: string, lang: 'zh-Hans' | 'en') {
  const agreement = await readAgreement(tx, id)
  const bytes = await readContent(web, tx, lang === 'en' ? agreement.pdf_en_id : agreement.pdf_zh_id)
  return { bytes, number: agreement.number }
}

export function pdfHeaders(number: string, lang: string): Record<string, string> {
  return {
    'content-type': 'application/pdf',
    'content-disposition': `inline; filename="${number}-${lang}.pdf"`,
    'cache-control': 'private, no-store',
  }
}
