// The feature matrix as a table: data in, the chosen cell out. All text is set as text, never as HTML.
const SVG = "http://www.w3.org/2000/svg"

// Form tells the status apart, so that no colour is needed to read it.
const FORMS = {
  has: [["circle", { cx: 8, cy: 8, r: 6, class: "full" }]],
  lacks: [["circle", { cx: 8, cy: 8, r: 5.4, class: "line" }], ["path", { d: "M4.4 8H11.6", class: "line" }]],
  planned: [["circle", { cx: 8, cy: 8, r: 5.4, class: "line" }], ["path", { d: "M8 8V2.6A5.4 5.4 0 0 1 13.4 8Z", class: "full" }]],
  contested: [["circle", { cx: 8, cy: 8, r: 5.4, class: "line" }], ["path", { d: "M8 2.6A5.4 5.4 0 0 1 8 13.4Z", class: "full" }]],
  not_mentioned: [["circle", { cx: 8, cy: 8, r: 1.3, class: "full" }]],
}

function element(tag, style, text) {
  const made = document.createElement(tag)
  if (style) made.className = style
  if (text !== undefined) made.textContent = text
  return made
}

function mark(status) {
  const drawn = document.createElementNS(SVG, "svg")
  drawn.setAttribute("viewBox", "0 0 16 16")
  drawn.setAttribute("class", `mark ${status}`)
  drawn.setAttribute("aria-hidden", "true")
  for (const [shape, attributes] of FORMS[status]) {
    const part = document.createElementNS(SVG, shape)
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value)
    drawn.appendChild(part)
  }
  return drawn
}

function head(data) {
  const row = element("tr")
  row.appendChild(element("th", "feature", data.feature))
  for (const column of data.columns) {
    const cell = element("th", "product")
    const name = element("span", "name", column.name)
    name.style.borderColor = column.colour
    cell.append(name, element("span", "total", column.total))
    row.appendChild(cell)
  }
  const made = element("thead")
  made.appendChild(row)
  return made
}

function cellOf(cell, id, chosen, choose) {
  const made = element("td", cell.status)
  if (!cell.quotes) {
    made.append(mark(cell.status))
    made.title = cell.tip
    return made
  }
  const button = element("button", id === chosen ? "chosen" : "")
  button.type = "button"
  button.title = cell.tip
  button.dataset.cell = id
  button.setAttribute("aria-label", cell.tip)
  button.append(mark(cell.status), element("span", "quotes", cell.quotes), element("span", "year", cell.year))
  button.onclick = () => choose(id)
  made.appendChild(button)
  return made
}

function band(section, data, chosen, choose) {
  const body = element("tbody")
  const title = element("tr", "band")
  const name = element("th", "", section.name)
  name.colSpan = data.columns.length + 1
  title.appendChild(name)
  body.appendChild(title)
  for (const row of section.rows) {
    const made = element("tr", row.differs ? "differs" : "")
    made.appendChild(element("th", "feature", row.name))
    row.cells.forEach((cell, place) => {
      made.appendChild(cellOf(cell, `${row.id}\t${data.columns[place].id}`, chosen, choose))
    })
    body.appendChild(made)
  }
  return body
}

function legend(statuses) {
  const made = element("p", "legend")
  for (const { status, name } of statuses) {
    const entry = element("span", status)
    entry.append(mark(status), name)
    made.appendChild(entry)
  }
  return made
}

export default function ({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".matrix")
  const chosen = root.querySelector("button.chosen")?.dataset.cell
  const choose = (id) => {
    root.querySelectorAll("button").forEach((each) => each.classList.toggle("chosen", each.dataset.cell === id))
    setStateValue("cell", id)
  }
  const table = element("table")
  table.appendChild(head(data))
  for (const section of data.bands) table.appendChild(band(section, data, chosen, choose))
  parentElement.querySelector(".legend")?.remove()
  root.before(legend(data.statuses))
  const scrolled = root.scrollTop
  root.replaceChildren(table)
  root.scrollTop = scrolled
}
