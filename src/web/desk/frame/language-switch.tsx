import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { setPreference } from '../preferences.ts'

/** Switches the language of the screens; content stays in the language it was written in. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <Button
      size="small"
      type="text"
      aria-label={t('frame.language')}
      onClick={() => {
        setPreference('locale', other)
        void i18n.changeLanguage(other)
      }}
    >
      {t('frame.languageShort')}
    </Button>
  )
}
