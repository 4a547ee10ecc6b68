// The deck's place in the browser: it outlives a reload and a restart of the server, and other tabs see it.
const PLACE = "duidu-deck"
const SEEN = "duidu-deck-stamp"

// What this tab has written before is not written again: another tab may have changed it since.
function write({ stamp, text }) {
  if (window.sessionStorage.getItem(SEEN) === stamp) return
  window.localStorage.setItem(PLACE, text)
  window.sessionStorage.setItem(SEEN, stamp)
}

export default function ({ data, setTriggerValue }) {
  const tell = () => setTriggerValue("kept", { text: window.localStorage.getItem(PLACE) ?? "" })
  const changed = (event) => { if (event.key === PLACE) tell() }
  document.documentElement.style.setProperty("--slides", `"${data.count}"`)
  window.addEventListener("storage", changed)
  try {
    if (data.heard) write(data)
    else tell()
  } catch {
    setTriggerValue("refused", true)
  }
  return () => window.removeEventListener("storage", changed)
}
