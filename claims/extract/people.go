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
