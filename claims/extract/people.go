package extract

// notePeople adds to people the surnames in ws that a title or a first name
// shows to be a person's, in lower case.
func notePeople(ws []word, people map[string]bool) {
	for i := 1; i < len(ws); i++ {
		if !ws[i].capital || !ws[i-1].capital || !ws[i-1].is(given|title) || ws[i].is(title|given) && i+1 < len(ws) && ws[i+1].capital {
			continue
		}
		last := i
		for last+1 < len(ws) && last < i+2 && ws[last+1].capital && !ws[last+1].is(calendar) {
			last++
		}
		people[ws[last].lower] = true
	}
}

// noteJudges adds to judges the surnames in ws that a judge's or a justice's
// title stands before, with the title in lower case.
func noteJudges(ws []word, judges map[string]string) {
	for i := range ws {
		if !ws[i].capital || ws[i].lower != "judge" && ws[i].lower != "justice" {
			continue
		}
		k := i + 1
		for k < len(ws) && k < i+1+maxName && ws[k].capital && !ws[k].is(calendar|mark) {
			k++
		}
		full := k > i+2 && !ws[i+1].is(office|firm) // not "Justice Department"
		if k > i+1 && !ws[k-1].is(firm|document) && (ws[i].lower == "judge" || full) {
			judges[ws[k-1].lower] = ws[i].lower
		}
	}
}

// person is somebody whom the draft gives by full name.
type person struct {
	run      run // of the full name, without titles
	sentence int // in which it stands
	gender   class
	surname  string // in lower case
}

// maxName is how many words a full name may have, titles aside.
const maxName = 4

// personAt returns the person whose full name begins in ws at i, or at the
// title before it.
func personAt(ws []word, i int) (person, bool) {
	first := i
	for first < len(ws) && ws[first].is(title) && ws[first].capital {
		first++
	}
	end := first
	for end < len(ws) && end-first < maxName && ws[end].capital && !ws[end].quoted && !ws[end].is(calendar|mark) {
		end++
	}
	if end-first < 2 || !ws[first].is(given) && first == i && !isIntroduced(ws, end) {
		return person{}, false
	}
	p := person{run: run{first, end}, surname: ws[end-1].lower}
	for _, w := range ws[i:end] {
		if w.is(firm | document | determiner) {
			return person{}, false
		}
		if p.gender == 0 {
			p.gender = w.class & (masculine | feminine)
		}
	}
	return p, true
}

// isIntroduced reports whether the words from i on, after a name, give an age
// or an office, as people are introduced with: "Priya Rao, 40, an analyst".
func isIntroduced(ws []word, i int) bool {
	if i+2 >= len(ws) || ws[i].text != "," {
		return false
	}
	if ws[i+1].is(number) {
		return true
	}
	for k := i + 1; k < min(i+7, len(ws)) && !ws[k].isMark(); k++ {
		if ws[k].is(office) {
			return true
		}
	}
	return false
}
