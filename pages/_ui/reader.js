// The text of an article as it was written, what was found in it marked. All text is set as text.
const landed = new WeakMap()

const tidy = (text) => text.replace(/[^\S\n]*\n[^\S\n]*(\n\s*)+/g, "\n\n")

function passage(data, { text, style, tip, colour }) {
  const made = document.createElement("span")
  made.className = style
  made.textContent = tidy(text)
  if (tip) made.title = tip
  if (colour) made.style.setProperty("--colour", colour)
  return made
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".reader")
  root.replaceChildren(...data.passages.map((each) => passage(data, each)))
  const target = root.querySelector(".target")
  if (target && landed.get(root) !== data.target) target.scrollIntoView({ block: "center" })
  landed.set(root, data.target)
}
