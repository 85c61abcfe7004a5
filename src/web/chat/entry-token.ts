const tokenKey = 'parley.demo-token'
const languageKey = 'parley.language'

/**
 * The token the bank's app put into the address (`#token=…`). It is taken out of the address at once and
 * kept in memory only.
 */
export function takeTokenFromAddress(): string | null {
  const token = new URLSearchParams(location.hash.slice(1)).get('token')
  if (token !== null) history.replaceState(null, '', location.pathname + location.search)
  return token
}

/** A demo customer's token lasts for the tab, so that a reload goes on; a real one is never stored. */
export const demoToken = {
  read: () => sessionStorage.getItem(tokenKey),
  keep: (token: string) => sessionStorage.setItem(tokenKey, token),
  drop: () => sessionStorage.removeItem(tokenKey),
}

/** The language the reader chose on this page, or in the address (`?lang=en`). */
export const chosenLanguage = {
  read(): 'zh-Hans' | 'en' | null {
    const asked = new URLSearchParams(location.search).get('lang')
    const language = sessionStorage.getItem(languageKey) ?? asked
    if (language === null) return null
    return language.startsWith('en') ? 'en' : 'zh-Hans'
  },
  keep: (language: string) => sessionStorage.setItem(languageKey, language),
}
