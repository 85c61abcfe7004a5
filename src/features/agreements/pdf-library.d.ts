/** The part of pdfmake the letters use; the package brings no types. */
declare module 'pdfmake' {
  type Family = { normal: string; bold: string }
  interface Pdfmake {
    setFonts(fonts: Record<string, Family>): void
    setUrlAccessPolicy(allow: (url: string) => boolean): void
    setLocalAccessPolicy(allow: (path: string) => boolean): void
    createPdf(definition: object): { getBuffer(): Promise<Uint8Array> }
  }
  const pdfmake: Pdfmake
  export default pdfmake
}
