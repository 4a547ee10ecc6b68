// A word cloud as it was laid out: data in, the chosen word out. All text is set as text, never as HTML.
const SVG = "http://www.w3.org/2000/svg"

function drawn(word) {
  const made = document.createElementNS(SVG, "text")
  made.setAttribute("x", word.x)
  made.setAttribute("y", word.y)
  made.setAttribute("font-size", word.size)
  made.setAttribute("fill", word.colour)
  made.setAttribute("role", "button")
  made.setAttribute("tabindex", "0")
  made.setAttribute("aria-label", word.tip)
  made.dataset.word = word.term
  made.textContent = word.text
  return made
}

// Outside the text, so that the text holds the word and nothing else.
function tipped(text, tip) {
  const group = document.createElementNS(SVG, "g")
  const title = document.createElementNS(SVG, "title")
  title.textContent = tip
  group.append(title, text)
  return group
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".word_cloud")
  const sheet = document.createElementNS(SVG, "svg")
  sheet.setAttribute("viewBox", `0 0 ${data.width} ${data.height}`)
  sheet.setAttribute("role", "group")
  sheet.setAttribute("aria-label", data.title)
  const show = (term) => sheet.querySelectorAll("text").forEach((each) => {
    each.classList.toggle("chosen", each.dataset.word === term)
  })
  const choose = (term) => {
    root.dataset.chosen = term
    show(term)
    setStateValue("word", term)
  }
  for (const word of data.words) {
    const made = drawn(word)
    made.onclick = () => choose(word.term)
    made.onkeydown = (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault()
        choose(word.term)
      }
    }
    sheet.appendChild(tipped(made, word.tip))
  }
  show(root.dataset.chosen)
  root.replaceChildren(sheet)
}
