/**
 * Sentences with gaps. Of the customer: own ownTitle ownPhone ownCard ownId ownAddr ownEmp ownEmail ownTail. Of others:
 * other other2 titled nick latin phone card id addr emp email plate passport. Not personal: amount rate date term.
 */
export type Frames = Record<'zh' | 'hant' | 'en' | 'mixed', readonly string[]>
