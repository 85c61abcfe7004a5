const key = (conversation: string) => `parley.rated.${conversation}`

/** Whether this tab has rated a conversation: asked once, also after a reload. Holds an id, nothing else. */
export const rated = {
  read: (conversation: string) => sessionStorage.getItem(key(conversation)) !== null,
  keep: (conversation: string) => sessionStorage.setItem(key(conversation), '1'),
}
