package text

// word does what a control word asks for. Where words are left out, nothing but
// what ends that has a meaning.
func (r *rtf) word(t rtfToken) {
	if words := rtfCharacter(t); words != "" {
		if r.skip > 0 {
			r.skip--
			return
		}
		r.write(words)
		return
	}
	isStar := r.isStar
	r.skip = 0
	r.isStar = t.name == "*"
	switch {
	case t.name == "u" && t.hasN:
		r.writeUnit(t.n)
	case t.name == "uc" && t.hasN:
		r.fallback = max(t.n, 0)
	case r.isStar || r.to.isDeaf(t.name):
	case r.destination(t.name):
	case isStar:
		r.goTo(rtfNothing)
	default:
		r.setting(t)
	}
}

// setting does what a word asks for that is no destination.
func (r *rtf) setting(t rtfToken) {
	switch r.to {
	case rtfFonts:
		r.setFont(t)
	case rtfCreated:
		r.setCreated(t)
	case rtfText, rtfStyle:
		if !r.setLook(t) && !r.setParagraph(t) {
			r.endPart(t)
		}
	}
}

// rtfCharacter returns what a word stands for in the text, or "".
func rtfCharacter(t rtfToken) string {
	switch t.name {
	case "~":
		return "\u00a0"
	case "-":
		return "\u00ad"
	case "_":
		return "\u2011"
	case "tab":
		return "\t"
	case "line", "page", "column", "softline", "softpage", "softcol":
		return "\n"
	case "emdash":
		return "—"
	case "endash":
		return "–"
	case "lquote":
		return "‘"
	case "rquote":
		return "’"
	case "ldblquote":
		return "“"
	case "rdblquote":
		return "”"
	case "bullet":
		return "•"
	case "emspace":
		return "\u2003"
	case "enspace":
		return "\u2002"
	case "qmspace":
		return "\u2005"
	}
	return ""
}

// setLook changes how the next words are set.
func (r *rtf) setLook(t rtfToken) bool {
	isOn := !t.hasN || t.n != 0
	switch t.name {
	case "f":
		r.font = t.n
	case "plain":
		r.rtfLook = rtfLook{font: r.defaultFont}
	case "b":
		r.isBold = isOn
	case "i":
		r.isItalic = isOn
	case "v":
		r.isHidden = isOn
	case "deleted", "mvf":
		r.isDeleted = isOn
	default:
		return false
	}
	return true
}

// setParagraph changes what the open paragraph is.
func (r *rtf) setParagraph(t rtfToken) bool {
	switch t.name {
	case "pard":
		r.rtfParagraph = rtfParagraph{}
	case "s":
		r.style = t.n
	case "sbasedon":
		r.based = t.n
	case "outlinelevel":
		r.outline = 0
		if t.n >= 0 && t.n < 9 {
			r.outline = t.n + 1
		}
	case "ls":
		r.isList = t.n > 0
	case "intbl":
		r.isTable = true
	default:
		return false
	}
	return true
}

// endPart ends a paragraph, a cell or a row; and takes what stands for the whole
// document.
func (r *rtf) endPart(t rtfToken) {
	switch t.name {
	case "par", "sect":
		if !r.isDeleted { // else the paragraphs are one
			r.out.begin(r)
			r.out.endParagraph(r)
		}
	case "cell", "nestcell":
		r.out.endCell(r)
	case "row", "nestrow":
		r.out.endRow(r)
	case "ansicpg":
		r.encoding = codePage(t.n)
	case "mac":
		r.encoding = codePage(10000)
	case "pc":
		r.encoding = codePage(437)
	case "pca":
		r.encoding = codePage(850)
	case "deff":
		r.defaultFont, r.font = t.n, t.n
	case "aftnnrlc":
		r.isRoman = true
	}
}

// setFont takes what the font table says of the encoding of a font.
func (r *rtf) setFont(t rtfToken) {
	page := 0
	switch t.name {
	case "f":
		r.font = t.n
	case "fcharset":
		if t.n == symbolCharset {
			r.fonts[r.font] = nil
		}
		page = codePageOfCharset(t.n)
	case "cpg":
		page = t.n
	}
	if enc := codePage(page); enc != nil {
		r.fonts[r.font] = enc
	}
}

func (r *rtf) setCreated(t rtfToken) {
	switch t.name {
	case "yr":
		r.created[0] = t.n
	case "mo":
		r.created[1] = t.n
	case "dy":
		r.created[2] = t.n
	}
}
