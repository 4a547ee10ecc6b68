// As much of a browser's document as Plotly asks for when it draws: a tree of elements, selectors, styles, and
// the size of text. Nothing is shown, so nothing else has a size or a place.
(() => {
  const NAMESPACES = { xlink: "http://www.w3.org/1999/xlink", xmlns: "http://www.w3.org/2000/xmlns/" }
  const VOID = () => {}

  // Text, measured by the widths of the font's characters

  let font = { widths: {}, usual: 1, ascent: 1, descent: 0 }

  const widthOf = (text, size) =>
    [...text].reduce((sum, character) => sum + (font.widths[character] ?? font.usual), 0) * size

  const kebab = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase())

  function styleOf(declared) {
    const methods = {
      setProperty: (name, value) => {
        if (value === null || value === "") declared.delete(name)
        else declared.set(name, String(value))
      },
      getPropertyValue: (name) => declared.get(name) ?? "",
      removeProperty: (name) => declared.delete(name),
    }
    return new Proxy(methods, {
      get: (_, name) => methods[name] ?? declared.get(kebab(String(name))) ?? "",
      set: (_, name, value) => (methods.setProperty(kebab(name), value), true),
    })
  }

  function declarations(text) {
    const pairs = text.split(";").map((each) => each.split(/:(.*)/s).map((part) => part?.trim()))
    return new Map(pairs.filter(([name, value]) => name && value))
  }

  class Node {
    childNodes = []
    parentNode = null

    get ownerDocument() { return document }
    get parentElement() { return this.parentNode }
    get firstChild() { return this.childNodes[0] ?? null }
    get lastChild() { return this.childNodes.at(-1) ?? null }
    get children() { return this.childNodes.filter((each) => each.nodeType === 1) }
    get firstElementChild() { return this.children[0] ?? null }
    get nextSibling() { return this.sibling(1) }
    get previousSibling() { return this.sibling(-1) }
    get isConnected() { return document.documentElement.contains(this) }

    sibling(by) {
      const all = this.parentNode?.childNodes ?? []
      return all[all.indexOf(this) + by] ?? null
    }

    get textContent() { return this.childNodes.map((each) => each.textContent).join("") }
    set textContent(text) {
      this.replaceChildren(...(text === "" || text == null ? [] : [new Text(text)]))
    }

    appendChild(child) { return this.insertBefore(child, null) }
    append(...children) { children.forEach((each) => this.appendChild(each)) }

    insertBefore(child, before) {
      child.parentNode?.removeChild(child)
      const place = before ? this.childNodes.indexOf(before) : this.childNodes.length
      this.childNodes.splice(place, 0, child)
      child.parentNode = this
      return child
    }

    removeChild(child) {
      this.childNodes.splice(this.childNodes.indexOf(child), 1)
      child.parentNode = null
      return child
    }

    replaceChildren(...children) {
      for (const each of [...this.childNodes]) this.removeChild(each)
      this.append(...children)
    }

    remove() { this.parentNode?.removeChild(this) }

    contains(other) {
      for (let each = other; each; each = each.parentNode) if (each === this) return true
      return false
    }

    *descendants() {
      for (const each of this.children) {
        yield each
        yield* each.descendants()
      }
    }

    querySelectorAll(selector) {
      const wanted = parsed(selector)
      return [...this.descendants()].filter((each) => wanted.some((steps) => fits(each, steps)))
    }

    querySelector(selector) { return this.querySelectorAll(selector)[0] ?? null }
    getElementsByTagName(name) { return this.querySelectorAll(name) }
    getElementsByClassName(name) { return this.querySelectorAll("." + name) }

    addEventListener() {}
    removeEventListener() {}
    dispatchEvent() { return true }
  }

  class Text extends Node {
    nodeType = 3
    nodeName = "#text"

    constructor(text) {
      super()
      this.data = String(text)
    }

    get textContent() { return this.data }
    set textContent(text) { this.data = String(text) }
    get nodeValue() { return this.data }
    cloneNode() { return new Text(this.data) }
  }

  class Element extends Node {
    nodeType = 1
    attributes_ = new Map()
    declared = new Map()
    style = styleOf(this.declared)
    sheet = { insertRule: VOID, deleteRule: VOID, cssRules: [] }

    constructor(name, namespace) {
      super()
      this.localName = name
      this.namespaceURI = namespace
      this.nodeName = this.tagName = namespace.endsWith("xhtml") ? name.toUpperCase() : name
    }

    get attributes() { return [...this.attributes_].map(([name, value]) => ({ name, value })) }
    get id() { return this.getAttribute("id") ?? "" }
    set id(id) { this.setAttribute("id", id) }
    get className() { return this.getAttribute("class") ?? "" }
    set className(names) { this.setAttribute("class", names) }

    get classList() {
      const names = new Set(this.className.split(/\s+/).filter(Boolean))
      const kept = (change) => (...given) => {
        given.forEach(change)
        this.className = [...names].join(" ")
      }
      return {
        contains: (name) => names.has(name),
        add: kept((name) => names.add(name)),
        remove: kept((name) => names.delete(name)),
      }
    }

    getAttribute(name) {
      if (name === "style") return this.declared.size ? written(this.declared) : null
      return this.attributes_.get(name) ?? null
    }

    setAttribute(name, value) {
      if (name === "style") {
        this.declared.clear()
        for (const [property, each] of declarations(String(value))) this.declared.set(property, each)
      } else this.attributes_.set(name, String(value))
    }

    removeAttribute(name) {
      if (name === "style") this.declared.clear()
      this.attributes_.delete(name)
    }

    hasAttribute(name) { return this.getAttribute(name) !== null }
    getAttributeNS(namespace, name) { return this.getAttribute(qualified(namespace, name)) }
    setAttributeNS(namespace, name, value) { this.setAttribute(qualified(namespace, name), value) }
    removeAttributeNS(namespace, name) { this.removeAttribute(qualified(namespace, name)) }

    matches(selector) { return parsed(selector).some((steps) => fits(this, steps)) }
    closest(selector) {
      for (let each = this; each?.nodeType === 1; each = each.parentNode) if (each.matches(selector)) return each
      return null
    }

    cloneNode(deep) {
      const copy = new Element(this.localName, this.namespaceURI)
      for (const [name, value] of this.attributes_) copy.attributes_.set(name, value)
      for (const [name, value] of this.declared) copy.declared.set(name, value)
      if (deep) copy.append(...this.childNodes.map((each) => each.cloneNode(true)))
      return copy
    }

    get innerHTML() { return this.childNodes.map(serialized).join("") }
    set innerHTML(text) { this.textContent = text }
    get outerHTML() { return serialized(this) }

    get clientWidth() { return parseFloat(this.style.width) || 0 }
    get clientHeight() { return parseFloat(this.style.height) || 0 }
    get offsetWidth() { return this.clientWidth }
    get offsetHeight() { return this.clientHeight }

    getContext() { return null }
    getBBox() { return this.getBoundingClientRect() }
    getComputedTextLength() { return this.getBoundingClientRect().width }
    getScreenCTM() { return { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0, inverse: () => this.getScreenCTM() } }

    getBoundingClientRect() {
      const text = this.localName === "text" ? this : this.querySelector("text")
      if (text && text.textContent) return boxOf(text)
      return box(0, 0, this.clientWidth, this.clientHeight)
    }
  }

  const box = (x, y, width, height) =>
    ({ x, y, width, height, left: x, top: y, right: x + width, bottom: y + height })

  // Lines are tspans of the class "line", each moved down by its "dy" in sizes of the text.
  function boxOf(text) {
    const size = sizeOf(text)
    const lines = text.querySelectorAll("tspan.line")
    const boxes = (lines.length ? lines : [text]).map((line) => lineBox(line, text, size))
    const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((each) => each[side])))
    const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((each) => each[side])))
    return box(left, top, right - left, bottom - top)
  }

  function lineBox(line, text, size) {
    const width = widthsIn(line, size)
    const share = { middle: 0.5, end: 1 }[inherited(text, "text-anchor")] ?? 0
    const [x, y] = ["x", "y"].map((name) => parseFloat(line.getAttribute(name) ?? text.getAttribute(name)) || 0)
    const down = (parseFloat(line.getAttribute("dy")) || 0) * size
    const [right, lower] = movedBy(text)
    const [above, below] = [font.ascent, font.descent].map((each) => Math.round(each * size))
    return box(x - share * width + right, y + down - above + lower, width, above + below)
  }

  function movedBy(element) {
    const [x, y] = element.parentNode?.nodeType === 1 ? movedBy(element.parentNode) : [0, 0]
    const found = /translate\(([^,)]+),?([^)]*)\)/.exec(element.getAttribute("transform") ?? "")
    return found ? [x + parseFloat(found[1]), y + (parseFloat(found[2]) || 0)] : [x, y]
  }

  function widthsIn(node, size) {
    if (node.nodeType === 3) return widthOf(node.data, size)
    const own = node.declared.has("font-size") ? sizeOf(node) : size
    return node.childNodes.reduce((sum, each) => sum + widthsIn(each, own), 0)
  }

  const sizeOf = (element) => parseFloat(inherited(element, "font-size")) || 16

  function inherited(element, name) {
    for (let each = element; each?.nodeType === 1; each = each.parentNode) {
      const found = each.declared.get(name) ?? each.attributes_.get(name)
      if (found !== undefined) return found
    }
    return ""
  }

  // Selectors: compounds of names, #ids, .classes and [attributes], joined by descent or ">"

  const COMPOUND = /^([\w-]+|\*)|#([\w-]+)|\.([\w-]+)|\[([\w-]+)(?:([~^$*]?=)"?([^\]"]*)"?)?\]|:(first-child)|:not\(([^)]*)\)/g

  const known = new Map()

  function parsed(selector) {
    if (!known.has(selector)) {
      known.set(selector, selector.split(",").map((each) => each.replace(/\s*>\s*/g, " > ").trim().split(/\s+/)))
    }
    return known.get(selector)
  }

  function fits(element, steps) {
    const last = steps.at(-1)
    if (last === undefined) return true
    if (!fitsOne(element, last)) return false
    if (steps.length === 1) return true
    const above = (each) => (each.parentNode?.nodeType === 1 ? each.parentNode : null)
    if (steps.at(-2) === ">") {
      const parent = above(element)
      return parent !== null && fits(parent, steps.slice(0, -2))
    }
    for (let each = above(element); each; each = above(each)) if (fits(each, steps.slice(0, -1))) return true
    return false
  }

  const COMPARED = {
    "=": (value, wanted) => value === wanted,
    "^=": (value, wanted) => value.startsWith(wanted),
    "$=": (value, wanted) => value.endsWith(wanted),
    "*=": (value, wanted) => value.includes(wanted),
    "~=": (value, wanted) => value.split(/\s+/).includes(wanted),
  }

  function fitsOne(element, compound) {
    return [...compound.matchAll(COMPOUND)].every(([, name, id, style, attribute, compared, value, first, not]) => {
      if (name) return name === "*" || element.localName.toLowerCase() === name.toLowerCase()
      if (id) return element.id === id
      if (style) return element.classList.contains(style)
      if (first) return element.parentNode?.firstElementChild === element
      if (not) return !element.matches(not)
      const held = element.getAttribute(attribute)
      return held !== null && (!compared || COMPARED[compared](held, value))
    })
  }

  // What is drawn, as text

  const qualified = (namespace, name) => {
    const plain = name.replace(/^.*:/, "")
    const prefix = Object.keys(NAMESPACES).find((each) => NAMESPACES[each] === namespace)
    return prefix && plain !== prefix ? `${prefix}:${plain}` : plain
  }

  const written = (declared) => [...declared].map(([name, value]) => `${name}: ${value};`).join(" ")

  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" }
  const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign])

  function serialized(node) {
    if (node.nodeType === 3) return escaped(node.data)
    const style = node.getAttribute("style")
    const pairs = [...node.attributes_, ...(style ? [["style", style]] : [])]
    const attributes = pairs.map(([name, value]) => ` ${name}="${escaped(value)}"`).join("")
    return `<${node.localName}${attributes}>${node.childNodes.map(serialized).join("")}</${node.localName}>`
  }

  // The window around it

  const HTML = "http://www.w3.org/1999/xhtml"
  const document = new Node()
  Object.assign(document, {
    nodeType: 9,
    readyState: "complete",
    createElement: (name) => new Element(name, HTML),
    createElementNS: (namespace, name) => new Element(name, namespace),
    createTextNode: (text) => new Text(text),
    getElementById: (id) => [...document.descendants()].find((each) => each.id === id) ?? null,
  })
  document.documentElement = document.appendChild(document.createElement("html"))
  document.head = document.documentElement.appendChild(document.createElement("head"))
  document.body = document.documentElement.appendChild(document.createElement("body"))

  const computed = (element) => {
    const value = (name) => inherited(element, name)
    return new Proxy({ getPropertyValue: value }, { get: (own, name) => own[name] ?? value(kebab(String(name))) })
  }

  class Stub { observe() {} disconnect() {} decode() { return "" } encode() { return [] } postMessage() {} }

  Object.assign(globalThis, {
    window: globalThis,
    self: globalThis,
    document,
    navigator: { userAgent: "", platform: "" },
    location: { href: "", protocol: "", pathname: "" },
    devicePixelRatio: 1,
    getComputedStyle: computed,
    addEventListener: VOID,
    removeEventListener: VOID,
    matchMedia: () => ({ matches: false, addEventListener: VOID }),
    setTimeout: () => 0,
    clearTimeout: VOID,
    setInterval: () => 0,
    clearInterval: VOID,
    requestAnimationFrame: () => 0,
    cancelAnimationFrame: VOID,
    performance: { now: () => 0 },
    XMLSerializer: class { serializeToString(node) { return serialized(node) } },
    Element, Node, HTMLElement: Element, SVGElement: Element,
    TextDecoder: Stub, TextEncoder: Stub, Worker: Stub, Blob: Stub, Image: Stub, ResizeObserver: Stub,
    MutationObserver: Stub, DOMParser: Stub, XMLHttpRequest: Stub, FileReader: Stub,
    URL: Object.assign(class {}, { createObjectURL: () => "" }),
  })
  document.defaultView = globalThis
  Object.assign(globalThis.performance, { mark: VOID, measure: VOID })

  // What is called from outside

  globalThis.useFont = (described) => (font = described).usual

  globalThis.svgOf = (described, width, height) => {
    const { data, layout } = JSON.parse(described)
    const place = document.body.appendChild(document.createElement("div"))
    try {
      Plotly.newPlot(place, data, { ...layout, width, height }, { staticPlot: true })
      return Plotly.Snapshot.toSVG(place, "svg")
    } finally {
      Plotly.purge(place)
      place.remove()
    }
  }
})()
