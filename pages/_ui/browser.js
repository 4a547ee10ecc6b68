// Streamlit reads the theme of a page path from the browser's storage when it loads.
const keyOf = (path) => `stActiveTheme-${path}-v2`

const names = { light: "Light", dark: "Dark" }

function showTheme({ theme, paths }) {
  const root = window.location.pathname.replace(/[^/]*$/, "")
  for (const path of paths) window.localStorage.setItem(keyOf(root + path), JSON.stringify(names[theme]))
  const shown = getComputedStyle(document.querySelector(".stApp")).colorScheme
  if (shown !== theme && !reloadedFor(theme)) window.location.reload()
}

// A second reload for the same theme would not help, so it is never tried.
function reloadedFor(theme) {
  const key = "duidu-reloaded-for"
  const again = window.sessionStorage.getItem(key) === theme
  window.sessionStorage.setItem(key, theme)
  return again
}

export default function ({ data, setTriggerValue }) {
  document.documentElement.lang = data.language
  showTheme(data)
  const follow = (event) => {
    const link = event.target.closest?.("a.inside")
    const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (!link || !plain) return
    event.preventDefault()
    setTriggerValue("follow", link.getAttribute("href"))
  }
  document.addEventListener("click", follow)
  return () => document.removeEventListener("click", follow)
}
