import { useWords } from '../words/use-words.ts'

export function AgreementPdfs({ id }: { id: string }) {
  const { t } = useWords()
  const href = (language: string) => `/api/staff/agreements/${id}/pdf?lang=${language}`
  return (
    <span className="pdfs">
      <a href={href('zh-Hans')} target="_blank" rel="noopener">
        {t('matter.agreement.pdfZh')}
      </a>
      <a href={href('en')} target="_blank" rel="noopener">
        {t('matter.agreement.pdfEn')}
      </a>
    </span>
  )
}
