// The PDF library warns where it cannot draw. Nothing is drawn here, only read: it finds the names it looks for.
const names = globalThis as Record<string, unknown>
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) names[name] ??= class {}
